"""One talk for one employee: 404 out of scope, 403 without the grant, and a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.talks.models import KitchenTableTalk
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
LOGGED_LATER = ""
"""Instead of a code: the view writes the line itself, when it knows what it shows."""


def find_talk(
    request: EmployeeRequest, talk_id: int, action: Action, code: str = "talk.read"
) -> tuple[KitchenTableTalk, Grounds]:
    """The talk with everything one may do to it; what is seen of it is in the trail first."""
    rows = KitchenTableTalk.objects.visible_to(request.user)
    talk: KitchenTableTalk = get_object_or_404(
        rows.select_related("resident", "notification", "notification__handler"), pk=talk_id
    )
    grounds = GRANTS.grounds_in_scope(request.user, talk)
    decision = ground_for(action, grounds)
    if code != LOGGED_LATER:
        record_view(request, code, subject=talk, decision=decision)
    return talk, grounds
