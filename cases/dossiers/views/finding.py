"""One dossier for one employee: 404 out of scope, 403 without the grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.dossiers.models import ResidentFile
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]


def find_file(
    request: EmployeeRequest, file_id: int, action: Action, code: str = "file.read"
) -> tuple[ResidentFile, Grounds]:
    """The dossier with everything one may do to it; what is seen of it is in the trail first."""
    rows = ResidentFile.objects.visible_to(request.user)
    file: ResidentFile = get_object_or_404(
        rows.select_related("resident", "team", "director", "opened_by"), pk=file_id
    )
    grounds = GRANTS.grounds_in_scope(request.user, file)
    decision = ground_for(action, grounds)
    record_view(request, code, subject=file, decision=decision)
    return file, grounds
