"""One dossier for one employee: 404 out of scope, 403 without the grant, a line in the trail."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from audit.services import record_view
from cases.dossiers.models import ResidentFile, with_look
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]


def find_file(
    request: EmployeeRequest,
    file_id: int,
    action: Action,
    code: str = "file.read",
    *,
    looks: bool = False,
) -> tuple[ResidentFile, Grounds]:
    """The dossier with everything one may do to it; what is seen of it is in the trail first.

    With ``looks`` it also knows what is new and how it ended: only its own page shows that.
    """
    file, grounds = in_scope(request, file_id, looks=looks)
    record_view(request, code, subject=file, decision=ground_for(action, grounds))
    return file, grounds


def in_scope(
    request: EmployeeRequest, file_id: int, *, looks: bool = False
) -> tuple[ResidentFile, Grounds]:
    """The same for a page that shows more residents than this one; it writes the trail itself."""
    rows: QuerySet[ResidentFile] = ResidentFile.objects.visible_to(request.user)
    if looks:
        rows = with_look(rows, request.user, timezone.now()).select_related("evaluation")
    file: ResidentFile = get_object_or_404(
        rows.select_related("resident", "team", "director", "opened_by"), pk=file_id
    )
    return file, GRANTS.grounds_in_scope(request.user, file)
