"""Writing a melding down: from a callback, or for a resident one of them made known."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.callbacks.models import CallbackRequest
from cases.intakes import services
from cases.intakes.forms import CallbackNumberForm, NotificationForm
from cases.intakes.models import NotificationChannel, WmoNotification
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Say who it is about: a resident of a callback of my team."""
    GRANTS.require(request.user, Action.REGISTER_NOTIFICATION)
    form = CallbackNumberForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect("notification-for-resident", form.cleaned_data["number"])
    return render(request, "cases/intakes/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
def from_callback(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Make this callback a melding; the one that was made already is simply opened."""
    callback = _callback(request, callback_id)
    made = WmoNotification.objects.filter(callback=callback).first()
    if made is not None and request.method == "GET":
        return _already(request, made)
    if callback.handler_id not in request.user.desk_ids:
        raise PermissionDenied
    initial = {
        "channel": NotificationChannel.CALLBACK,
        "received_on": timezone.localdate(callback.registered_at),
        "question": callback.question,
    }
    return _form(request, callback, initial)


@require_http_methods(["GET", "POST"])
def for_resident(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Write down a melding that came another way, for the resident of this callback."""
    callback = _callback(request, callback_id)
    return _form(request, callback, {"received_on": timezone.localdate()})


def _form(
    request: EmployeeRequest, callback: CallbackRequest, initial: dict[str, Any]
) -> HttpResponse:
    """The form, or the melding that was made of it."""
    own: dict[str, Any] = {"from_callback": "channel" in initial, "initial": initial}
    form = NotificationForm(request.POST or None, **own)
    if request.method == "POST":
        act = {"callback_id": callback.pk, "by": request.user}
        made = perform(form, services.register_notification, **act)
        if made is not None:
            messages.success(request, f"Melding {made} is vastgelegd.")
            return _on(request, made)
    running = running_of(request, callback.resident_id)
    context = {"form": form, "callback": callback, "resident": callback.resident}
    context["running"] = running
    return render(request, "cases/intakes/register.html", context)


def _on(request: EmployeeRequest, made: WmoNotification) -> HttpResponse:
    """To the melding when I may read it, else to the list."""
    if Action.SEE_NOTIFICATION in GRANTS.allowed_actions(request.user, made):
        return redirect("notification-detail", made.pk)
    return redirect("notification-list")


def _already(request: EmployeeRequest, made: WmoNotification) -> HttpResponse:
    messages.info(request, f"Bij dit terugbelverzoek is al een melding vastgelegd: {made}.")
    return _on(request, made)


def running_of(request: EmployeeRequest, resident_id: int) -> list[WmoNotification]:
    """Open meldingen of the same resident: perhaps no second one is needed."""
    rows = WmoNotification.objects.visible_to(request.user).open()
    return list(rows.filter(resident_id=resident_id).select_related("handler"))


def _callback(request: EmployeeRequest, callback_id: int) -> CallbackRequest:
    """The request with this number: 404 out of scope, 403 without the grant; logged."""
    scope = CallbackRequest.objects.visible_to(request.user).for_detail()
    callback = get_object_or_404(scope, pk=callback_id)
    decision = GRANTS.require(request.user, Action.REGISTER_NOTIFICATION)
    record_view(request, "notification.prepared", subject=callback, decision=decision)
    return callback
