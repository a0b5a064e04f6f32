"""The selections of meldingen: one condition per word, for the list and for whoever counts it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from cases.intakes.lifecycle import OPEN_STATES, NotificationState

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Selection:
    """A named set of meldingen at a moment: the word on screen and its condition."""

    label: str
    condition: Callable[[datetime], Q]

    def at(self, moment: datetime) -> Q:
        """The condition at ``moment``."""
        return self.condition(moment)


OPEN = Q(state__in=OPEN_STATES)
SELECTIONS: dict[str, Selection] = {
    "open": Selection("Open", lambda at: OPEN),
    "te-laat": Selection("Over de zes weken", lambda at: OPEN & Q(due_at__lte=at)),
    "bijna": Selection("Deze week", lambda at: OPEN & Q(due_at__gt=at, due_at__lte=at + SOON)),
    "spoed": Selection("Spoed", lambda at: OPEN & Q(is_urgent=True)),
    "niet-opgepakt": Selection("Nog niet opgepakt", lambda at: OPEN & Q(handler__isnull=True)),
    "niet-bevestigd": Selection(
        "Bevestiging te laat",
        lambda at: Q(state=NotificationState.RECEIVED, confirm_by__lt=at),
    ),
    "afgerond": Selection("Afgerond", lambda at: ~OPEN),
}
