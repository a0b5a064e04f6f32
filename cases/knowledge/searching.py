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
from functools import reduce
from itertools import islice
from operator import add

from django.core.cache import cache
from django.db.models import Case, F, IntegerField, Max, QuerySet, When
from django.db.models.expressions import Combinable
from django.utils import timezone
from rapidfuzz import fuzz, process

from cases.knowledge.models import Article, ArticleTerm
from clusters.models import User

MOST_WORDS, MOST_LETTERS, MOST_FOUND = 12, 200, 8
TERM_LENGTH, SHORTEST_GUESS, SHORTEST_PART, MOST_LIKE = 40, 4, 5, 30
SAME, BEGINS, WITHIN, NEAR, ALIKE, HAS_WORD = 100, 75, 60, 0.5, 78, 10_000
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
    best = _best(wanted[:MOST_WORDS], readable)
    rows = readable.in_bulk(best)
    return SearchResult([rows[pk] for pk in best if pk in rows], note, searched=True)


def forget_words() -> None:
    """An article was saved: the words of this process are read again."""
    cache.delete(VOCABULARY_KEY)


def _best(wanted: list[str], readable: QuerySet[Article]) -> list[int]:
    """The articles that fit best; one that has every word stands before one that has some.

    Counted by the database: a common word stands in very many articles. Only what may be read
    takes part: what is hidden pushes nothing out of the eight.
    """
    vocabulary = _vocabulary()
    meant = [meanings(word, vocabulary) for word in dict.fromkeys(wanted)]
    meant = [shares for shares in meant if shares]
    if not meant:
        return []
    terms = {term for shares in meant for group in shares.values() for term in group}
    rows = ArticleTerm.objects.filter(term__in=terms, article__in=readable.order_by())
    score = reduce(add, (_points(shares) for shares in meant))
    ranked = rows.values("article_id").annotate(score=score).order_by("-score", "article_id")
    return list(ranked.values_list("article_id", flat=True)[:MOST_FOUND])


def _points(shares: dict[int, set[str]]) -> Combinable:
    """What one typed word gives an article: the best of the words it can mean there."""
    whens = (
        When(term__in=group, then=HAS_WORD + share * F("weight")) for share, group in shares.items()
    )
    return Max(Case(*whens, default=0, output_field=IntegerField()))


def meanings(word: str, vocabulary: list[str]) -> dict[int, set[str]]:
    """The words there are that this typed word can mean, per share, the surest first.

    Only a word that is nothing and the beginning or part of nothing is a typing error.
    """
    place = bisect_left(vocabulary, word)
    same = {word} & set(vocabulary[place : place + 1])
    begins = set(_beginning_with(word, vocabulary)) - same
    parts = islice((term for term in vocabulary if word in term), MOST_LIKE)
    within = set(parts) - same - begins if len(word) >= SHORTEST_PART else set()
    shares = {SAME: same, BEGINS: begins, WITHIN: within}
    if not any(shares.values()) and len(word) >= SHORTEST_GUESS:
        near = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=8)
        for term, score, _ in near:
            shares.setdefault(int(score * NEAR), set()).add(term)
    return {share: group for share, group in shares.items() if group}


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
