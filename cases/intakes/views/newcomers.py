"""A melding of who never called, and the meldingen on the card of a resident."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.intakes import services
from cases.intakes.forms import NewcomerForm, TeamNotificationForm
from cases.intakes.models import WmoNotification
from cases.intakes.views.lists import may_register
from cases.intakes.views.registering import running_of
from cases.permissions import GRANTS, Action
from cases.residents.birthdays import BirthDate
from cases.residents.models import Resident
from cases.residents.twins import Told
from clusters.http import EmployeeRequest
from common.forms import perform

MOST_SHOWN = 20


@require_http_methods(["GET", "POST"])
def for_known(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Write down a melding for somebody whose card I may open; any other card is not there."""
    resident = get_object_or_404(Resident.objects.openable_by(request.user), pk=resident_id)
    decision = GRANTS.require(request.user, Action.REGISTER_NOTIFICATION)
    record_view(request, "notification.prepared", subject=resident, decision=decision)
    form = TeamNotificationForm(request.POST or None, user=request.user, initial=_today())
    if request.method == "POST":
        act = {"resident_id": resident.pk, "by": request.user}
        made = perform(form, services.register_for_known, **act)
        if made is not None:
            return _made(request, made)
    running = running_of(request, resident.pk)
    context = {"form": form, "resident": resident, "running": running}
    return render(request, "cases/intakes/register.html", context)


@require_http_methods(["GET", "POST"])
def for_newcomer(request: EmployeeRequest) -> HttpResponse:
    """Write down a melding together with who it is for."""
    GRANTS.require(request.user, Action.REGISTER_NOTIFICATION)
    form = NewcomerForm(request.POST or None, user=request.user, initial=_today())
    if form.is_valid():
        form.ask_about(request, Resident(), _told(form))
    if request.method == "POST":
        made = perform(form, services.register_for_newcomer, by=request.user)
        if made is not None:
            return _made(request, made)
    return render(request, "cases/intakes/newcomer.html", {"form": form})


@require_GET
def panel(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """The meldingen of a resident at my teams, as a part of the card."""
    resident = get_object_or_404(Resident.objects.openable_by(request.user), pk=resident_id)
    decision = GRANTS.require(request.user, Action.SEE_NOTIFICATIONS)
    rows = WmoNotification.objects.visible_to(request.user).filter(resident=resident)
    newest = rows.select_related("handler").order_by("-received_on", "-pk")[:MOST_SHOWN]
    record_view(request, "notification.listed", subject=resident, decision=decision)
    context = {"resident": resident, "notifications": newest, "may_register": may_register(request)}
    return render(request, "cases/intakes/_panel.html", context)


def _made(request: EmployeeRequest, made: WmoNotification) -> HttpResponse:
    """To the melding, which is mine or nobody's."""
    messages.success(request, f"Melding {made} is vastgelegd.")
    return redirect("notification-detail", made.pk)


def _today() -> dict[str, Any]:
    return {"received_on": timezone.localdate()}


def _told(form: NewcomerForm) -> Told:
    """By what the form tells people apart."""
    told: services.Newcomer = form.cleaned_data["newcomer"]
    phones = (told.phone,) if told.phone else ()
    return Told(told.name, phones, BirthDate.of(told.birth_date), told.postcode)
