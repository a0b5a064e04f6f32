"""The list of match requests, one request, and those of a dossier."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.dossiers.views.finding import find_file
from cases.matching.lifecycle import MatchState
from cases.matching.lights import light_of
from cases.matching.models import MatchRequest
from cases.matching.views.finding import seen_match
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page

TABS = {"gevraagd": "Aan mij gevraagd", "beantwoord": "Beantwoord", "dossiers": "Uit mijn dossiers"}
EMPTY = {
    "gevraagd": "Er wacht geen vraag om een vrijwilliger op u.",
    "beantwoord": "U hebt nog geen vraag beantwoord.",
    "dossiers": "Vraag een vrijwilliger bij een hulpvraag in het dossier.",
}


@require_GET
def match_list(request: EmployeeRequest) -> HttpResponse:
    """What is asked of me, what I answered, and what was asked from my dossiers."""
    decision = GRANTS.require(request.user, Action.SEE_MATCHES)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in TABS else "gevraagd"
    field = "answer_by" if chosen == "gevraagd" else "-asked_at"
    page = keyset_page(_selected(request, chosen), field, request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "match.listed", residents=residents, decision=decision)
    tabs = [
        {"url": f"?selectie={code}", "label": label, "current": code == chosen}
        for code, label in TABS.items()
    ]
    context = {"page": page, "rows": _lit(page.rows), "tabs": tabs, "empty": EMPTY[chosen]}
    return render(request, "cases/matching/list.html", context)


@require_GET
def detail(request: EmployeeRequest, match_id: int) -> HttpResponse:
    """One request: what is asked and what came of it; not the dossier."""
    match, grounds = seen_match(request, match_id)
    context = {
        "match": match,
        "light": light_of(match, timezone.now()),
        "reads_file": Action.READ_FILE in grounds,
        "shared": match.is_shared,
        "buttons": _buttons(match, grounds),
    }
    return render(request, "cases/matching/detail.html", context)


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """What was asked from a dossier, as a part of its page."""
    file, _ = find_file(request, file_id, Action.READ_FILE, "match.listed")
    rows = file.matches.select_related("coordinator", "cluster", "question__domain")
    context = {"file": file, "rows": _lit(rows[: settings.PAGE_SIZE])}
    return render(request, "cases/matching/_panel.html", context)


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[MatchRequest]:
    rows = MatchRequest.objects.select_related(
        "resident", "coordinator", "team", "cluster", "question__domain"
    )
    if chosen == "gevraagd":
        return rows.on_desk_of(request.user)
    if chosen == "beantwoord":
        return rows.answered_by(request.user)
    return rows.of_my_files(request.user)


def _lit(rows: Any) -> list[tuple[MatchRequest, Any]]:
    at = timezone.now()
    return [(row, light_of(row, at)) for row in rows]


def _buttons(match: MatchRequest, grounds: Any) -> set[str]:
    """What this employee may do with it now."""
    found = set()
    if Action.ANSWER_MATCH in grounds:
        found |= {"take"} if match.state == MatchState.ASKED else set()
        found |= {"answer"} if match.state == MatchState.TAKEN else set()
    if Action.ASK_MATCH in grounds:
        found |= {"withdraw"} if match.is_unanswered else set()
        found |= {"arrival"} if match.state == MatchState.MATCHED else set()
    return found
