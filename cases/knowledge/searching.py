"""Finding an article while one types: by names, other words and in spite of typing errors (TEL-9).

Every article has its words in ``ArticleTerm``. A word that is typed is looked up among all words
there are: the same, beginning with it, having it as a part (uitkering in bijstandsuitkering), or
nearly the same (rapidfuzz). That list of words is kept per process for a minute; the articles
themselves come from one query.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone
from rapidfuzz import fuzz, process

from cases.knowledge.models import Article, ArticleTerm
from clusters.models import User

MOST_WORDS, MOST_LETTERS, MOST_FOUND = 12, 200, 8
TERM_LENGTH, SHORTEST_GUESS, SHORTEST_PART, MOST_LIKE = 40, 4, 5, 60
ALIKE, PREFIX_SHARE, PART_SHARE, GUESS_SHARE = 78, 0.75, 0.6, 0.5
VOCABULARY_KEY, VOCABULARY_SECONDS = "knowledge-words", 60
WORD = re.compile(r"[^\W_]+")
TITLE, SYNONYM, SUMMARY, BODY = 12, 9, 4, 1
ENDINGS = ("en", "s", "e")
STOP_WORDS = frozenset(
    WORD.findall(
        "aan al als ben bij dan dat de deze die dit doe door een en er gaat geen graag haar had "
        "heb heeft hem het hij hoe hun ik in is ja je kan kunnen maar me meer met mij mijn moet "
        "mag naar nee niet nog nu of om ons ook op over te tot uit u uw van veel voor waar "
        "wanneer was wat we wel welke werd wie wij wil worden zal ze zich zijn zo zou"
    )
)
CUT = "Uw zoektekst is lang. Alleen het begin telt mee."
ONLY_STOP_WORDS = "Typ een woord dat zegt waar het over gaat, zoals “huur” of “rolstoel”."


@dataclass(frozen=True)
class SearchResult:
    """What was found, best first; ``note`` says what was not searched for, if anything."""

    articles: list[Article] = field(default_factory=list)
    note: str = ""
    searched: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there was something to search for and nothing came of it."""
        return self.searched and not self.articles


def words_of(text: str) -> list[str]:
    """The words of a text without capitals, accents and stop words, in a stable form."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = (word for word in WORD.findall(plain) if len(word) > 1 and word not in STOP_WORDS)
    return [stem(word)[:TERM_LENGTH] for word in words]


def stem(word: str) -> str:
    """A word without its plainest ending, so that one finds many: schulden, schuld."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_GUESS:
            return word[: -len(ending)]
    return word


def terms_of(title: str, synonyms: str, summary: str, body: str) -> dict[str, int]:
    """Every word of an article with its weight: where it stands says how much it tells."""
    weights: dict[str, int] = defaultdict(int)
    parts = ((title, TITLE), (synonyms, SYNONYM), (summary, SUMMARY), (body, BODY))
    for text, weight in parts:
        for word in set(words_of(text)):
            weights[word] += weight
    return dict(weights)


def search_articles(user: User, words: str, at: datetime) -> SearchResult:
    """The articles this employee may use today that fit the words; at most three queries.

    Never an error, whatever is typed: too much is cut, and the result says so.
    """
    typed = words[:MOST_LETTERS]
    wanted = words_of(typed)
    if not wanted:
        return SearchResult(note=ONLY_STOP_WORDS if words.strip() else "")
    note = CUT if len(wanted) > MOST_WORDS or len(words) > MOST_LETTERS else ""
    readable = Article.objects.readable_by(user, timezone.localdate(at))
    scores = _scores(wanted[:MOST_WORDS], readable)
    best = sorted(scores, key=lambda pk: (-scores[pk], pk))[:MOST_FOUND]
    rows = readable.in_bulk(best)
    return SearchResult([rows[pk] for pk in best if pk in rows], note, searched=True)


def forget_words() -> None:
    """An article was saved: the words of this process are read again."""
    cache.delete(VOCABULARY_KEY)


def _scores(wanted: list[str], readable: QuerySet[Article]) -> dict[int, float]:
    """How well each article fits; one that has every word stands before one that has some.

    Only what may be read is scored: other articles never take the place of one that may.
    """
    vocabulary = _vocabulary()
    shares = [_like(word, vocabulary) for word in dict.fromkeys(wanted)]
    terms = {term for found in shares for term in found}
    hits = ArticleTerm.objects.filter(term__in=terms, article__in=readable.order_by())
    rows = hits.values_list("term", "article_id", "weight")
    per_term: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for term, article_id, weight in rows:
        per_term[term].append((article_id, weight))
    totals: dict[int, float] = defaultdict(float)
    for found in shares:
        best: dict[int, float] = {}
        for term, share in found.items():
            for article_id, weight in per_term[term]:
                best[article_id] = max(best.get(article_id, 0), share * weight)
        for article_id, score in best.items():
            totals[article_id] += 100 + score
    return totals


def _like(word: str, vocabulary: list[str]) -> dict[str, float]:
    """The words there are that this typed word can mean, each with how sure that is."""
    found: dict[str, float] = {}
    if len(word) >= SHORTEST_GUESS:
        near = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=8)
        found |= {term: GUESS_SHARE * score / 100 for term, score, _ in near}
    if len(word) >= SHORTEST_PART:
        parts = (term for term in vocabulary if word in term)
        found |= dict.fromkeys(islice(parts, MOST_LIKE), PART_SHARE)
    found |= dict.fromkeys(_beginning_with(word, vocabulary), PREFIX_SHARE)
    place = bisect_left(vocabulary, word)
    if place < len(vocabulary) and vocabulary[place] == word:
        found[word] = 1
    return found


def _beginning_with(word: str, vocabulary: list[str]) -> Iterable[str]:
    """The words that begin as this one, as long as they are not too many."""
    start = bisect_left(vocabulary, word)
    return [term for term in vocabulary[start : start + MOST_LIKE] if term.startswith(word)]


def _vocabulary() -> list[str]:
    """Every word of every article, sorted; read at most once a minute per process."""
    words: list[str] | None = cache.get(VOCABULARY_KEY)
    if words is None:
        words = sorted(ArticleTerm.objects.values_list("term", flat=True).distinct())
        cache.set(VOCABULARY_KEY, words, VOCABULARY_SECONDS)
    return words
