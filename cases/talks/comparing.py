"""The ZRM at one talk and at a later one, side by side: what somebody could do before and after.

A score is optional (GES-3), so a domain is only shown when somebody gave one; a domain that was
scored once says so. The scores come out of the closed cards, so only who may read those sees them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cases.intakes.models import ZrmDomain, ZrmLevel
from cases.talks.models import TalkCard

ONCE = "Nog geen tweede meting"
SAME = "Gelijk"


@dataclass(frozen=True)
class Measured:
    """What was scored at one talk; a domain without a score is not in it."""

    at: datetime
    scores: dict[int, int]


@dataclass(frozen=True)
class Compared:
    """One domain: a level per talk (None when it was not scored) and what became of it."""

    domain: str
    levels: list[ZrmLevel | None]
    change: str


def measured(cards: Iterable[TalkCard]) -> list[Measured]:
    """The talks with a score, the earliest first; cards come with their talk and domain."""
    found: dict[int, Measured] = {}
    for card in cards:
        for domain, level in card.scores:
            own = found.setdefault(card.talk.pk, Measured(card.talk.starts_at, {}))
            own.scores[domain.value] = level
    return sorted(found.values(), key=lambda each: each.at)


def compared(moments: list[Measured]) -> list[Compared]:
    """A row per domain that was ever scored, in the order of the ZRM."""
    rows = []
    for domain in ZrmDomain:
        levels = [moment.scores.get(domain.value) for moment in moments]
        if any(levels):
            known = [level for level in levels if level]
            shown = [ZrmLevel(level) if level else None for level in levels]
            rows.append(Compared(domain.label, shown, _change(known)))
    return rows


def _change(levels: list[int]) -> str:
    """From the first score to the last, in words: no colour has to say it."""
    if len(levels) == 1:
        return ONCE
    steps = levels[-1] - levels[0]
    if not steps:
        return SAME
    return f"{abs(steps)} {'hoger' if steps > 0 else 'lager'}"
