"""The list, one waakvlam, and those of a resident on the card and in a dossier."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.dossiers.views.finding import find_file
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from cases.waakvlam.figures import per_person
from cases.waakvlam.lights import light_of, mood_light
from cases.waakvlam.models import Waakvlam
from cases.waakvlam.views.finding import seen_waakvlam
from clusters.http import EmployeeRequest
from clusters.models import Role
from common.paging import keyset_page
from common.tabs import tabs_for

TABS = {"mijn": "Mijn waakvlammen", "team": "Van mijn team", "beeindigd": "Beëindigd"}
MANAGER_TABS = {
    "team": "Van het team",
    "over-te-dragen": "Over te dragen",
    "beeindigd": "Beëindigd",
}
EMPTY = {
    "mijn": "Een waakvlam begint u op de kaart van de inwoner of in een dossier.",
    "team": "In uw team loopt geen waakvlam.",
    "over-te-dragen": "Iedere waakvlam is bij twee wijkwerkers van het team.",
    "beeindigd": "Er is nog geen waakvlam beëindigd.",
}


@require_GET
def waakvlam_list(request: EmployeeRequest) -> HttpResponse:
    """Mine and those of my team; for the manager who keeps how many, and what is left behind."""
    decision = GRANTS.require(request.user, Action.SEE_WAAKVLAMMEN)
    steers = request.user.acting_role == Role.TEAM_MANAGER
    tabs = MANAGER_TABS if steers else TABS
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in tabs else next(iter(tabs))
    field = "-ended_at" if chosen == "beeindigd" else "due_at"
    page = keyset_page(_selected(request, chosen), field, request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "waakvlam.listed", residents=residents, decision=decision)
    context = {"page": page, "rows": _lit(request, page.rows), "chosen": chosen}
    context |= {"tabs": tabs_for(tabs, "selectie", chosen), "empty": EMPTY[chosen]}
    context["people"] = per_person(request.user, timezone.now()) if steers else []
    return render(request, "cases/waakvlam/list.html", context)


@require_GET
def detail(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """What was agreed and what came of it for who keeps it; for the team that it is there."""
    waakvlam, grounds = seen_waakvlam(request, waakvlam_id)
    reads = Action.READ_WAAKVLAM in grounds
    context = {"waakvlam": waakvlam, "reads": reads, "light": light_of(waakvlam, timezone.now())}
    context |= {"keeps": Action.KEEP_WAAKVLAM in grounds, "page": None, "contacts": []}
    context["steers"] = Action.STEER_WAAKVLAM in grounds
    if reads:
        rows = waakvlam.contacts.select_related("by")
        page = keyset_page(rows, "-at", request.GET, size=settings.PAGE_SIZE)
        context |= {"page": page, "contacts": _opened(waakvlam, page.rows)}
    return render(request, "cases/waakvlam/detail.html", context)


@require_GET
def panel(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """The waakvlammen of a resident that I may know of, as a part of the card."""
    resident = get_object_or_404(Resident.objects.openable_by(request.user), pk=resident_id)
    decision = GRANTS.require(request.user, Action.START_WAAKVLAM)
    record_view(request, "waakvlam.listed", subject=resident, decision=decision)
    return _panel(request, resident, "")


@require_GET
def file_panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The same as a part of a dossier, running or closed."""
    file, grounds = find_file(request, file_id, Action.READ_FILE, "waakvlam.listed")
    return _panel(request, file.resident, str(file.pk), Action.START_WAAKVLAM in grounds)


def _panel(
    request: EmployeeRequest, resident: Resident, file: str, may_start: bool = True
) -> HttpResponse:
    rows = Waakvlam.objects.visible_to(request.user).filter(resident=resident)
    found = list(rows.running().for_list())
    may_start = may_start and not found and resident.deceased_on is None
    context = {"resident": resident, "rows": _lit(request, found), "file_number": file}
    return render(request, "cases/waakvlam/_panel.html", context | {"may_start": may_start})


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[Waakvlam]:
    """The rows of one tab, each found by an index."""
    scope = Waakvlam.objects.visible_to(request.user).for_list()
    if chosen == "mijn":
        return scope.kept_by(request.user).running()
    if chosen == "over-te-dragen":
        return scope.left_behind(timezone.localdate())
    return scope.ended() if chosen == "beeindigd" else scope.running()


def _lit(request: EmployeeRequest, rows: list[Waakvlam]) -> list[dict[str, Any]]:
    """Each with how it stands; how it was with the resident only for who keeps it."""
    at = timezone.now()
    return [
        {
            "waakvlam": row,
            "light": light_of(row, at),
            "mood": mood_light(row.mood) if row.relations_to(request.user) else None,
        }
        for row in rows
    ]


def _opened(waakvlam: Waakvlam, contacts: list[Any]) -> list[dict[str, Any]]:
    """The words open with the key of the waakvlam that is read."""
    for contact in contacts:
        contact.waakvlam = waakvlam
    return [{"contact": each, "mood": mood_light(each.mood)} for each in contacts]
