"""The rules of triage: read, write, try on the past, publish."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.intakes import services
from cases.intakes.deciding import PROPOSAL, advice_word, findings, try_on
from cases.intakes.figures import deviations, past_triages
from cases.intakes.forms.rules import RulesForm
from cases.intakes.models.triage import TriageVersion
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform


@require_GET
def rules(request: EmployeeRequest) -> HttpResponse:
    """The rules in use, how often workers choose otherwise, and whether a draft waits."""
    GRANTS.require(request.user, Action.MAINTAIN_TRIAGE)
    live, newest = TriageVersion.objects.live(), TriageVersion.objects.newest()
    rows = list(live.rules.all()) if live else []
    context = {
        "live": live,
        "rows": rows,
        "findings": findings(rows) if live else [],
        "draft": newest if newest and newest.is_draft else None,
        "figures": deviations(live),
    }
    return render(request, "cases/intakes/rules/list.html", context)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest) -> HttpResponse:
    """Write the draft; a button beside a row rearranges what was typed and saves nothing."""
    GRANTS.require(request.user, Action.MAINTAIN_TRIAGE)
    newest = TriageVersion.objects.newest()
    form, theirs = _draft(request, newest), None
    if form.is_bound:
        if perform(form, services.change_rules, by=request.user) is not None:
            messages.success(request, "Het concept is opgeslagen. Bekijk nu de proef.")
            return redirect("triage-rules-trial")
        theirs = _show_both(form, newest)
    context = {"form": form, "newest": newest, "theirs": theirs}
    return render(request, "cases/intakes/rules/change.html", context)


@require_GET
def trial(request: EmployeeRequest) -> HttpResponse:
    """What the newest rules would have done with every triage so far; from here they go live."""
    GRANTS.require(request.user, Action.MAINTAIN_TRIAGE)
    newest = TriageVersion.objects.newest()
    if newest is None:
        return redirect("triage-rules-change")
    rows = list(newest.rules.all())
    result = try_on(rows, past_triages())
    moves: list[Any] = [
        (advice_word(before), advice_word(after), count)
        for (before, after), count in result.moves.most_common()
    ]
    context = {"version": newest, "result": result, "moves": moves, "findings": findings(rows)}
    return render(request, "cases/intakes/rules/trial.html", context)


@require_POST
def publish(request: EmployeeRequest) -> HttpResponse:
    """Let the draft whose trial was looked at advise from now on."""
    GRANTS.require(request.user, Action.MAINTAIN_TRIAGE)
    stamp = request.POST.get("stamp", "")
    version = services.publish_rules(stamp=stamp, by=request.user)
    messages.success(request, f"Versie {version.number} van de regels is in gebruik.")
    return redirect("triage-rules")


def _draft(request: EmployeeRequest, newest: TriageVersion | None) -> RulesForm:
    """What is stored, what was typed, or what was typed in another order (bound to nothing)."""
    if request.method != "POST":
        shown: Any = newest.rules.all() if newest else PROPOSAL
        return RulesForm.showing(shown, newest.stamp if newest else "")
    form = RulesForm(request.POST)
    return form.rearranged(request.POST["row"]) if "row" in request.POST else form


def _show_both(form: RulesForm, newest: TriageVersion | None) -> TriageVersion | None:
    """The version of the colleague who was first, to show beside what was typed."""
    if newest is None or not form.has_error("stamp"):
        return None
    form.show_stamp(newest.stamp)
    return newest
