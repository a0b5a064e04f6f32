"""Of Mijn werk what comes from hand-overs: to answer, to explain, and what came back (OD-9)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from cases.handovers.lifecycle import CAME_BACK, HandoverState
from cases.handovers.lights import light_of
from cases.models import Handover
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.templatetags.screen import address, deadline
from dashboards.work import WorkItem

HANDOVER = ("state", "answer_by", "ended_at", "from_team__name", "to_team__name")


def offers_of(user: User) -> QuerySet[Handover]:
    """Dossiers that are offered to a team of this employee."""
    return _of(Handover.objects.for_us(user), user)


def questions_of(user: User) -> QuerySet[Handover]:
    """Hand-overs on which this casusregisseur must say more."""
    return _of(Handover.objects.to_explain(user), user)


def returns_of(user: User) -> QuerySet[Handover]:
    """Refused or expired, and not seen yet by this casusregisseur."""
    return _of(Handover.objects.came_back(user), user)


def handover_items(rows: Iterable[Handover], user: User) -> list[WorkItem]:
    """A row per hand-over that waits for this employee."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=_due(row, at),
            light=light_of(row, at),
            when=deadline(_due(row, at)),
            url=address("handover-detail", row.pk),
            label=_label(row),
            reference=row.reference,
            resident=row.resident,
            subject=f"van {row.from_team} naar {row.to_team}",
            status=row.get_state_display(),
        )
        for row in rows
    ]


def _of(rows: QuerySet[Handover], user: User) -> QuerySet[Handover]:
    return rows if Action.SEE_HANDOVERS in GRANTS.allowed_actions(user) else rows.none()


def _due(row: Handover, at: datetime) -> datetime:
    """What came back asks attention since it did."""
    if row.state in CAME_BACK:
        return row.ended_at or at
    return row.answer_by or at


def _label(row: Handover) -> str:
    if row.state in CAME_BACK:
        return "Overdracht kwam terug"
    return "Toelichten" if row.state == HandoverState.ASKED else "Overdracht beantwoorden"
