"""The list of adviesvragen, one question, those of a dossier, and how many there were."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.advice.figures import advice_figures
from cases.advice.lifecycle import AdviceState
from cases.advice.lights import light_of
from cases.advice.models import AdviceRequest
from cases.advice.views.finding import Grounds, knows_whom, seen_advice
from cases.dossiers.views.finding import find_file
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page

MINE = "dossiers"
TABS = {"gevraagd": "Aan mij gevraagd", "beantwoord": "Beantwoord", MINE: "Uit mijn dossiers"}
EMPTY = {
    "gevraagd": "Er wacht geen adviesvraag op u.",
    "beantwoord": "U hebt nog geen adviesvraag beantwoord.",
    MINE: "Vraag advies in een dossier.",
}
YEARS = 3


@require_GET
def advice_list(request: EmployeeRequest) -> HttpResponse:
    """What is asked of me, what I answered, and what was asked from my dossiers."""
    decision = GRANTS.require(request.user, Action.SEE_ADVICES)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in TABS else "gevraagd"
    field = "answer_by" if chosen == "gevraagd" else "-asked_at"
    page = keyset_page(_selected(request, chosen), field, request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "advice.listed", residents=residents, decision=decision)
    mine = chosen == MINE
    rows = [(row, light, mine or not row.is_anonymous) for row, light in _lit(page.rows)]
    tabs = _tabs(TABS, chosen, "selectie")
    context = {"page": page, "rows": rows, "tabs": tabs, "empty": EMPTY[chosen]}
    return render(request, "cases/advice/list.html", context)


@require_GET
def detail(request: EmployeeRequest, advice_id: int) -> HttpResponse:
    """One question and its answer; not the dossier."""
    advice, grounds = seen_advice(request, advice_id)
    context = {
        "advice": advice,
        "light": light_of(advice, timezone.now()),
        "reads_file": Action.READ_FILE in grounds,
        "knows_whom": knows_whom(advice, grounds),
        "data": list(advice.data.all()),
        "shared": advice.is_shared(timezone.localdate()),
        "buttons": _buttons(advice, grounds),
    }
    return render(request, "cases/advice/detail.html", context)


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """What was asked from a dossier, as a part of its page."""
    file, grounds = find_file(request, file_id, Action.READ_FILE, "advice.listed")
    rows = file.advice_requests.select_related("adviser", "adviser_team", "recipient_kind")
    context = {
        "file": file,
        "rows": _lit(rows[: settings.PAGE_SIZE]),
        "asks": file.is_open and Action.ASK_ADVICE in grounds,
    }
    return render(request, "cases/advice/_panel.html", context)


@require_GET
def figures(request: EmployeeRequest) -> HttpResponse:
    """How often advice was asked in a year, per goal and of whom (DIF-3)."""
    decision = GRANTS.require(request.user, Action.SEE_ADVICE_FIGURES)
    this_year = timezone.localdate().year
    years = {str(year): str(year) for year in range(this_year, this_year - YEARS, -1)}
    chosen = request.GET.get("jaar", "")
    chosen = chosen if chosen in years else str(this_year)
    goals, kinds = advice_figures(request.user, int(chosen))
    record_view(request, "advice.counted", decision=decision)
    total = sum(row.asked for row in goals)
    context = {"goals": goals, "kinds": kinds, "year": chosen, "total": total}
    context["tabs"] = _tabs(years, chosen, "jaar")
    return render(request, "cases/advice/figures.html", context)


def _tabs(choices: dict[str, str], chosen: str, name: str) -> list[dict[str, Any]]:
    return [
        {"url": f"?{name}={code}", "label": label, "current": code == chosen}
        for code, label in choices.items()
    ]


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[AdviceRequest]:
    rows = AdviceRequest.objects.select_related(
        "file", "resident", "adviser", "adviser_team", "recipient_kind", "asked_by", "team"
    )
    if chosen == "gevraagd":
        return rows.on_desk_of(request.user)
    if chosen == "beantwoord":
        return rows.answered_by(request.user)
    return rows.of_my_files(request.user)


def _lit(rows: Any) -> list[tuple[AdviceRequest, Any]]:
    at = timezone.now()
    return [(row, light_of(row, at)) for row in rows]


def _buttons(advice: AdviceRequest, grounds: Grounds) -> set[str]:
    """What this employee may do with it now."""
    found = set()
    if advice.is_unanswered:
        outside = advice.adviser_id is None
        answers = Action.ASK_ADVICE if outside else Action.ANSWER_ADVICE
        found |= {"note" if outside else "answer"} if answers in grounds else set()
        found |= {"withdraw"} if Action.ASK_ADVICE in grounds else set()
    if advice.state == AdviceState.ANSWERED and Action.ASK_ADVICE in grounds:
        found.add("read")
    return found
