"""The triage of one melding: answer, read the advice, choose."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.intakes import services
from cases.intakes.forms.triage import TriageForm
from cases.intakes.models import WmoNotification
from cases.intakes.models.triage import TriageVersion
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform


@require_http_methods(["GET", "POST"])
def triage(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The questions; sent once they give the advice, sent again with a choice they are kept."""
    found = _find(request, notification_id)
    form = TriageForm(request.POST or None, live=TriageVersion.objects.live())
    if request.method == "POST":
        if _saved(request, found, form):
            messages.success(request, f"De triage van {found} is vastgelegd.")
            return redirect("notification-detail", found.pk)
        if form.is_ready():
            form.ask()
    context: dict[str, Any] = {"notification": found, "form": form}
    return render(request, "cases/intakes/triage.html", context)


def _saved(request: EmployeeRequest, found: WmoNotification, form: TriageForm) -> bool:
    """Keep it when that was the button; whether it was kept."""
    if "save" not in request.POST:
        return False
    act = {"notification_id": found.pk, "by": request.user}
    return perform(form, services.register_triage, **act) is not None


def _find(request: EmployeeRequest, notification_id: int) -> WmoNotification:
    """The melding with this number: 404 out of scope, 403 without the grant; logged."""
    scope = WmoNotification.objects.visible_to(request.user).for_detail()
    found = get_object_or_404(scope, pk=notification_id)
    decision = GRANTS.require(request.user, Action.TRIAGE_NOTIFICATION, found)
    record_view(request, "notification.read", subject=found, decision=decision)
    return found
