"""The letter with the decision, and what comes after it: objection and delivery."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.decisions import services
from cases.decisions.forms import (
    DeliveryForm,
    ObjectionDecisionForm,
    ObjectionForm,
    PostponeForm,
    ReviewForm,
    SendForm,
)
from cases.decisions.letter import decision_letter
from cases.decisions.lifecycle import LIFECYCLE
from cases.decisions.models import Decision, Provision
from cases.decisions.papers import order_of
from cases.decisions.views.finding import act_page, decision_of, find_application
from cases.intakes.letter import stamp_of
from cases.papers.views import answer_paper, shown_paper
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed

OBJECTION = {
    "title": "Bezwaar vastleggen",
    "done": "Het bezwaar is vastgelegd. De termijn staat op de pagina.",
    "intro": "Ook een bezwaar dat te laat is, legt u vast.",
}
POSTPONE = {
    "title": "Beslissing op bezwaar verdagen",
    "done": "De beslissing is verdaagd.",
    "intro": "Eén keer, met ten hoogste zes weken (AWB 7:10 lid 3). De inwoner krijgt daarover "
    "bericht.",
}
OBJECTED = {"title": "Beslissing op bezwaar", "done": "De beslissing is vastgelegd.", "intro": ""}
REVIEW = {
    "title": "Opnieuw kijken",
    "done": "Vastgelegd dat u opnieuw keek.",
    "intro": "Kijk samen met de inwoner of de ondersteuning nog past (Wmo 2.3.9).",
}
DELIVERY = {"title": "Levering", "done": "De levering is bijgewerkt.", "intro": ""}


@require_http_methods(["GET", "POST"])
def letter(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """The letter as it will go or as it went; from here it is sent."""
    application, grounds = find_application(
        request, application_id, Action.READ_DECISION, "decision.letter_read"
    )
    decision = decision_of(application)
    if decision is None or not decision.is_taken:
        raise Http404
    form = SendForm(request.POST or None)
    act = {"application_id": application.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.send_decision, **act):
        messages.success(request, "De brief ligt vast. Druk hem af of maak een PDF.")
        return redirect("decision-letter", application.pk)
    context = {"application": application, "decision": decision}
    context |= _shown(decision, form, set(grounds))
    return render(request, "cases/decisions/letter.html", context)


@require_http_methods(["GET", "POST"])
def letter_file(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Ask for the PDF of what went out, hear how far it is, open it."""
    application, grounds = find_application(
        request, application_id, Action.READ_DECISION, "decision.letter_read"
    )
    decision = decision_of(application)
    if decision is None or decision.frozen is None:
        raise Http404
    page = reverse("decision-letter", args=[application.pk])
    why = grounds[Action.READ_DECISION]
    return answer_paper(request, order_of(decision), page=page, subject=decision, decision=why)


@require_http_methods(["GET", "POST"])
def objection(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Write down an objection."""
    application, _ = find_application(request, application_id, Action.KEEP_OBJECTION)
    form = ObjectionForm(request.POST or None)
    return act_page(request, application, form, services.register_objection, OBJECTION)


@require_http_methods(["GET", "POST"])
def postpone(
    request: EmployeeRequest, application_id: int, objection_id: uuid.UUID
) -> HttpResponse:
    """Postpone the decision on an objection."""
    application, _ = find_application(request, application_id, Action.KEEP_OBJECTION)
    found = get_object_or_404(application.objections, pk=objection_id)
    form = PostponeForm(request.POST or None)
    act = services.postpone_objection
    return act_page(request, application, form, act, POSTPONE, objection_id=found.pk)


@require_http_methods(["GET", "POST"])
def judge(request: EmployeeRequest, application_id: int, objection_id: uuid.UUID) -> HttpResponse:
    """What was decided on an objection."""
    application, _ = find_application(request, application_id, Action.KEEP_OBJECTION)
    found = get_object_or_404(application.objections, pk=objection_id)
    form = ObjectionDecisionForm(request.POST or None)
    act = services.decide_objection
    return act_page(request, application, form, act, OBJECTED, objection_id=found.pk)


@require_http_methods(["GET", "POST"])
def review(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Look again whether it still fits."""
    application, _ = find_application(request, application_id, Action.KEEP_OBJECTION)
    form = ReviewForm(request.POST or None)
    return act_page(request, application, form, services.note_review, REVIEW)


@require_http_methods(["GET", "POST"])
def delivery(
    request: EmployeeRequest, application_id: int, provision_id: uuid.UUID
) -> HttpResponse:
    """How far the delivery is."""
    application, _ = find_application(request, application_id, Action.KEEP_DELIVERY)
    rows = Provision.objects.filter(decision__application=application, is_granted=True)
    found = get_object_or_404(rows, pk=provision_id)
    form = DeliveryForm(request.POST or None, initial={"day": timezone.localdate()})
    act = services.note_delivery
    return act_page(request, application, form, act, DELIVERY, provision_id=found.pk)


def _shown(decision: Decision, form: SendForm, allowed: set[Any]) -> dict[str, Any]:
    """The words of the letter, and the form when I can send it now."""
    if decision.frozen is not None:
        number = [decision.application_id]
        url, page = (
            reverse("decision-letter-pdf", args=number),
            reverse("decision-letter", args=number),
        )
        paper = shown_paper(order_of(decision), url=url, page=page)
        return {"letter": decision.frozen, "form": None, "paper": paper}
    lines = list(decision.provisions.all())
    content = decision_letter(decision, lines, timezone.localdate())
    form.initial["stamp"] = stamp_of(content)
    state = decision.application.state
    can_send = Action.WRITE_DECISION in allowed and LIFECYCLE.allows("send", state)
    return {"letter": content, "form": form if can_send else None, "paper": None}
