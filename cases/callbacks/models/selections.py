"""The selections of callback requests: a tile counts and a list shows the very same rows.

One condition per selection, used by the dashboard's counts and by the lists it opens, so that
the two cannot differ (design 9).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q

from cases.callbacks.lifecycle import CallbackState
from common.deadlines import AMSTERDAM, local_day

TICKING = (CallbackState.WAITING, CallbackState.CLAIMED, CallbackState.STUCK)


@dataclass(frozen=True)
class Selection:
    """A named set of requests at a moment: the word on screen and its condition."""

    label: str
    condition: Callable[[datetime], Q]

    def at(self, moment: datetime) -> Q:
        """The condition at ``moment``."""
        return self.condition(moment)


def _ticking(extra: Q | None = None) -> Q:
    running = Q(state__in=TICKING)
    return running & extra if extra is not None else running


def _end_of_day(moment: datetime) -> datetime:
    return datetime.combine(local_day(moment) + timedelta(days=1), time(), AMSTERDAM)


def _start_of_month(moment: datetime) -> datetime:
    return datetime.combine(local_day(moment).replace(day=1), time(), AMSTERDAM)


SELECTIONS: dict[str, Selection] = {
    "te-doen": Selection("Te doen", lambda at: _ticking()),
    "open": Selection("Open", lambda at: ~Q(state=CallbackState.CLOSED)),
    "vandaag": Selection(
        "Vandaag", lambda at: _ticking(Q(due_at__gte=at, due_at__lt=_end_of_day(at)))
    ),
    "te-laat": Selection("Te laat", lambda at: _ticking(Q(due_at__lt=at))),
    "veel-te-laat": Selection("Veel te laat", lambda at: _ticking(Q(escalate_at__lt=at))),
    "niet-opgepakt": Selection("Nog niet opgepakt", lambda at: Q(state=CallbackState.WAITING)),
    "keuze": Selection("Keuze nodig", lambda at: Q(state=CallbackState.STUCK)),
    "wacht": Selection("Wacht op inwoner", lambda at: Q(state=CallbackState.PAUSED)),
    "gebeld": Selection(
        "Deze maand voor het eerst gebeld",
        lambda at: Q(first_attempt_at__gte=_start_of_month(at), first_attempt_at__lte=at),
    ),
    "afgesloten": Selection("Afgesloten", lambda at: Q(state=CallbackState.CLOSED)),
}
