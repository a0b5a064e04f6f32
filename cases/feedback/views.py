"""The pages of feedback: who referred, whether they may hear, what they heard."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.advice.sharing import shared_data
from cases.dossiers.views.finding import find_file
from cases.feedback import services
from cases.feedback.forms import DropForm, ReferrerForm, SendForm
from cases.feedback.lights import light_of
from cases.feedback.models import Feedback
from cases.permissions import GRANTS, Action
from cases.residents.models import Consent, Giver
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed

PARTS = ("file__director", "resident", "recipient_kind", "liaison", "recorded_by", "ended_by")


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Write down who referred the resident."""
    file, _ = find_file(request, file_id, Action.GIVE_FEEDBACK, "feedback.prepared")
    form = ReferrerForm(request.POST or None, file=file)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.name_referrer, **act):
        messages.success(request, "De verwijzer is vastgelegd.")
        return redirect("file-detail", file.pk)
    return render(request, "cases/feedback/new.html", {"file": file, "form": form})


@require_GET
def detail(request: EmployeeRequest, feedback_id: int) -> HttpResponse:
    """Who referred, whether they may hear, and what they heard."""
    feedback = _seen(request, feedback_id, Action.SEE_FEEDBACK)
    context = {"feedback": feedback, "light": light_of(feedback, timezone.now())}
    context["allowed"] = feedback.is_due and _may_hear(feedback)
    return render(request, "cases/feedback/detail.html", context)


@require_http_methods(["GET", "POST"])
def send(request: EmployeeRequest, feedback_id: int) -> HttpResponse:
    """The referrer was told."""
    form = SendForm(request.POST or None)
    return _act(request, feedback_id, form, services.send_feedback, "Terugkoppelen")


@require_http_methods(["GET", "POST"])
def drop(request: EmployeeRequest, feedback_id: int) -> HttpResponse:
    """The referrer is not told."""
    form = DropForm(request.POST or None)
    return _act(request, feedback_id, form, services.drop_feedback, "Niet terugkoppelen")


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The referrers of a dossier, as a part of its page."""
    file, grounds = find_file(request, file_id, Action.READ_FILE, "feedback.listed")
    rows = file.feedbacks.all()[: settings.PAGE_SIZE]
    at = timezone.now()
    for row in rows:
        row.file = file
    context = {"file": file, "rows": [(row, light_of(row, at)) for row in rows]}
    context["may_add"] = Action.GIVE_FEEDBACK in grounds and file.is_open
    return render(request, "cases/feedback/_panel.html", context)


def _act(
    request: EmployeeRequest, feedback_id: int, form: Any, act: Any, title: str
) -> HttpResponse:
    """A form about one row, and back to it."""
    feedback = _seen(request, feedback_id, Action.GIVE_FEEDBACK)
    given = {"feedback_id": feedback.pk, "by": request.user}
    if request.method == "POST" and performed(form, act, **given):
        messages.success(request, "Bewaard.")
        return redirect("feedback-detail", feedback.pk)
    context = {"feedback": feedback, "form": form, "title": title}
    return render(request, "cases/feedback/act.html", context)


def _may_hear(feedback: Feedback) -> bool:
    """Whether a consent of today covers name and question for this kind of recipient."""
    rows = Consent.objects.in_force(feedback.resident_id, timezone.localdate())
    rows = rows.that_cover(feedback.recipient_kind, shared_data(()))
    return rows.exclude(given_by=Giver.NOBODY).exists()


def _seen(request: EmployeeRequest, feedback_id: int, action: Action) -> Feedback:
    """One row in scope; what is seen of it is in the trail first."""
    rows = Feedback.objects.visible_to(request.user).select_related(*PARTS)
    feedback: Feedback = get_object_or_404(rows, pk=feedback_id)
    decision = ground_for(action, GRANTS.grounds_in_scope(request.user, feedback))
    record_view(request, "feedback.read", subject=feedback, decision=decision)
    return feedback
