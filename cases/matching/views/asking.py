"""Ask for a volunteer from a dossier, take it back, and write down whether it worked."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.community.models import Offer
from cases.dossiers.models import HelpRequest, ResidentFile
from cases.dossiers.views.finding import find_file
from cases.matching import services
from cases.matching.forms import ArrivalForm, AskForm, WithdrawForm
from cases.matching.views.finding import seen_match
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import performed

SHOWN = 50


@require_http_methods(["GET", "POST"])
def ask(request: EmployeeRequest, file_id: int, question_id: uuid.UUID) -> HttpResponse:
    """Ask who coordinates volunteers; an offer in the address goes along."""
    file, _ = find_file(request, file_id, Action.ASK_MATCH, "match.prepared")
    question = get_object_or_404(file.questions.select_related("domain"), pk=question_id)
    question.file = file
    offer = _offer(request)
    form = AskForm(request.POST or None, file=file, by=request.user)
    act = {"file_id": file.pk, "question_id": question.pk, "offer": offer, "by": request.user}
    if request.method == "POST" and performed(form, services.ask_match, **act):
        messages.success(request, "De vraag om een vrijwilliger is verstuurd.")
        return redirect("file-detail", file.pk)
    context = {"file": file, "question": question, "offer": offer, "form": form}
    return render(request, "cases/matching/ask.html", context)


@require_GET
def from_offer(request: EmployeeRequest, offer_id: int) -> HttpResponse:
    """For which question of my dossiers is this offer meant?"""
    decision = GRANTS.require(request.user, Action.SEE_MATCHES)
    offer = get_object_or_404(Offer.objects.visible_to(request.user), pk=offer_id)
    files = ResidentFile.objects.mine(request.user).open()
    rows = HelpRequest.objects.filter(file__in=files, ended_at__isnull=True)
    questions = list(
        rows.select_related("domain", "file", "resident").order_by("-asked_at")[:SHOWN]
    )
    residents = {question.resident_id for question in questions}
    record_view(request, "match.listed", residents=residents, decision=decision)
    context = {"offer": offer, "questions": questions}
    return render(request, "cases/matching/from_offer.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, match_id: int) -> HttpResponse:
    """Take the request back."""
    match, _ = seen_match(request, match_id, Action.ASK_MATCH)
    form = WithdrawForm(request.POST or None)
    act = {"match_id": match.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.withdraw_match, **act):
        messages.success(request, f"{match} is ingetrokken.")
        return redirect("match-detail", match.pk)
    context = {"match": match, "form": form, "title": "Gevraagde match intrekken"}
    return render(request, "cases/matching/act.html", context)


@require_http_methods(["GET", "POST"])
def arrival(request: EmployeeRequest, match_id: int) -> HttpResponse:
    """Whether the volunteer came."""
    match, _ = seen_match(request, match_id, Action.ASK_MATCH)
    form = ArrivalForm(request.POST or None)
    act = {"match_id": match.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.follow_up_match, **act):
        messages.success(request, "Bewaard.")
        return redirect("match-detail", match.pk)
    context = {"match": match, "form": form, "title": "Is de vrijwilliger gekomen?"}
    return render(request, "cases/matching/act.html", context)


def _offer(request: EmployeeRequest) -> Offer | None:
    """The offer in the address, when it is there and not over."""
    number = request.GET.get("aanbod", "")
    if not number.isdecimal() or len(number) > len(str(2**31)):
        return None
    rows = Offer.objects.visible_to(request.user).current_on(timezone.localdate())
    return rows.filter(pk=int(number)).first()
