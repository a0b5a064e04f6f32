"""The pages of referrals: make one, read one, follow up, give up, and those of a dossier."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.dossiers.views.finding import find_file
from cases.permissions import GRANTS, Action
from cases.referrals import services
from cases.referrals.forms import FollowUpForm, GiveUpForm, ReferForm
from cases.referrals.lights import light_of
from cases.referrals.models import Referral
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed

PARTS = (
    "file__director",
    "resident",
    "question__domain",
    "recipient_kind",
    "recorded_by",
    "ended_by",
    "consent",
    "liaison",
)


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest, file_id: int, question_id: uuid.UUID) -> HttpResponse:
    """Refer one question of a dossier."""
    file, _ = find_file(request, file_id, Action.MAKE_REFERRAL, "referral.prepared")
    question = get_object_or_404(file.questions.select_related("domain"), pk=question_id)
    question.file = file
    form = ReferForm(request.POST or None, file=file)
    act = {"file_id": file.pk, "question_id": question.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.make_referral, **act):
        messages.success(request, "De verwijzing is vastgelegd.")
        return redirect("file-detail", file.pk)
    context = {"file": file, "question": question, "form": form}
    return render(request, "cases/referrals/new.html", context)


@require_GET
def detail(request: EmployeeRequest, referral_id: int) -> HttpResponse:
    """One referral: to whom, why, and what came of it."""
    referral = _seen(request, referral_id, Action.SEE_REFERRAL)
    context = {
        "referral": referral,
        "light": light_of(referral, timezone.now()),
        "data": list(referral.data.all()),
        "shared": referral.is_shared(timezone.localdate()),
    }
    return render(request, "cases/referrals/detail.html", context)


@require_http_methods(["GET", "POST"])
def follow_up(request: EmployeeRequest, referral_id: int) -> HttpResponse:
    """Whether it arrived."""
    form = FollowUpForm(request.POST or None)
    act = services.follow_up_referral
    return _act(request, referral_id, form, act, "Is het aangekomen?")


@require_http_methods(["GET", "POST"])
def give_up(request: EmployeeRequest, referral_id: int) -> HttpResponse:
    """Nobody will know any more."""
    form = GiveUpForm(request.POST or None)
    act = services.give_up_referral
    return _act(request, referral_id, form, act, "Verwijzing loslaten")


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The referrals of a dossier, as a part of its page."""
    file, _ = find_file(request, file_id, Action.READ_FILE, "referral.listed")
    rows = file.referrals.select_related("question__domain")[: settings.PAGE_SIZE]
    at = timezone.now()
    context = {"file": file, "rows": [(row, light_of(row, at)) for row in rows]}
    return render(request, "cases/referrals/_panel.html", context)


def _act(
    request: EmployeeRequest, referral_id: int, form: Any, act: Any, title: str
) -> HttpResponse:
    """A form about one referral, and back to it."""
    referral = _seen(request, referral_id, Action.MAKE_REFERRAL)
    given = {"referral_id": referral.pk, "by": request.user}
    if request.method == "POST" and performed(form, act, **given):
        messages.success(request, "Bewaard.")
        return redirect("referral-detail", referral.pk)
    context = {"referral": referral, "form": form, "title": title}
    return render(request, "cases/referrals/act.html", context)


def _seen(request: EmployeeRequest, referral_id: int, action: Action) -> Referral:
    """One referral in scope; what is seen of it is in the trail first."""
    rows = Referral.objects.visible_to(request.user).select_related(*PARTS)
    referral: Referral = get_object_or_404(rows, pk=referral_id)
    grounds = GRANTS.grounds_in_scope(request.user, referral)
    decision = ground_for(action, grounds)
    record_view(request, "referral.read", subject=referral, decision=decision)
    return referral
