"""The confirmation: look at it, send it, read back what was sent."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.intakes import services
from cases.intakes.forms import LetterForm
from cases.intakes.letter import confirmation_of, stamp_of
from cases.intakes.models import ConfirmationLetter, WmoNotification
from cases.intakes.views.papers import answer_letter, shown_letter
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import Decision
from common.forms import performed


@require_http_methods(["GET", "POST"])
def letter(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The letter as it will go or as it went; from here it is sent."""
    found = _find(request, notification_id)
    sent = _sent(found)
    form = LetterForm(request.POST or None)
    if request.method == "POST" and _send(request, found, form):
        messages.success(request, "De brief is vastgelegd. Druk hem af en verstuur hem.")
        return redirect("notification-letter", found.pk)
    context = {"notification": found, "sent": sent, **_shown(request, found, sent, form)}
    return render(request, "cases/intakes/letter.html", context)


@require_http_methods(["GET", "POST"])
def letter_file(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Ask for the PDF of what went out, hear how far it is, open it."""
    found, decision = _found(request, notification_id)
    sent = _sent(found)
    if sent is None:
        raise Http404
    return answer_letter(request, sent, page="notification-letter", decision=decision)


def _send(request: EmployeeRequest, found: WmoNotification, form: LetterForm) -> bool:
    """Send it; whether that was done."""
    GRANTS.require(request.user, Action.CONFIRM_NOTIFICATION, found)
    act = {"notification_id": found.pk, "by": request.user}
    return performed(form, services.confirm_notification, **act)


def _shown(
    request: EmployeeRequest,
    found: WmoNotification,
    sent: ConfirmationLetter | None,
    form: LetterForm,
) -> dict[str, Any]:
    """The words of the letter, and the form when I can send it now."""
    if sent is not None:
        paper = shown_letter(sent, page="notification-letter")
        return {"letter": sent.content, "paper": paper, "form": None}
    content = confirmation_of(found, timezone.localdate())
    form.show_stamp(stamp_of(content))
    allowed = GRANTS.allowed_actions(request.user, found)
    can_send = found.is_open and found.handler_id and Action.CONFIRM_NOTIFICATION in allowed
    return {"letter": content, "paper": None, "form": form if can_send else None}


def _sent(found: WmoNotification) -> ConfirmationLetter | None:
    return ConfirmationLetter.objects.filter(notification=found).select_related("sent_by").first()


def _find(request: EmployeeRequest, notification_id: int) -> WmoNotification:
    """The same for a page that shows the letter; logged."""
    found, decision = _found(request, notification_id)
    record_view(request, "notification.letter_read", subject=found, decision=decision)
    return found


def _found(request: EmployeeRequest, notification_id: int) -> tuple[WmoNotification, Decision]:
    """The melding with this number: 404 out of scope, 403 without the grant."""
    scope = WmoNotification.objects.visible_to(request.user).for_detail()
    found = get_object_or_404(scope, pk=notification_id)
    return found, GRANTS.require(request.user, Action.SEE_NOTIFICATION, found)
