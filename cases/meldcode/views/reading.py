"""The own list, one meldcode, and those of a dossier or a melding for who is inside."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.dossiers.views.finding import find_file
from cases.intakes.models import WmoNotification
from cases.meldcode.involved import is_involved, people_of
from cases.meldcode.lights import light_of
from cases.meldcode.models import SafetyCode, SafetyCodeStep, StepNumber
from cases.meldcode.norm import QUESTIONS
from cases.meldcode.views.finding import seen_code
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.paging import keyset_page
from common.tabs import tabs_for

TABS = {"lopend": "Lopend", "afgerond": "Afgerond"}
EMPTY = {
    "lopend": "Een meldcode opent u in een dossier of bij een melding.",
    "afgerond": "U hebt geen afgeronde meldcode.",
}


@require_GET
def safety_list(request: EmployeeRequest) -> HttpResponse:
    """Those one is inside of; for who is inside of none the page is empty."""
    decision = GRANTS.require(request.user, Action.SEE_SAFETY_CODES)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in TABS else "lopend"
    rows = SafetyCode.objects.visible_to(request.user).for_list()
    rows = rows.with_holder_left(timezone.localdate())
    over = chosen == "afgerond"
    rows, field = (rows.ended(), "-ended_at") if over else (rows.running(), "-opened_at")
    page = keyset_page(rows, field, request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "safety.listed", residents=residents, decision=decision)
    context = {"page": page, "rows": _lit(page.rows), "empty": EMPTY[chosen]}
    context["tabs"] = tabs_for(TABS, "selectie", chosen)
    return render(request, "cases/meldcode/list.html", context)


@require_GET
def detail(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """Everything that was done, and who is inside."""
    code, grounds = seen_code(request, code_id)
    people = list(people_of(code, timezone.localdate()))
    context = {
        "code": code,
        "light": light_of(code, timezone.now()),
        "steps": _steps(code),
        "reports": _with_code(code, code.reports.select_related("by")),
        "people": [person for person in people if not person.is_barred],
        "barred": [person for person in people if person.is_barred],
        "writes": code.is_running and Action.WRITE_SAFETY_CODE in grounds,
        "steers": Action.STEER_SAFETY_CODE in grounds,
    }
    return render(request, "cases/meldcode/detail.html", context)


@require_GET
def file_panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Those of the resident of a dossier one is inside of; without one it says how to open it."""
    file, _ = find_file(request, file_id, Action.READ_FILE, "safety.listed")
    return _panel(request, file.resident_id, "safety-open-file", file.pk)


@require_GET
def melding_panel(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The same on the page of a melding."""
    rows = WmoNotification.objects.visible_to(request.user)
    melding: Any = get_object_or_404(rows, pk=notification_id)
    grounds = GRANTS.grounds_in_scope(request.user, melding)
    decision = ground_for(Action.SEE_NOTIFICATION, grounds)
    record_view(request, "safety.listed", subject=melding, decision=decision)
    return _panel(request, melding.resident_id, "safety-open-melding", melding.pk)


def _panel(
    request: EmployeeRequest, resident_id: int, open_name: str, open_id: int
) -> HttpResponse:
    rows = SafetyCode.objects.visible_to(request.user).filter(resident=resident_id).running()
    opens = is_involved(request.user, resident_id, timezone.localdate())
    context = {"rows": _lit(rows.for_list()), "opens": opens}
    context |= {"open_name": open_name, "open_id": open_id}
    return render(request, "cases/meldcode/_panel.html", context)


def _lit(rows: Iterable[SafetyCode]) -> list[tuple[SafetyCode, Any]]:
    at = timezone.now()
    return [(row, light_of(row, at)) for row in rows]


def _with_code(code: SafetyCode, rows: Iterable[Any]) -> list[Any]:
    """The words open with the key of the meldcode that is read."""
    found = list(rows)
    for row in found:
        row.code = code
    return found


def _steps(code: SafetyCode) -> list[dict[str, Any]]:
    """The five steps, each with every time that it was done."""
    done = _with_code(code, code.steps.select_related("by"))
    return [
        {
            "number": int(number),
            "label": number.label,
            "times": [_time(row) for row in done if row.number == number],
        }
        for number in StepNumber
    ]


def _time(row: SafetyCodeStep) -> dict[str, Any]:
    """One time, with its answers in words."""
    asked = [(QUESTIONS[name], row.answers.get(name, "")) for name in QUESTIONS]
    given = [(question, answer) for question, answer in asked if answer]
    return {"step": row, "given": given if row.number == StepNumber.WEIGH else []}
