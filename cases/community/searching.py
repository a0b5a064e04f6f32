"""Finding an offer by words, also with a typing error; the words work as in the kennisbank.

Every word that is typed must fit: the same, the beginning or a part of a word of the offer, or
nearly the same. Unlike the kennisbank this narrows a list that filters narrow too (SK-7).
"""

from collections import defaultdict
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import OuterRef, QuerySet, Subquery, Sum

from cases.community.models import Offer, OfferTerm
from cases.knowledge.searching import (
    CUT,
    MOST_LETTERS,
    MOST_WORDS,
    ONLY_STOP_WORDS,
    meanings,
    words_of,
)

VOCABULARY_KEY, VOCABULARY_SECONDS = "community-words", 60
NAME, ORGANISATION, DESCRIPTION = 9, 4, 1


@dataclass(frozen=True)
class Found:
    """The offers that fit, best first; ``note`` says what was not searched for, if anything."""

    rows: QuerySet[Offer]
    note: str = ""


def terms_of(name: str, organisation: str, description: str) -> dict[str, int]:
    """Every word of an offer with its weight: where it stands says how much it tells."""
    weights: dict[str, int] = defaultdict(int)
    parts = ((name, NAME), (organisation, ORGANISATION), (description, DESCRIPTION))
    for text, weight in parts:
        for word in set(words_of(text)):
            weights[word] += weight
    return dict(weights)


def search_offers(rows: QuerySet[Offer], words: str) -> Found:
    """Those of ``rows`` that fit every word; at most one query more, for the words there are.

    Never an error, whatever is typed: too much is cut, and the note says so.
    """
    wanted = list(dict.fromkeys(words_of(words[:MOST_LETTERS])))
    if not wanted:
        return Found(rows, ONLY_STOP_WORDS if words.strip() else "")
    note = CUT if len(wanted) > MOST_WORDS or len(words) > MOST_LETTERS else ""
    vocabulary, every = _vocabulary(), set[str]()
    for word in wanted[:MOST_WORDS]:
        terms = set[str]().union(*meanings(word, vocabulary).values())
        rows = rows.filter(pk__in=OfferTerm.objects.filter(term__in=terms).values("offer_id"))
        every |= terms
    return Found(rows.annotate(score=_score(every)).order_by("-score", "name", "pk"), note)


def forget_words() -> None:
    """An offer was saved: the words of this process are read again."""
    cache.delete(VOCABULARY_KEY)


def _score(terms: set[str]) -> Subquery:
    """How much the words that were found say about an offer."""
    own = OfferTerm.objects.filter(offer=OuterRef("pk"), term__in=terms)
    return Subquery(own.values("offer_id").annotate(sum=Sum("weight")).values("sum"))


def _vocabulary() -> list[str]:
    """Every word of every offer, sorted; read at most once a minute per process."""
    words: list[str] | None = cache.get(VOCABULARY_KEY)
    if words is None:
        words = sorted(OfferTerm.objects.values_list("term", flat=True).distinct())
        cache.set(VOCABULARY_KEY, words, VOCABULARY_SECONDS)
    return words
