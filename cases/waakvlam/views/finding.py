"""One waakvlam for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.waakvlam.models import Waakvlam
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
PARTS = ("file", "begun_by", "ended_by", "consent__recipient_kind")


def seen_waakvlam(
    request: EmployeeRequest, waakvlam_id: int, action: Action = Action.SEE_WAAKVLAM
) -> tuple[Waakvlam, Grounds]:
    """The waakvlam with everything one may do to it; what is seen of it is in the trail first."""
    rows = Waakvlam.objects.visible_to(request.user).for_list().select_related(*PARTS)
    waakvlam: Waakvlam = get_object_or_404(rows, pk=waakvlam_id)
    grounds = GRANTS.grounds_in_scope(request.user, waakvlam)
    record_view(request, "waakvlam.read", subject=waakvlam, decision=ground_for(action, grounds))
    return waakvlam, grounds
