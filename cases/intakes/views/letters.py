"""The confirmation: look at it, send it, read back what was sent."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.intakes import services
from cases.intakes.forms import LetterForm
from cases.intakes.letter import confirmation_of, letter_pdf, stamp_of
from cases.intakes.models import ConfirmationLetter, WmoNotification
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
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


@require_GET
def letter_file(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The PDF that went out, byte for byte."""
    sent = _sent(_find(request, notification_id))
    if sent is None:
        raise Http404
    made = sent.pdf or letter_pdf(sent.content)
    if made is None:
        raise RuleViolation("Op deze server kan geen PDF gemaakt worden. Druk de brief zelf af.")
    name = f"bevestiging-{notification_id}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(bytes(made), content_type="application/pdf", headers=headers)


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
        return {"letter": sent.content, "has_pdf": sent.pdf is not None, "form": None}
    content = confirmation_of(found, timezone.localdate())
    form.show_stamp(stamp_of(content))
    allowed = GRANTS.allowed_actions(request.user, found)
    can_send = found.is_open and found.handler_id and Action.CONFIRM_NOTIFICATION in allowed
    return {"letter": content, "has_pdf": False, "form": form if can_send else None}


def _sent(found: WmoNotification) -> ConfirmationLetter | None:
    return ConfirmationLetter.objects.filter(notification=found).select_related("sent_by").first()


def _find(request: EmployeeRequest, notification_id: int) -> WmoNotification:
    """The melding with this number: 404 out of scope, 403 without the grant; logged."""
    scope = WmoNotification.objects.visible_to(request.user).for_detail()
    found = get_object_or_404(scope, pk=notification_id)
    decision = GRANTS.require(request.user, Action.SEE_NOTIFICATION, found)
    record_view(request, "notification.letter_read", subject=found, decision=decision)
    return found
