"""Write a signal down, take it, go there, say why one may go on, end it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.permissions import GRANTS, Action
from cases.signals import services
from cases.signals.forms import AttemptForm, ClearForm, EndForm, HandForm, MoveForm, SignalForm
from cases.signals.lifecycle import SignalState
from cases.signals.models import OutreachAttempt, Result, Signal
from cases.signals.views.finding import seen_signal
from clusters.http import EmployeeRequest
from common.forms import perform, performed
from common.templatetags.screen import deadline


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Write down what somebody noticed."""
    GRANTS.require(request.user, Action.REGISTER_SIGNAL)
    form = SignalForm(request.POST or None)
    act = services.register_signal
    made = perform(form, act, by=request.user) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"{made} is vastgelegd en ligt bij {made.team}.")
        return redirect("signal-detail", made.pk)
    return render(request, "cases/signals/new.html", {"form": form})


@require_POST
def take(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """I go there."""
    signal, _ = seen_signal(request, signal_id)
    services.take_signal(signal_id=signal.pk, by=request.user)
    messages.success(request, f"{signal} staat op uw naam.")
    return redirect("signal-detail", signal.pk)


@require_http_methods(["GET", "POST"])
def hand(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """A colleague of the team goes."""
    signal, _ = seen_signal(request, signal_id, Action.STEER_SIGNAL)
    form = HandForm(request.POST or None, signal=signal)
    act = {"signal_id": signal.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.hand_signal, **act):
        messages.success(request, f"{signal} is gegeven aan uw collega.")
        return redirect("signal-detail", signal.pk)
    return act_page(request, signal, form, "Geven aan een collega")


@require_http_methods(["GET", "POST"])
def move(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """It is in another wijk; who gave it away may not know it any more, so back to the list."""
    signal, _ = seen_signal(request, signal_id, Action.STEER_SIGNAL)
    form = MoveForm(request.POST or None, signal=signal)
    act = {"signal_id": signal.pk, "by": request.user}
    made = perform(form, services.move_signal, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"{made} ligt nu bij {made.team}.")
        return redirect("signal-list")
    return act_page(request, signal, form, "Andere wijk")


@require_http_methods(["GET", "POST"])
def attempt(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """What came of going there; after a talk on to whether one may go on."""
    signal, _ = seen_signal(request, signal_id, Action.KEEP_SIGNAL)
    form = AttemptForm(request.POST or None, signal=signal)
    act = {"signal_id": signal.pk, "by": request.user}
    made = perform(form, services.log_attempt, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"Bewaard. Volgende poging: {deadline(made.signal.next_on)}.")
        return redirect(_after(made), signal.pk)
    return act_page(request, signal, form, "Poging vastleggen", looks=True)


@require_http_methods(["GET", "POST"])
def clear(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """Why the team may go on."""
    signal, _ = seen_signal(request, signal_id, Action.KEEP_SIGNAL)
    form = ClearForm(request.POST or None, signal=signal)
    act = {"signal_id": signal.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.clear_signal, **act):
        messages.success(request, "Vastgelegd. Maak nu een melding, of koppel wat er al is.")
        return redirect("signal-detail", signal.pk)
    return act_page(request, signal, form, "Mag u verder?")


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """It stops."""
    signal, _ = seen_signal(request, signal_id, Action.KEEP_SIGNAL)
    form = EndForm(request.POST or None, signal=signal)
    act = {"signal_id": signal.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.end_signal, **act):
        messages.success(request, f"{signal} is afgesloten.")
        return redirect("signal-detail", signal.pk)
    return act_page(request, signal, form, "Signaal afsluiten")


def _after(made: OutreachAttempt) -> str:
    """After a talk one asks whether one may go on."""
    asks = made.result == Result.SPOKEN and made.signal.state == SignalState.TAKEN
    return "signal-clear" if asks else "signal-detail"


def act_page(
    request: EmployeeRequest, signal: Signal, form: Any, title: str, **more: Any
) -> HttpResponse:
    """A form about one signal; one that came late knows the newest version."""
    if getattr(form, "is_late", False):
        form.know(version=signal.version)
    context = {"signal": signal, "form": form, "title": title}
    return render(request, "cases/signals/act.html", context | more)
