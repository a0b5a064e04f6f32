"""The calendar: the meetings of my team and stadsdeel, and their rhythms."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.conferences.lifecycle import ConferenceState
from cases.conferences.lights import meeting_light
from cases.conferences.models import Conference, ConferenceSeries
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page
from common.tabs import tabs_for

TABS = {"komt": "Komt nog", "geweest": "Geweest", "reeksen": "Reeksen"}
EMPTY = {
    "komt": "De wijkteammanager begint een reeks voor het team of het stadsdeel.",
    "geweest": "Er is nog geen overleg geweest.",
    "reeksen": "De wijkteammanager begint een reeks voor het team of het stadsdeel.",
}


@require_GET
def conference_list(request: EmployeeRequest) -> HttpResponse:
    """When there is a casusoverleg or casustafel, and where; nothing about a resident."""
    grounds = GRANTS.grounds(request.user)
    decision = GRANTS.require(request.user, Action.SEE_CONFERENCES)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in TABS else "komt"
    record_view(request, "conference.listed", decision=decision)
    context: dict[str, Any] = {"chosen": chosen, "tabs": tabs_for(TABS, "selectie", chosen)}
    context |= {"empty": EMPTY[chosen], "starts": Action.START_CONFERENCES in grounds}
    context |= _series(request) if chosen == "reeksen" else _meetings(request, chosen)
    return render(request, "cases/conferences/list.html", context)


def _meetings(request: EmployeeRequest, chosen: str) -> dict[str, Any]:
    """A page of meetings, the nearest first."""
    scope = Conference.objects.visible_to(request.user).for_list()
    coming = chosen == "komt"
    rows = scope.planned() if coming else scope.exclude(state=ConferenceState.PLANNED)
    order = "begins_at" if coming else "-begins_at"
    page = keyset_page(rows, order, request.GET, size=settings.PAGE_SIZE)
    today = timezone.localdate()
    return {"page": page, "rows": [(row, meeting_light(row, today)) for row in page.rows]}


def _series(request: EmployeeRequest) -> dict[str, Any]:
    """The rhythms that run, and which of them this manager keeps; the managers are few."""
    rows = ConferenceSeries.objects.visible_to(request.user).not_over(timezone.localdate())
    found = list(rows.select_related("team", "district", "chair")[: settings.PAGE_SIZE])
    keeps = Action.START_CONFERENCES in GRANTS.allowed_actions(request.user)
    return {"series": found, "keeps": keeps}
