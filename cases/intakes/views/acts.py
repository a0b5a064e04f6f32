"""The acts on one melding. Every page is the same: what it is about, one form, one button."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from cases.intakes import services
from cases.intakes.forms import AssignForm, ReasonForm
from cases.intakes.forms.acts import ActForm
from cases.intakes.models import WmoNotification
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform


@dataclass(frozen=True)
class Act:
    """One act with a form: who may, by which service, and what it says before and after."""

    action: Action
    title: str
    hint: str
    form: type[ActForm]
    service: Callable[..., WmoNotification]
    done: str


ASSIGN = Act(
    Action.ASSIGN_NOTIFICATION,
    "Geven aan een collega",
    "De termijnen lopen door. Uw collega krijgt bericht.",
    AssignForm,
    services.assign_notification,
    "gegeven aan uw collega.",
)
WITHDRAW = Act(
    Action.MOVE_NOTIFICATION,
    "Melding intrekken",
    "Doe dit alleen als de inwoner de melding zelf intrekt. De melding blijft bewaard.",
    ReasonForm,
    services.withdraw_notification,
    "ingetrokken.",
)
DROP = Act(
    Action.MOVE_NOTIFICATION,
    "Geen vervolg",
    "Doe dit als de vraag beantwoord is en de inwoner geen onderzoek wil.",
    ReasonForm,
    services.drop_notification,
    "afgesloten zonder vervolg.",
)


@require_POST
def claim(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Take it."""
    found = _find(request, notification_id, Action.CLAIM_NOTIFICATION)
    services.claim_notification(notification_id=found.pk, by=request.user)
    messages.success(request, f"Melding {found} is nu van u.")
    return redirect("notification-detail", found.pk)


@require_POST
def release(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Put it back on the list of the team."""
    found = _find(request, notification_id, Action.RELEASE_NOTIFICATION)
    services.release_notification(notification_id=found.pk, by=request.user)
    messages.success(request, f"Melding {found} staat weer op de lijst van het team.")
    return redirect("notification-detail", found.pk)


@require_POST
def start(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Begin the investigation."""
    found = _find(request, notification_id, Action.MOVE_NOTIFICATION)
    services.start_investigation(notification_id=found.pk, by=request.user)
    messages.success(request, f"Het onderzoek van {found} is gestart.")
    return redirect("notification-detail", found.pk)


@require_POST
def complete(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """End the investigation."""
    found = _find(request, notification_id, Action.MOVE_NOTIFICATION)
    services.complete_investigation(notification_id=found.pk, by=request.user)
    messages.success(request, f"Het onderzoek van {found} is afgerond.")
    return redirect("notification-detail", found.pk)


@require_http_methods(["GET", "POST"])
def assign(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Hand it to a colleague."""
    return _act(request, notification_id, ASSIGN)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The resident takes it back."""
    return _act(request, notification_id, WITHDRAW)


@require_http_methods(["GET", "POST"])
def drop(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """End it without an investigation."""
    return _act(request, notification_id, DROP)


def _act(request: EmployeeRequest, notification_id: int, act: Act) -> HttpResponse:
    """The page of an act; a rule that says no stands on the form with the typed text."""
    sent = request.method == "POST"
    found = (_in_scope if sent else partial(_find, needs=act.action))(request, notification_id)
    form = act.form(request.POST or None, notification=found)
    status = _submit(request, form, act) if sent else HTTPStatus.OK
    if status == HTTPStatus.FOUND:
        messages.success(request, f"Melding {found} is {act.done}")
        return _after(request, found)
    context = {"notification": found, "form": form, "act": act}
    return render(request, "cases/intakes/act.html", context, status=status)


def _submit(request: EmployeeRequest, form: ActForm, act: Act) -> HTTPStatus:
    """Do it. When the melding left this desk while the form was open, the text stays in sight."""
    found = form.notification
    if act.action not in GRANTS.allowed_actions(request.user, found):
        text = "Deze melding ligt niet bij u. Uw tekst staat hier nog, maar is niet opgeslagen."
        form.add_error(None, text)
        return HTTPStatus.FORBIDDEN
    done = perform(form, act.service, notification_id=found.pk, by=request.user)
    return HTTPStatus.OK if done is None else HTTPStatus.FOUND


def _after(request: EmployeeRequest, found: WmoNotification) -> HttpResponse:
    """Back to the melding, or to the list when it is no longer mine to read."""
    fresh = WmoNotification.objects.get(pk=found.pk)
    if Action.SEE_NOTIFICATION in GRANTS.allowed_actions(request.user, fresh):
        return redirect("notification-detail", found.pk)
    return redirect("notification-list")


def _in_scope(request: EmployeeRequest, notification_id: int) -> WmoNotification:
    """The melding with this number, in the scope of this employee; logged."""
    scope = WmoNotification.objects.visible_to(request.user).for_detail()
    found = get_object_or_404(scope, pk=notification_id)
    record_view(request, "notification.listed", subject=found)
    return found


def _find(request: EmployeeRequest, notification_id: int, needs: Action) -> WmoNotification:
    """The melding with this number: 404 out of scope, 403 without the grant; logged."""
    scope = WmoNotification.objects.visible_to(request.user).for_detail()
    found = get_object_or_404(scope, pk=notification_id)
    decision = GRANTS.require(request.user, needs, found)
    record_view(request, "notification.read", subject=found, decision=decision)
    return found
