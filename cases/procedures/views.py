"""Entering a verkorte procedure, reading what was handed in, and the figures of the pilot."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.callbacks.models import CallbackRequest
from cases.intakes.figures import pilot_of
from cases.intakes.forms import CallbackNumberForm
from cases.intakes.models import WmoNotification
from cases.permissions import GRANTS, Action
from cases.procedures import services
from cases.procedures.forms import ShortProcedureForm
from cases.procedures.models import ProfessionalAssessment, ShortProcedure
from clusters.http import EmployeeRequest
from common.access import Decision, ground_for
from common.forms import perform


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Say who it is about: a resident of a callback of my team (H6)."""
    GRANTS.require(request.user, Action.REGISTER_NOTIFICATION)
    form = CallbackNumberForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect("short-procedure-for-resident", form.cleaned_data["number"])
    return render(request, "cases/procedures/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
def for_resident(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """The form; what was made of it is a melding."""
    callback = _callback(request, callback_id)
    form = ShortProcedureForm(request.POST or None, resident=callback.resident)
    if request.method == "POST":
        act = {"callback_id": callback.pk, "by": request.user}
        made = perform(form, services.register_short_procedure, **act)
        if made is not None:
            messages.success(request, f"Melding {made.notification} is vastgelegd.")
            return _on(request, made.notification)
    context = {"form": form, "callback": callback, "running": _running(request, callback)}
    return render(request, "cases/procedures/register.html", context)


@require_GET
def panel(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Who handed in what, for the hole in the page of the melding; the words stay closed."""
    procedure, decision, reads = _procedure(request, notification_id, Action.SEE_NOTIFICATION)
    record_view(request, "procedure.summary_read", subject=procedure, decision=decision)
    areas = [str(row) for row in _known(procedure)]
    context = {"procedure": procedure, "areas": areas, "reads": reads}
    return render(request, "cases/procedures/_panel.html", context)


@require_GET
def detail(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Everything that was handed in, for who has the melding on their desk (VP-6)."""
    procedure, decision, _ = _procedure(request, notification_id, Action.SEE_SHORT_PROCEDURE)
    record_view(request, "procedure.read", subject=procedure, decision=decision)
    checks = sorted(procedure.checks.all(), key=lambda check: check.place)
    for check in checks:
        check.procedure = procedure
    context = {"procedure": procedure, "known": _known(procedure), "checks": checks}
    return render(request, "cases/procedures/detail.html", context)


@require_GET
def pilot(request: EmployeeRequest) -> HttpResponse:
    """How often, and how much faster (MAN-4): counts, never a case."""
    GRANTS.require(request.user, Action.SEE_PILOT_FIGURES)
    lists = Action.SEE_NOTIFICATIONS in GRANTS.allowed_actions(request.user)
    context = {"figures": pilot_of(request.user, timezone.now()), "lists": lists}
    return render(request, "cases/procedures/pilot.html", context)


def _on(request: EmployeeRequest, made: WmoNotification) -> HttpResponse:
    """To the melding when I may read it, else to the list."""
    if Action.SEE_NOTIFICATION in GRANTS.allowed_actions(request.user, made):
        return redirect("notification-detail", made.pk)
    return redirect("notification-list")


def _known(procedure: ShortProcedure) -> list[ProfessionalAssessment]:
    """What is known per leefgebied, with the opened key of the procedure."""
    rows = list(procedure.assessments.select_related("domain", "lifted_by"))
    for row in rows:
        row.procedure = procedure
    return rows


def _procedure(
    request: EmployeeRequest, notification_id: int, action: Action
) -> tuple[ShortProcedure, Decision, bool]:
    """What came with a melding: 404 out of scope, 403 without the grant; and may I read it all?"""
    melding = get_object_or_404(
        WmoNotification.objects.visible_to(request.user), pk=notification_id
    )
    grounds = GRANTS.grounds_in_scope(request.user, melding)
    decision = ground_for(action, grounds)
    rows = ShortProcedure.objects.select_related(
        "holder_type", "resident", "registered_by", "consent"
    )
    procedure = get_object_or_404(rows, notification=melding)
    procedure.notification = melding
    return procedure, decision, Action.SEE_SHORT_PROCEDURE in grounds


def _running(request: EmployeeRequest, callback: CallbackRequest) -> list[WmoNotification]:
    """Open meldingen of the same resident: perhaps no second one is needed."""
    rows = WmoNotification.objects.visible_to(request.user).open()
    return list(rows.filter(resident_id=callback.resident_id).select_related("handler"))


def _callback(request: EmployeeRequest, callback_id: int) -> CallbackRequest:
    """The request with this number: 404 out of scope, 403 without the grant; logged."""
    scope = CallbackRequest.objects.visible_to(request.user).for_detail()
    callback: CallbackRequest = get_object_or_404(scope, pk=callback_id)
    decision = GRANTS.require(request.user, Action.REGISTER_NOTIFICATION)
    record_view(request, "procedure.prepared", subject=callback, decision=decision)
    return callback
