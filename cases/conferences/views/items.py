"""The points I was invited for or brought, one point, and those of a dossier."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.conferences.lights import agreement_light, light_of
from cases.conferences.models import ConferenceItem, ItemAgreement, access_days
from cases.conferences.views.finding import Grounds, guests_at, knows_whom, seen_item
from cases.dossiers.models.files import WORKING_ROLES
from cases.dossiers.views.finding import find_file
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page
from common.tabs import tabs_for

GUEST, MINE = "uitgenodigd", "dossiers"
TABS = {GUEST: "Uitgenodigd", MINE: "Uit mijn dossiers"}
EMPTY = {
    GUEST: "U bent nu voor geen bespreekpunt uitgenodigd.",
    MINE: "Zet een vraag op de agenda in een dossier.",
}
LIST_PARTS = ("resident", "brought_by", "conference__series__team", "conference__series__district")


@require_GET
def item_list(request: EmployeeRequest) -> HttpResponse:
    """What I was invited for, and what comes from my dossiers."""
    decision = GRANTS.require(request.user, Action.SEE_ITEMS)
    works = request.user.acting_role in WORKING_ROLES
    chosen = MINE if works and request.GET.get("selectie") == MINE else GUEST
    rows = _selected(request, chosen).select_related(*LIST_PARTS)
    page = keyset_page(rows, "-brought_at", request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "item.listed", residents=residents, decision=decision)
    today = timezone.localdate()
    lines = [(row, light_of(row, today), _named(row, chosen)) for row in page.rows]
    context = {"page": page, "rows": lines, "empty": EMPTY[chosen]}
    context["tabs"] = tabs_for(TABS, "selectie", chosen) if works else []
    return render(request, "cases/conferences/items.html", context)


@require_GET
def detail(request: EmployeeRequest, item_id: int) -> HttpResponse:
    """What was put on the table, who joins in and what came of it; not the dossier."""
    item, grounds = seen_item(request, item_id)
    today = timezone.localdate()
    works = Action.BRING_ITEM in grounds
    context = {"item": item, "light": light_of(item, today), "works": works}
    context |= {"guests": _guests(item, works), "agreements": _agreements(request, item, works)}
    context |= {"knows_whom": knows_whom(item, grounds), "buttons": _buttons(item, grounds)}
    context |= {"data": list(item.data.all()), "days": access_days()}
    return render(request, "cases/conferences/item.html", context)


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """What was brought from a dossier, as a part of its page."""
    file, grounds = find_file(request, file_id, Action.READ_FILE, "item.listed")
    parts = ("conference__series__team", "conference__series__district")
    rows = file.conference_items.select_related(*parts)
    today = timezone.localdate()
    context = {
        "file": file,
        "rows": [(row, light_of(row, today)) for row in rows[: settings.PAGE_SIZE]],
        "brings": file.is_open and Action.BRING_ITEM in grounds,
    }
    return render(request, "cases/conferences/_panel.html", context)


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[ConferenceItem]:
    scope = ConferenceItem.objects
    return scope.guest_of(request.user) if chosen == GUEST else scope.of_my_files(request.user)


def _named(item: ConferenceItem, chosen: str) -> bool:
    return chosen == MINE or not item.is_anonymous


def _guests(item: ConferenceItem, works: bool) -> list[dict[str, Any]]:
    """Each guest; for who works in the dossier also whether sharing still may and they can come."""
    today = timezone.localdate()
    return [
        {"row": row, "shared": not works or row.is_shared(today), "comes": _comes(row, works)}
        for row in guests_at(item)
    ]


def _comes(row: Any, works: bool) -> bool:
    """Whether the guest still can, for who works in the dossier."""
    return not works or row.comes


def _agreements(request: EmployeeRequest, item: ConferenceItem, works: bool) -> list[Any]:
    """Each agreement with how it stands, and whether this employee may say it is done."""
    parts = ("task__owner", "guest__person", "guest__team", "guest__recipient_kind")
    today, found = timezone.localdate(), []
    rows: Any = item.agreements.select_related(*parts)  # type: ignore[attr-defined]
    for row in rows:
        row.file = item.file
        if row.guest is not None:
            row.guest.file = item.file
        found.append((row, agreement_light(row, today), _ends(request, row, works)))
    return found


def _ends(request: EmployeeRequest, row: ItemAgreement, works: bool) -> bool:
    mine = row.guest is not None and row.guest.person_id == request.user.pk
    return row.task_id is None and row.is_open and (works or mine)


def _buttons(item: ConferenceItem, grounds: Grounds) -> set[str]:
    """What this employee may do with it now."""
    found: set[str] = set()
    if not item.file.is_open:
        return found
    if item.is_waiting and Action.BRING_ITEM in grounds:
        found |= {"invite", "move", "withdraw"}
    if Action.WRITE_MINUTES in grounds and item.conference.is_over(timezone.localdate()):
        found |= {"minutes"} if item.is_waiting or item.is_discussed else set()
        found |= {"agree"} if item.is_discussed else set()
    return found
