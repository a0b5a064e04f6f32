"""Write the decision, take it, and let a second person look."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.decisions import services
from cases.decisions.forms import DraftForm, OfferForm, ProvisionForm, ReturnForm
from cases.decisions.models import Decision
from cases.decisions.views.finding import act_page, decision_of, find_application
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import performed

PROVISION = {
    "title": "Voorziening toevoegen",
    "done": "De voorziening staat in het besluit.",
    "intro": "",
}
OFFER = {
    "title": "Besluit voorleggen",
    "done": "Uw collega krijgt bericht.",
    "intro": "Een collega met een eigen mandaat kijkt mee en is akkoord of geeft het terug.",
}
RETURN = {"title": "Besluit terug", "done": "Het besluit is weer een concept.", "intro": ""}


@require_http_methods(["GET", "POST"])
def edit(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Write the draft; what a colleague wrote meanwhile stands beside it."""
    application, _ = find_application(request, application_id, Action.WRITE_DECISION)
    decision = decision_of(application)
    form = DraftForm(request.POST or None, application=application, decision=decision)
    act = {"application_id": application.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.save_draft, **act):
        messages.success(request, "Het concept is bewaard.")
        return redirect("application-detail", application.pk)
    theirs = decision if form.is_bound and _changed(form, decision) else None
    context = {"application": application, "form": form, "theirs": theirs}
    return render(request, "cases/decisions/draft.html", context)


@require_http_methods(["GET", "POST"])
def provision(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Add a product."""
    application, _ = find_application(request, application_id, Action.WRITE_DECISION)
    form = ProvisionForm(request.POST or None)
    return act_page(request, application, form, services.add_provision, PROVISION)


@require_POST
def drop_provision(
    request: EmployeeRequest, application_id: int, provision_id: uuid.UUID
) -> HttpResponse:
    """Take a product out of the draft."""
    application, _ = find_application(request, application_id, Action.WRITE_DECISION)
    services.remove_provision(
        application_id=application.pk, provision_id=provision_id, by=request.user
    )
    messages.success(request, "De voorziening is uit het concept.")
    return redirect("application-detail", application.pk)


@require_POST
def decide(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Take the decision that the page showed."""
    application, _ = find_application(request, application_id, Action.WRITE_DECISION)
    number = _version(request)
    services.decide(application_id=application.pk, version=number, by=request.user)
    messages.success(request, "Het besluit is genomen. Bekijk de brief en verstuur hem.")
    return redirect("decision-letter", application.pk)


@require_http_methods(["GET", "POST"])
def offer(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Lay it before a colleague."""
    application, _ = find_application(request, application_id, Action.WRITE_DECISION)
    decision = decision_of(application)
    initial = {"version": decision.version if decision else 0}
    form = OfferForm(request.POST or None, application=application, initial=initial)
    return act_page(request, application, form, services.offer_decision, OFFER)


@require_POST
def countersign(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """The second person agrees."""
    application, _ = find_application(request, application_id, Action.COUNTERSIGN)
    number = _version(request)
    services.countersign(application_id=application.pk, version=number, by=request.user)
    messages.success(request, "U bent akkoord. Het besluit is genomen.")
    return redirect("application-detail", application.pk)


@require_http_methods(["GET", "POST"])
def give_back(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """The second person does not agree, or who wrote it takes it back."""
    application, _ = find_application(request, application_id, Action.READ_DECISION)
    form = ReturnForm(request.POST or None)
    return act_page(request, application, form, services.return_decision, RETURN)


@require_POST
def reopen(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Take it back before it was sent."""
    application, _ = find_application(request, application_id, Action.WRITE_DECISION)
    services.reopen_decision(application_id=application.pk, by=request.user)
    messages.success(request, "Het besluit is weer een concept.")
    return redirect("application-detail", application.pk)


def _version(request: EmployeeRequest) -> int:
    """The version of the draft that stood on the page."""
    number = request.POST.get("version", "")
    if not number.isdecimal() or len(number) > len(str(2**31)):
        raise RuleViolation("Open de pagina opnieuw.")
    return int(number)


def _changed(form: DraftForm, decision: Decision | None) -> bool:
    """Whether a colleague was first; from now on the form knows what is there."""
    if decision is None or form.data.get("version") == str(decision.version):
        return False
    form.show_version(decision.version)
    return True
