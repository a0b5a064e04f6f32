"""How often advice was asked, per goal and of whom, in a year; only reads (AV-11, DIF-3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q

from cases.advice.lifecycle import AdviceState
from cases.advice.models import AdviceKind, AdviceRequest
from clusters.models import Role, User
from common.deadlines import AMSTERDAM

GIVEN = [AdviceState.ANSWERED, AdviceState.READ]


@dataclass(frozen=True)
class Counted:
    """One row: what is counted, and how much of it was asked, answered and answered in time."""

    label: str
    asked: int = 0
    given: int = 0
    in_time: int = 0


def advice_figures(user: User, year: int) -> tuple[list[Counted], list[Counted]]:
    """Per goal, every goal there is, and per kind of recipient, the most first; two queries."""
    begin = datetime(year, 1, 1, tzinfo=AMSTERDAM)
    end = datetime(year + 1, 1, 1, tzinfo=AMSTERDAM)
    rows = AdviceRequest.objects.filter(asked_at__gte=begin, asked_at__lt=end).order_by()
    if user.acting_role != Role.GENERAL_MANAGER:
        rows = rows.filter(team_id__in=user.team_ids)
    given = Q(state__in=GIVEN)
    counts = {
        "asked": Count("pk"),
        "given": Count("pk", filter=given),
        "in_time": Count("pk", filter=given & Q(ended_at__lte=F("answer_by"))),
    }
    by_goal: Any = rows.values_list("kind").annotate(**counts)
    found = {kind: numbers for kind, *numbers in by_goal}
    goals = [Counted(kind.label, *found.get(kind.value, ())) for kind in AdviceKind]
    by_recipient: Any = rows.values_list("recipient_kind__label").annotate(**counts)
    kinds = [Counted(*row) for row in by_recipient]
    return goals, sorted(kinds, key=lambda row: (-row.asked, row.label))
