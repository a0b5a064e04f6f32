"""It goes on: as a melding of somebody new, or as what was made for somebody we know."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.intakes.forms import NewcomerForm
from cases.intakes.models import NotificationChannel, Reporter
from cases.intakes.services import Newcomer
from cases.permissions import Action
from cases.residents.birthdays import BirthDate
from cases.residents.models import Resident
from cases.residents.twins import Told as Person
from cases.signals import services
from cases.signals.candidates import candidates
from cases.signals.forms import LinkForm
from cases.signals.lifecycle import LIFECYCLE
from cases.signals.models import Signal
from cases.signals.views.acts import act_page
from cases.signals.views.finding import find_signal, seen_signal
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import perform, performed


@require_http_methods(["GET", "POST"])
def newcomer(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """A melding of somebody nobody knows yet; what was noticed goes along."""
    signal, _ = seen_signal(request, signal_id, Action.KEEP_SIGNAL)
    if request.method == "GET":
        LIFECYCLE.target("carry", signal.state)  # before consent there is nothing to fill in
    form = NewcomerForm(request.POST or None, user=request.user, initial=_carried(signal))
    if form.is_valid():
        form.ask_about(request, Resident(), _person(form.cleaned_data["newcomer"]))
    act = {"signal_id": signal.pk, "by": request.user}
    made = perform(form, services.carry_to_newcomer, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"Melding {made} is vastgelegd. {signal} is afgesloten.")
        return redirect("notification-detail", made.pk)
    return render(request, "cases/signals/newcomer.html", {"form": form, "signal": signal})


@require_http_methods(["GET", "POST"])
def link(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """What was made for somebody we know; about whom the choices are is in the trail."""
    signal, found = _choices(request, signal_id)
    form = LinkForm(request.POST or None, signal=signal, choices=found)
    act = {"signal_id": signal.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.link_signal, **act):
        messages.success(request, f"{signal} is gekoppeld en afgesloten.")
        return redirect("signal-detail", signal.pk)
    return act_page(request, signal, form, "Koppelen", links=True)


def _choices(request: EmployeeRequest, signal_id: int) -> tuple[Signal, list[tuple[str, str]]]:
    """The signal and what it can be linked to; both are in the trail, in one line."""
    signal, grounds = find_signal(request, signal_id)
    decision = ground_for(Action.KEEP_SIGNAL, grounds)
    found = candidates(signal, request.user)
    shown = {each.resident_id for each in found}
    code = "signal.candidates_listed"
    record_view(request, code, subject=signal, residents=shown, decision=decision)
    return signal, [(each.code, each.label) for each in found]


def _carried(signal: Signal) -> dict[str, object]:
    """What the melding begins with; never who told it (SG-9)."""
    return {
        "received_on": timezone.localdate(),
        "channel": NotificationChannel.OUTREACH,
        "reported_by": Reporter.RESIDENT,
        "question": signal.words.get("what", ""),
    }


def _person(told: Newcomer) -> Person:
    """By what the form tells people apart."""
    phones = (told.phone,) if told.phone else ()
    return Person(told.name, phones, BirthDate.of(told.birth_date), told.postcode)
