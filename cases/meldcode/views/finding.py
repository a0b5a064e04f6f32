"""One meldcode for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from audit.services import record_view
from cases.dossiers.models import ResidentFile
from cases.dossiers.views.finding import in_scope
from cases.intakes.models import WmoNotification
from cases.meldcode.involved import is_involved
from cases.meldcode.models import SafetyCode
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]


def seen_code(
    request: EmployeeRequest, code_id: int, action: Action = Action.SEE_SAFETY_CODE
) -> tuple[SafetyCode, Grounds]:
    """The meldcode with everything one may do to it; what is seen of it is in the trail first."""
    rows = SafetyCode.objects.visible_to(request.user)
    rows = rows.for_page(request.user, timezone.localdate())
    code: SafetyCode = get_object_or_404(rows, pk=code_id)
    grounds = GRANTS.grounds_in_scope(request.user, code)
    record_view(request, "safety.read", subject=code, decision=ground_for(action, grounds))
    return code, grounds


def file_to_open(request: EmployeeRequest, file_id: int) -> ResidentFile:
    """A dossier in scope of somebody who works in it; 403 for who only knows it."""
    file, _ = in_scope(request, file_id)
    decision = GRANTS.require(request.user, Action.OPEN_SAFETY_CODE)
    if not is_involved(request.user, file.resident_id, timezone.localdate()):
        raise PermissionDenied
    record_view(request, "safety.prepared", subject=file, decision=decision)
    return file


def melding_to_open(request: EmployeeRequest, notification_id: int) -> WmoNotification:
    """The same for a melding that runs and is on one's own desk."""
    rows = WmoNotification.objects.visible_to(request.user).select_related("resident", "team")
    melding: WmoNotification = get_object_or_404(rows, pk=notification_id)
    decision = GRANTS.require(request.user, Action.OPEN_SAFETY_CODE)
    if not is_involved(request.user, melding.resident_id, timezone.localdate()):
        raise PermissionDenied
    record_view(request, "safety.prepared", subject=melding, decision=decision)
    return melding


def act_page(
    request: EmployeeRequest, code: SafetyCode, form: Any, title: str, **more: Any
) -> HttpResponse:
    """A form about one meldcode; one that came late knows the newest version from now on."""
    if getattr(form, "is_late", False):
        form.know(version=code.version)
    context = {"code": code, "form": form, "title": title, "text": "", "theirs": [], "norm": None}
    context |= {"skipped": getattr(form, "skipped", []), "decides": False, "ends": False}
    context |= more
    return render(request, "cases/meldcode/act.html", context)
