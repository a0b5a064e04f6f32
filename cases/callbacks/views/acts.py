"""The acts on one request. Every page is the same: what it is about, one form, one button."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from cases.callbacks import forms, services
from cases.callbacks.forms.acts import ActForm
from cases.callbacks.lifecycle import LIFECYCLE
from cases.callbacks.models import CallbackRequest
from cases.callbacks.models.lights import light_of
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from clusters.models import working_calendar
from common.forms import perform

FREE_TEXT = ("note", "outcome_note", "reason")
"""The fields of the acts in which somebody writes a story."""


@dataclass(frozen=True)
class Act:
    """One act with a form: who may, in which step, by which service, and what it says after."""

    action: Action
    step: str
    title: str
    form: type[ActForm]
    service: Callable[..., CallbackRequest]
    done: str


FORWARD = Act(
    Action.FORWARD_CALLBACK,
    "forward",
    "Doorsturen naar een ander team",
    forms.ForwardForm,
    services.forward_callback,
    "doorgestuurd. Het team heeft een melding gekregen.",
)
ASSIGN = Act(
    Action.ASSIGN_CALLBACK,
    "assign",
    "Geven aan een collega",
    forms.AssignForm,
    services.assign_callback,
    "gegeven aan uw collega.",
)
ATTEMPT = Act(
    Action.LOG_ATTEMPT,
    "attempt",
    "Poging vastleggen",
    forms.AttemptForm,
    services.log_attempt,
    "bijgewerkt: de poging is vastgelegd.",
)
NEXT_STEP = Act(
    Action.CHOOSE_NEXT_STEP,
    "retry",
    "Niet bereikt: hoe nu verder?",
    forms.NextStepForm,
    services.choose_next_step,
    "bijgewerkt: het vervolg is gekozen.",
)
PAUSE = Act(
    Action.PAUSE_CALLBACK,
    "pause",
    "Wachten op de inwoner",
    forms.PauseForm,
    services.pause_callback,
    "gepauzeerd. U krijgt een herinnering.",
)
CLOSE = Act(
    Action.CLOSE_CALLBACK,
    "close",
    "Afsluiten",
    forms.CloseForm,
    services.close_callback,
    "afgesloten.",
)
REOPEN = Act(
    Action.REOPEN_CALLBACK,
    "reopen",
    "Heropenen",
    forms.ReopenForm,
    services.reopen_callback,
    "heropend. De termijn is opnieuw begonnen.",
)


@require_POST
def claim(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Take this request; htmx gets the row back, a plain browser the page of the request."""
    callback = _find(request, callback_id, Action.CLAIM_CALLBACK)
    services.claim_callback(callback_id=callback.pk, by=request.user)
    if request.htmx:
        fresh = CallbackRequest.objects.for_worklist().get(pk=callback.pk)
        lines = [(fresh, light_of(fresh, timezone.now(), working_calendar()))]
        return render(request, "cases/callbacks/_rows.html", {"lines": lines})
    messages.success(request, f"{callback} is nu van u.")
    return redirect("callback-detail", callback.pk)


