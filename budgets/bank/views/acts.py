"""Read a file in, match, undo, set aside."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from budgets.bank import services
from budgets.bank.accepting import accept_pairs, pairs_in
from budgets.bank.forms import AsideForm, ImportForm, MatchForm
from budgets.bank.models import BankFile, BankLine, BankMatch
from budgets.bank.views.finding import find_line
from budgets.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import perform, performed

LAST_FILES = 20


@require_http_methods(["GET", "POST"])
def take_in(request: EmployeeRequest) -> HttpResponse:
    """The file, and what was read in before."""
    decision = GRANTS.require(request.user, Action.IMPORT_BANK)
    form = ImportForm()
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        file = perform(form, services.register_bank_file, by=request.user)
        if file is not None:
            _tell_file(request, file, form)
            return redirect("bank-lines")
    record_view(request, "bank.prepared", decision=decision)
    files = BankFile.objects.select_related("uploaded_by")[:LAST_FILES]
    return render(request, "budgets/bank/import.html", {"form": form, "files": files})


@require_POST
def accept(request: EmployeeRequest) -> HttpResponse:
    """Match everything that was looked at (BI-8)."""
    GRANTS.require(request.user, Action.MATCH_BANK)
    done, refused = accept_pairs(pairs_in(request.POST.getlist("paar")), request.user)
    if done:
        count = "1 bankregel is" if done == 1 else f"{done} bankregels zijn"
        messages.success(request, f"{count} gekoppeld.")
    for words in refused:
        messages.warning(request, f"Niet gekoppeld: {words}")
    return redirect("bank-lines")


@require_http_methods(["GET", "POST"])
def match(request: EmployeeRequest, line_id: int) -> HttpResponse:
    """A part of a line with a request of which one knows the number."""
    found = find_line(request, line_id)
    form = MatchForm(request.POST or None, line=found, by=request.user)
    return _act(request, found, form, services.match_line, "Koppelen")


@require_http_methods(["GET", "POST"])
def set_aside(request: EmployeeRequest, line_id: int) -> HttpResponse:
    """Why it belongs to no request."""
    found = find_line(request, line_id)
    form = AsideForm(request.POST or None, line=found)
    return _act(request, found, form, services.set_line_aside, "Opzij leggen")


@require_POST
def take_back(request: EmployeeRequest, line_id: int) -> HttpResponse:
    """It belongs to a request after all."""
    found = find_line(request, line_id)
    words = "De bankregel staat weer bij zonder koppeling."
    return _at_once(request, found, services.take_line_back, words, line_id=found.pk)


@require_POST
def undo(request: EmployeeRequest, match_id: int) -> HttpResponse:
    """A match that was wrong."""
    GRANTS.require(request.user, Action.MATCH_BANK)
    seen = BankLine.objects.visible_to(request.user)
    found = get_object_or_404(BankMatch.objects.select_related("line"), pk=match_id, line__in=seen)
    words = "De koppeling is teruggedraaid."
    return _at_once(request, found.line, services.undo_match, words, match_id=found.pk)


def _act(
    request: EmployeeRequest, found: BankLine, form: Any, act: Any, title: str
) -> HttpResponse:
    """A form about one line, and back to it."""
    if request.method == "POST" and performed(form, act, line_id=found.pk, by=request.user):
        messages.success(request, "Vastgelegd.")
        return redirect("bank-line", found.pk)
    decision = GRANTS.require(request.user, Action.MATCH_BANK)
    record_view(request, "bank.read", subject=found, decision=decision)
    context = {"line": found, "form": form, "title": title}
    return render(request, "budgets/bank/act.html", context)


def _at_once(
    request: EmployeeRequest, found: BankLine, act: Any, words: str, **about: int
) -> HttpResponse:
    try:
        act(by=request.user, **about)
    except RuleViolation as broken:
        messages.warning(request, str(broken))
    else:
        messages.success(request, words)
    return redirect("bank-line", found.pk)


def _tell_file(request: EmployeeRequest, file: BankFile, form: ImportForm) -> None:
    """How much of it was new; of a file that was known, that nothing changed (BI-4)."""
    if file.submission_key != form.cleaned_data["submission_key"]:
        messages.info(request, "Dit bestand was al ingelezen. Er is niets veranderd.")
        return
    fresh = "1 nieuwe regel" if file.fresh_count == 1 else f"{file.fresh_count} nieuwe regels"
    messages.success(request, f"Ingelezen: {fresh}, {file.known_count} al bekend.")
