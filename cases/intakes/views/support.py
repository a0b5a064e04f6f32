"""Cliëntondersteuning with a melding: the offer, the request, and the request as it went."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.intakes import services
from cases.intakes.forms.support import RequestForm, SupportForm
from cases.intakes.letter import stamp_of
from cases.intakes.models import ClientSupport, SupportChoice, SupportRequest, WmoNotification
from cases.intakes.support_letter import support_request_of
from cases.intakes.views.papers import answer_letter, shown_letter
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import Decision
from common.forms import performed


@require_http_methods(["GET", "POST"])
def offer(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Write down what the resident said."""
    found = _find(request, notification_id)
    support = _support(found)
    form = SupportForm(request.POST or None, support=support)
    act = {"notification_id": found.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.offer_support, **act):
        messages.success(request, "Bewaard.")
        return redirect("notification-detail", found.pk)
    theirs = support if form.has_error("version") else None
    if theirs is not None:
        form.show_version(theirs.version)
    context = {"notification": found, "form": form, "theirs": theirs}
    return render(request, "cases/intakes/support.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The request as it will go or as it went; from here it is sent."""
    found = _find(request, notification_id)
    sent, form = _sent(found), RequestForm(request.POST or None)
    act = {"notification_id": found.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.request_support, **act):
        messages.success(request, "Het verzoek is vastgelegd. Druk het af en verstuur het.")
        return redirect("notification-support-request", found.pk)
    context = {"notification": found, "sent": sent, "form": form}
    return render(
        request, "cases/intakes/support_request.html", context | _words(found, sent, form)
    )


@require_http_methods(["GET", "POST"])
def request_file(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Ask for the PDF of what went out, hear how far it is, open it."""
    found, decision = _found(request, notification_id)
    sent = _sent(found)
    if sent is None:
        raise Http404
    return answer_letter(request, sent, page="notification-support-request", decision=decision)


def _words(
    found: WmoNotification, sent: SupportRequest | None, form: RequestForm
) -> dict[str, object]:
    """The words as they went, or as they would go now."""
    if sent is not None:
        paper = shown_letter(sent, page="notification-support-request")
        return {"letter": sent.content, "paper": paper}
    support = _support(found)
    if support is None or support.choice != SupportChoice.YES:
        raise Http404
    content = support_request_of(found, support, timezone.localdate())
    form.show_stamp(stamp_of(content))
    return {"letter": content, "paper": None}


def _support(found: WmoNotification) -> ClientSupport | None:
    rows = ClientSupport.objects.filter(notification=found)
    return rows.select_related("supporter").first()


def _sent(found: WmoNotification) -> SupportRequest | None:
    return SupportRequest.objects.filter(notification=found).select_related("sent_by").first()


def _find(request: EmployeeRequest, notification_id: int) -> WmoNotification:
    """The same for a page that shows what was offered; logged."""
    found, decision = _found(request, notification_id)
    record_view(request, "notification.support_read", subject=found, decision=decision)
    return found


def _found(request: EmployeeRequest, notification_id: int) -> tuple[WmoNotification, Decision]:
    """The melding with this number: 404 out of scope, 403 without the grant."""
    scope = WmoNotification.objects.visible_to(request.user).for_detail()
    found = get_object_or_404(scope, pk=notification_id)
    return found, GRANTS.require(request.user, Action.OFFER_SUPPORT, found)
