"""The list of hand-overs, one of them, and those of a dossier."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.dossiers.views.finding import find_file
from cases.handovers.figures import SELECTIONS, figures_for, selection
from cases.handovers.lifecycle import CAME_BACK, HandoverState
from cases.handovers.lights import light_of
from cases.handovers.models import Handover
from cases.handovers.views.finding import seen_handover
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from clusters.models import Role
from common.paging import keyset_page
from common.tabs import tabs_for

TABS = {"aangeboden": "Aan ons aangeboden", "mijn": "Uit mijn dossiers"}
MANAGED = {"team": "Van en naar mijn team"} | SELECTIONS
EMPTY = {
    "aangeboden": "Er wacht geen dossier op een antwoord van uw team.",
    "mijn": "Bied een dossier aan vanaf de pagina van het dossier.",
    "team": "Er is nog geen dossier overgedragen.",
    "wacht": "Er wacht geen overdracht op een antwoord.",
    "terug": "Er is niets teruggekomen dat de casusregisseur nog niet zag.",
    "heen-en-weer": "Geen dossier ging dit jaar meer dan één keer over.",
}


@require_GET
def handover_list(request: EmployeeRequest) -> HttpResponse:
    """What is offered to us and what I offered; a manager sees what goes to and fro."""
    decision = GRANTS.require(request.user, Action.SEE_HANDOVERS)
    known = MANAGED if request.user.acting_role == Role.TEAM_MANAGER else TABS
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in known else next(iter(known))
    field = "answer_by" if chosen == "aangeboden" else "-drafted_at"
    page = keyset_page(_selected(request, chosen), field, request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "handover.listed", residents=residents, decision=decision)
    tabs = tabs_for(known, "selectie", chosen)
    context = {"page": page, "rows": _lit(page.rows), "tabs": tabs, "empty": EMPTY[chosen]}
    if known is MANAGED:
        context["figures"] = figures_for(request.user, timezone.localtime())
    return render(request, "cases/handovers/list.html", context)


@require_GET
def detail(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """One hand-over: the summary and what came of it; not the dossier."""
    handover, grounds = seen_handover(request, handover_id)
    context = {
        "handover": handover,
        "light": light_of(handover, timezone.now()),
        "reads": Action.READ_HANDOVER in grounds,
        "reads_file": Action.READ_FILE in grounds,
        "buttons": _buttons(handover, grounds),
    }
    return render(request, "cases/handovers/detail.html", context)


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The hand-overs of a dossier, as a part of its page."""
    file, grounds = find_file(request, file_id, Action.READ_FILE, "handover.listed")
    rows = list(file.handovers.select_related("to_team")[: settings.PAGE_SIZE])
    can_offer = Action.OFFER_HANDOVER in grounds and file.is_open
    context = {
        "file": file,
        "rows": _lit(rows),
        "can_offer": can_offer and not any(row.is_running for row in rows),
        "can_add": Action.ADD_LATE_NOTE in grounds and file.is_open,
    }
    return render(request, "cases/handovers/_panel.html", context)


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[Handover]:
    rows = Handover.objects.select_related("resident", "from_team", "to_team", "offered_by", "file")
    if chosen == "aangeboden":
        return rows.for_us(request.user)
    if chosen == "mijn":
        return rows.mine(request.user)
    rows = rows.visible_to(request.user)
    at = timezone.localtime()
    return rows.filter(selection(chosen, request.user, at)) if chosen in SELECTIONS else rows


def _lit(rows: Any) -> list[tuple[Handover, Any]]:
    at = timezone.now()
    return [(row, light_of(row, at)) for row in rows]


def _buttons(handover: Handover, grounds: Any) -> set[str]:
    """What this employee may do with it now."""
    found, state = set(), handover.state
    if Action.ANSWER_HANDOVER in grounds:
        found |= {"early", "refuse"}
        found |= {"accept", "ask"} if state == HandoverState.OFFERED else set()
    if Action.OFFER_HANDOVER in grounds:
        found |= {"edit"} if state == HandoverState.DRAFT else set()
        found |= {"explain"} if state == HandoverState.ASKED else set()
        found |= {"withdraw"} if handover.is_running else set()
        found |= {"seen"} if state in CAME_BACK and handover.seen_at is None else set()
        by_word = handover.agreed == "resident" and handover.unagreed_at is None
        found |= {"unagreed"} if handover.is_waiting and by_word else set()
    return found
