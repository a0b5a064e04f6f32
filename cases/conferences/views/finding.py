"""One meeting, series or point for one employee: 404, 403, and a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone

from audit.services import record_view
from cases.conferences.guests import who_comes
from cases.conferences.models import (
    Conference,
    ConferenceItem,
    ConferenceSeries,
    ItemInvitation,
)
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
PARTS = (
    "file__director",
    "file__team",
    "resident",
    "question__domain",
    "conference__series__team",
    "conference__series__district",
    "conference__chair",
    "brought_by",
    "ended_by",
)


def seen_item(
    request: EmployeeRequest, item_id: int, action: Action = Action.SEE_ITEM
) -> tuple[ConferenceItem, Grounds]:
    """The point with everything one may do to it; what is seen of it is in the trail first."""
    rows = ConferenceItem.objects.visible_to(request.user).select_related(*PARTS)
    item: ConferenceItem = get_object_or_404(rows, pk=item_id)
    grounds = GRANTS.grounds_in_scope(request.user, item)
    record_view(request, "item.read", subject=item, decision=ground_for(action, grounds))
    return item, grounds


def seen_conference(
    request: EmployeeRequest,
    conference_id: int,
    action: Action = Action.SEE_AGENDA_OF_CONFERENCE,
) -> tuple[Conference, Grounds]:
    """The meeting in scope with everything one may do to it; the page writes the trail."""
    rows = Conference.objects.visible_to(request.user).for_list()
    conference: Conference = get_object_or_404(rows.select_related("ended_by"), pk=conference_id)
    grounds = GRANTS.grounds_in_scope(request.user, conference)
    ground_for(action, grounds)
    return conference, grounds


def seen_series(request: EmployeeRequest, series_id: int) -> ConferenceSeries:
    """The rhythm that this employee keeps."""
    rows = ConferenceSeries.objects.visible_to(request.user)
    series: ConferenceSeries = get_object_or_404(
        rows.select_related("team", "district", "chair"), pk=series_id
    )
    grounds = GRANTS.grounds_in_scope(request.user, series)
    ground_for(Action.KEEP_SERIES, grounds)
    return series


def guests_at(item: ConferenceItem) -> list[ItemInvitation]:
    """Who is invited, with what their row shows; one query. They open with the key of the point."""
    parts = ("person", "team", "recipient_kind", "consent", "liaison", "invited_by")
    found = who_comes(item.invitations.current(), timezone.localdate())
    rows = list(found.select_related(*parts))
    for row in rows:
        row.item, row.file, row.resident = item, item.file, item.resident
    return rows


def knows_whom(item: ConferenceItem, grounds: Grounds) -> bool:
    """Whether the page may say about whom it is (CT-9)."""
    return Action.READ_FILE in grounds or not item.is_anonymous