@require_POST
def release(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Put it back on the team's list."""
    callback = _find(request, callback_id, Action.RELEASE_CALLBACK)
    services.release_callback(callback_id=callback.pk, by=request.user)
    messages.success(request, f"{callback} staat weer op de lijst van het team.")
    return redirect("callback-detail", callback.pk)


@require_POST
def resume(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Start the clock again."""
    callback = _find(request, callback_id, Action.RESUME_CALLBACK)
    services.resume_callback(callback_id=callback.pk, by=request.user)
    messages.success(request, f"De termijn van {callback} loopt weer.")
    return redirect("callback-detail", callback.pk)


@require_http_methods(["GET", "POST"])
def forward(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Give it to another team."""
    return _act(request, callback_id, FORWARD)


@require_http_methods(["GET", "POST"])
def assign(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Hand it to a colleague."""
    return _act(request, callback_id, ASSIGN)


@require_http_methods(["GET", "POST"])
def attempt(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Write down a call."""
    return _act(request, callback_id, ATTEMPT)


@require_http_methods(["GET", "POST"])
def next_step(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Choose what to do after the last failed attempt."""
    return _act(request, callback_id, NEXT_STEP)


@require_http_methods(["GET", "POST"])
def pause(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Wait for the resident."""
    return _act(request, callback_id, PAUSE)


@require_http_methods(["GET", "POST"])
def close(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """End it with an outcome."""
    return _act(request, callback_id, CLOSE)


@require_http_methods(["GET", "POST"])
def reopen(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Make it a new promise."""
    return _act(request, callback_id, REOPEN)


def _act(request: EmployeeRequest, callback_id: int, act: Act) -> HttpResponse:
    """The page of an act; a rule that says no stands on the form with the typed text."""
    if request.method == "POST" and not _in_scope(request, callback_id):
        return _gone(request)
    callback = _find(request, callback_id, Action.SEE_CALLBACK)
    form = act.form(request.POST or None, callback=callback, user=request.user)
    step = _submit if request.method == "POST" else _open
    status = step(request, form, act)
    if status == HTTPStatus.FOUND:
        messages.success(request, f"{callback} is {act.done}")
        return _after(callback, request)
    context = {"callback": callback, "form": form, "act": act, **_calling(request, callback)}
    return render(request, "cases/callbacks/act.html", context, status=status)


def _calling(request: EmployeeRequest, callback: CallbackRequest) -> dict[str, Any]:
    """What the card beside the form may show; the card itself is changed from the request."""
    allowed = GRANTS.allowed_actions(request.user, callback)
    return {
        "number_shown": not callback.resident.must_be_read_first,
        "may_show": Action.SHOW_NUMBER in allowed,
        "may_edit_card": False,
    }


def _open(request: EmployeeRequest, form: ActForm, act: Act) -> HTTPStatus:
    """Whether the page may be shown: granted, and possible in this state."""
    GRANTS.require(request.user, act.action, form.callback)
    LIFECYCLE.target(act.step, form.callback.state)
    return HTTPStatus.OK


def _submit(request: EmployeeRequest, form: ActForm, act: Act) -> HTTPStatus:
    """Do it. When the request left this desk while the form was open, the text stays in sight."""
    if act.action not in GRANTS.allowed_actions(request.user, form.callback):
        text = "Dit verzoek ligt niet bij u{}. Uw tekst staat hier nog, maar is niet opgeslagen."
        handler = form.callback.handler
        form.add_error(None, text.format(f", maar bij {handler}" if handler else ""))
        return HTTPStatus.FORBIDDEN
    done = perform(form, act.service, callback_id=form.callback.pk, by=request.user)
    return HTTPStatus.OK if done is None else HTTPStatus.FOUND


def _after(callback: CallbackRequest, request: EmployeeRequest) -> HttpResponse:
    """Back to the request, or to the list when it left my scope."""
    still_mine = _in_scope(request, callback.pk)
    return redirect("callback-detail", callback.pk) if still_mine else redirect("callback-worklist")


def _in_scope(request: EmployeeRequest, callback_id: int) -> bool:
    """Whether a request with this number exists for this employee."""
    return CallbackRequest.objects.visible_to(request.user).filter(pk=callback_id).exists()


def _gone(request: EmployeeRequest) -> HttpResponse:
    """It went to another team while the form was open: not found, but the typed text is kept.

    The same for a number that does not exist: the page holds only what this employee sent.
    """
    texts = [text for name in FREE_TEXT if (text := request.POST.get(name, "").strip())]
    if not texts:
        raise Http404
    return render(request, "cases/callbacks/gone.html", {"texts": texts}, status=404)


def _find(request: EmployeeRequest, callback_id: int, needs: Action) -> CallbackRequest:
    """The request with this number: 404 out of scope, 403 without the grant; logged."""
    scope = CallbackRequest.objects.visible_to(request.user).for_detail()
    callback = get_object_or_404(scope, pk=callback_id)
    decision = GRANTS.require(request.user, needs, callback)
    record_view(request, "callback.read", subject=callback, decision=decision)
    return callback
