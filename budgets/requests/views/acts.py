"""Ask for money, and every step after that."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from budgets.permissions import GRANTS, Action
from budgets.requests import services
from budgets.requests.asking_for import OF_FILE, OF_TEAM, OF_WAAKVLAM
from budgets.requests.forms import (
    DecideForm,
    PayForm,
    ReasonForm,
    RepayForm,
    RequestForm,
    SettleForm,
    SignForm,
)
from budgets.requests.locking import reserved_for
from budgets.requests.models import BudgetRequest, Level
from budgets.requests.views.finding import seen_request, seen_with_card
from cases.dossiers.views.finding import find_file
from cases.permissions import Action as CaseAction
from cases.waakvlam.views.finding import seen_waakvlam
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import perform, performed


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """For a dossier."""
    file, _ = find_file(request, file_id, CaseAction.WRITE_FILE, "budget.prepared")
    GRANTS.require(request.user, Action.MAKE_REQUEST)
    form = RequestForm(request.POST or None, by=request.user, pots=OF_FILE)
    return _ask(request, form, {"file": file}, file_id=file.pk, team_id=file.team_id)


@require_http_methods(["GET", "POST"])
def new_for_waakvlam(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """For a resident with whom one keeps in touch, without a dossier (BUD-7)."""
    found, _ = seen_waakvlam(request, waakvlam_id, CaseAction.KEEP_WAAKVLAM)
    GRANTS.require(request.user, Action.MAKE_REQUEST)
    form = RequestForm(request.POST or None, by=request.user, pots=OF_WAAKVLAM)
    where = {"file_id": None, "waakvlam_id": found.pk, "team_id": None}
    return _ask(request, form, {"waakvlam": found}, **where)


@require_http_methods(["GET", "POST"])
def new_for_team(request: EmployeeRequest) -> HttpResponse:
    """For the team itself, without a resident (BUD-7)."""
    decision = GRANTS.require(request.user, Action.MAKE_REQUEST)
    record_view(request, "budget.prepared", decision=decision)
    form = RequestForm(request.POST or None, by=request.user, pots=OF_TEAM)
    return _ask(request, form, {}, file_id=None)


@require_http_methods(["GET", "POST"])
def decide(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """Yes, no, or somebody higher."""
    found, card = seen_with_card(request, request_id)
    form = DecideForm(request.POST or None, is_highest=found.level == Level.GENERAL)
    return _act(request, found, form, services.decide_request, "Beslissen", card=card)


@require_http_methods(["GET", "POST"])
def pay(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """How much it was; who pays sees the whole account number here."""
    found, _ = seen_request(request, request_id, Action.PAY_REQUEST)
    form = PayForm(request.POST or None, reserved=reserved_for(found), version=found.version)
    return _act(request, found, form, services.pay_request, "Betaling vastleggen", pays=True)


@require_http_methods(["GET", "POST"])
def repay(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """How much came back."""
    found, _ = seen_request(request, request_id, Action.REGISTER_REPAYMENT)
    form = RepayForm(request.POST or None)
    return _act(request, found, form, services.register_repayment, "Terugbetaling vastleggen")


@require_http_methods(["GET", "POST"])
def deny(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """Why the fund does not pay."""
    found, _ = seen_request(request, request_id, Action.KEEP_ADVANCE)
    form = ReasonForm(request.POST or None)
    return _act(request, found, form, services.deny_advance, "Het fonds weigert")


@require_http_methods(["GET", "POST"])
def settle(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """A gift, or the resident pays."""
    found, _ = seen_request(request, request_id, Action.SETTLE_ADVANCE)
    form = SettleForm(request.POST or None)
    title, notes = "Hoe gaat het verder?", found.notes_words
    return _act(request, found, form, services.settle_advance, title, notes=notes)


@require_http_methods(["GET", "POST"])
def write_off(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """The first signature."""
    found, _ = seen_request(request, request_id, Action.SETTLE_ADVANCE)
    form = ReasonForm(request.POST or None)
    title, notes = "Afboeken voorstellen", found.notes_words
    return _act(request, found, form, services.propose_write_off, title, notes=notes)


@require_http_methods(["GET", "POST"])
def sign(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """The second signature, by somebody who reads why."""
    found, _ = seen_request(request, request_id, Action.SIGN_WRITE_OFF)
    form, notes = SignForm(request.POST or None), found.notes_words
    return _act(request, found, form, services.sign_write_off, "Tweede handtekening", notes=notes)


@require_POST
def withdraw(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """It is not needed any more."""
    found, _ = seen_request(request, request_id, Action.WITHDRAW_REQUEST)
    return _at_once(request, found, services.withdraw_request, "De aanvraag is ingetrokken.")


@require_POST
def bounce(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """The bank gave it back."""
    found, _ = seen_request(request, request_id, Action.PAY_REQUEST)
    words = "De betaling is teruggedraaid. Het bedrag is weer gereserveerd."
    return _at_once(request, found, services.bounce_payment, words)


def _ask(
    request: EmployeeRequest, form: RequestForm, shown: dict[str, Any], **where: Any
) -> HttpResponse:
    act = {**where, "by": request.user}
    made = perform(form, services.request_budget, **act) if request.method == "POST" else None
    if made is not None:
        state = "toegekend en gereserveerd" if made.state == "approved" else "aangevraagd"
        messages.success(request, f"{made} is {state}.")
        return redirect("budget-request", made.pk)
    return render(request, "budgets/requests/new.html", {"form": form, **shown})


def _act(
    request: EmployeeRequest, found: BudgetRequest, form: Any, act: Any, title: str, **more: Any
) -> HttpResponse:
    """A form about one request, and back to it."""
    given = {"request_id": found.pk, "by": request.user}
    if request.method == "POST" and performed(form, act, **given):
        messages.success(request, "Vastgelegd.")
        return redirect("budget-request", found.pk)
    context = {"budget": found, "form": form, "title": title, "card": None, "pays": False}
    context["notes"] = ""
    return render(request, "budgets/requests/act.html", context | more)


def _at_once(request: EmployeeRequest, found: BudgetRequest, act: Any, words: str) -> HttpResponse:
    try:
        act(request_id=found.pk, by=request.user)
    except RuleViolation as broken:
        messages.warning(request, str(broken))
    else:
        messages.success(request, words)
    return redirect("budget-request", found.pk)
