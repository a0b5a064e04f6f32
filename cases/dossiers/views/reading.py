"""The list of dossiers, one dossier, and the dossiers of a resident on the card."""

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.dossiers.leaving import left_teams
from cases.dossiers.models import ResidentFile, unseen_lines
from cases.dossiers.views.finding import find_file
from cases.dossiers.views.showing import show
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from clusters.http import EmployeeRequest
from clusters.models import Role, User
from common.paging import keyset_page
from common.tabs import tabs_for

WIJKTEAM_ROLES = (Role.TEAM_WORKER, Role.TEAM_MANAGER)
SELECTIONS = {"mijn": "Mijn dossiers", "team": "Van mijn team", "afgesloten": "Afgesloten"}
LEFT_BEHIND = {"over-te-dragen": "Over te dragen"}
"""What a manager finds beside those: dossiers whose casusregisseur left the team (DS-18)."""


@require_GET
def file_list(request: EmployeeRequest) -> HttpResponse:
    """The dossiers I work in, those of my team, or what is over; newest first."""
    decision = GRANTS.require(request.user, Action.SEE_FILES)
    tabs = _offered(request)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in tabs else next(iter(tabs))
    page = keyset_page(
        listed_files(request.user, chosen), "-opened_at", request.GET, size=settings.PAGE_SIZE
    )
    residents = [row.resident_id for row in page.rows]
    record_view(request, "file.listed", residents=residents, decision=decision)
    unseen = unseen_lines(page.rows, request.user)
    for row in page.rows:
        row.unseen_lines = unseen.get(row.pk, 0)
    context = {"page": page, "tabs": tabs_for(tabs, "selectie", chosen), "chosen": chosen}
    return render(request, "cases/dossiers/list.html", context)


@require_GET
def detail(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The dossier for who works in it; for the team that it is there and who directs it."""
    file, grounds = find_file(request, file_id, Action.SEE_FILE, looks=True)
    return show(request, file, grounds)


@require_GET
def panel(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """The dossiers of a resident that I may know of, as a part of the card."""
    resident = get_object_or_404(Resident.objects.openable_by(request.user), pk=resident_id)
    decision = GRANTS.require(request.user, Action.SEE_FILES)
    rows = ResidentFile.objects.visible_to(request.user).filter(resident=resident)
    files = list(rows.select_related("director"))
    record_view(request, "file.listed", subject=resident, decision=decision)
    may_open = Action.OPEN_FILE in GRANTS.allowed_actions(request.user)
    melding = request.GET.get("melding", "")
    context = {
        "resident": resident,
        "files": files,
        "melding": melding if melding.isdecimal() else "",
        "may_open": may_open and not any(file.is_open for file in files),
    }
    return render(request, "cases/dossiers/_panel.html", context)


def listed_files(user: User, chosen: str) -> QuerySet[ResidentFile]:
    """The rows of one tab, each found by an index however many dossiers there are."""
    rows = ResidentFile.objects.visible_to(user).select_related("resident", "director")
    rows = rows.closed() if chosen == "afgesloten" else rows.open()
    if chosen in LEFT_BEHIND:
        return rows.without_director(left_teams(timezone.localdate(), user.team_ids))
    if chosen == "mijn":
        return rows.mine(user)
    return rows.of_teams(user) if user.acting_role in WIJKTEAM_ROLES else rows


def _offered(request: EmployeeRequest) -> dict[str, str]:
    """The tabs of this employee; a manager works in no dossier and begins with the team."""
    if request.user.acting_role == Role.TEAM_MANAGER:
        return {"team": SELECTIONS["team"], **LEFT_BEHIND, "afgesloten": SELECTIONS["afgesloten"]}
    return SELECTIONS
