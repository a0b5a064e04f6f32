"""Which acts for one resident are counted, of whom and when: one line per sort (WRK-1, CW-6)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from cases.callbacks.models import CallbackAttempt
from cases.callbacks.models.attempts import FAILED_RESULTS
from cases.collective.models import ActCode
from cases.dossiers.models import FileLine, LineKind
from cases.signals.models import OutreachAttempt
from cases.talks.models import KitchenTableTalk, Place
from cases.waakvlam.models import WaakvlamContact


@dataclass(frozen=True)
class Act:
    """What is counted, and in which columns stand the team it counts for and the moment."""

    rows: Callable[[], QuerySet[Any]]
    team: str
    at: str = "at"


def _held() -> QuerySet[Any]:
    return KitchenTableTalk.objects.filter(held_at__isnull=False)


ACTS: dict[ActCode, Act] = {
    ActCode.CALL: Act(
        lambda: CallbackAttempt.objects.exclude(result__in=FAILED_RESULTS), "callback__team"
    ),
    ActCode.TRY: Act(
        lambda: CallbackAttempt.objects.filter(result__in=FAILED_RESULTS), "callback__team"
    ),
    ActCode.HOME_TALK: Act(
        lambda: _held().filter(place=Place.HOME), "notification__team", "held_at"
    ),
    ActCode.TALK: Act(lambda: _held().exclude(place=Place.HOME), "notification__team", "held_at"),
    ActCode.NOTE: Act(lambda: FileLine.objects.filter(kind=LineKind.NOTE), "file__team"),
    ActCode.WAAKVLAM: Act(WaakvlamContact.objects.all, "waakvlam__team"),
    ActCode.OUTREACH: Act(OutreachAttempt.objects.all, "signal__team"),
}
"""In the order of the page; an act counts for the team that has the work now."""
