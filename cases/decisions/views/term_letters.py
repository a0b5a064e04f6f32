"""The letters about the term: as they will go, as they went, and as PDF (AB-24)."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.decisions import services
from cases.decisions.forms import SendForm
from cases.decisions.models import Application, TermLetter
from cases.decisions.papers import term_order_of
from cases.decisions.term_letter import delay_letter, pause_letter
from cases.decisions.views.finding import Grounds, find_application
from cases.intakes.letter import Content, stamp_of
from cases.papers.views import answer_paper, shown_paper
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed

SEEN = "application.letter_read"


@dataclass(frozen=True)
class Proposal:
    """A letter as it would go today, and the act that sends it."""

    about: str
    page: str
    content: Content
    act: Callable[..., TermLetter]
    told: dict[str, Any]
    may_send: bool


@require_http_methods(["GET", "POST"])
def pause(request: EmployeeRequest, application_id: int, pause_id: uuid.UUID) -> HttpResponse:
    """The letter about one interval; from here it is sent."""
    application, grounds = find_application(request, application_id, Action.READ_DECISION, SEEN)
    found = next((each for each in application.pauses.all() if each.pk == pause_id), None)
    if found is None:
        raise Http404
    found.application = application
    told = {"application_id": application.pk, "pause_id": found.pk, "by": request.user}
    page = reverse("pause-letter", args=[application.pk, found.pk])
    content = pause_letter(application, found, timezone.localdate())
    may_send = found.ended_on is None and _may_send(application, grounds)
    act = services.send_pause_letter
    proposal = Proposal("de opschorting", page, content, act, told, may_send)
    return _page(request, application, application.term_letters.filter(pause=found), proposal)


@require_http_methods(["GET", "POST"])
def delay(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """The letter about the day that was promised; from here it is sent."""
    application, grounds = find_application(request, application_id, Action.READ_DECISION, SEEN)
    promised = application.promised_on
    if promised is None:
        raise Http404
    told = {"application_id": application.pk, "by": request.user}
    page = reverse("delay-letter", args=[application.pk])
    content = delay_letter(application, timezone.localdate())
    act, may_send = services.send_delay_letter, _may_send(application, grounds)
    proposal = Proposal("de vertraging", page, content, act, told, may_send)
    rows = application.term_letters.filter(promised_on=promised)
    return _page(request, application, rows, proposal)


@require_http_methods(["GET", "POST"])
def letter_file(
    request: EmployeeRequest, application_id: int, letter_id: uuid.UUID
) -> HttpResponse:
    """Ask for the PDF of what went out, hear how far it is, open it."""
    application, grounds = find_application(request, application_id, Action.READ_DECISION, SEEN)
    sent = get_object_or_404(application.term_letters, pk=letter_id)
    why = grounds[Action.READ_DECISION]
    page = _page_of(sent)
    return answer_paper(request, term_order_of(sent), page=page, subject=sent, decision=why)


def _page(
    request: EmployeeRequest,
    application: Application,
    rows: QuerySet[TermLetter],
    proposal: Proposal,
) -> HttpResponse:
    """What was sent, or the proposal with the form that sends it."""
    form = SendForm(request.POST or None, initial={"stamp": stamp_of(proposal.content)})
    if request.method == "POST" and performed(form, proposal.act, **proposal.told):
        messages.success(request, "De brief ligt vast. Druk hem af of maak een PDF.")
        return redirect(proposal.page)
    sent = rows.first()
    context = {"application": application, "about": proposal.about, "sent": sent}
    context["form"] = form if proposal.may_send and sent is None else None
    context |= _shown(sent) if sent else {"letter": proposal.content}
    return render(request, "cases/decisions/term_letter.html", context)


def _shown(sent: TermLetter) -> dict[str, Any]:
    """The words as they went, and how far their PDF is."""
    url = reverse("term-letter-pdf", args=[sent.application_id, sent.pk])
    paper = shown_paper(term_order_of(sent), url=url, page=_page_of(sent))
    return {"letter": sent.frozen, "paper": paper}


def _page_of(sent: TermLetter) -> str:
    if sent.pause_id is None:
        return reverse("delay-letter", args=[sent.application_id])
    return reverse("pause-letter", args=[sent.application_id, sent.pause_id])


def _may_send(application: Application, grounds: Grounds) -> bool:
    return application.is_running and Action.KEEP_TERM in grounds
