"""The dashboard of the Sociaal Stedelijk Team, its charts, and the lists behind the numbers."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.advice.lights import light_of as advice_light
from cases.conferences.lights import light_of as point_light
from cases.handovers.lights import light_of
from clusters.http import EmployeeRequest
from clusters.models import working_calendar
from common.access import Decision
from common.paging import keyset_page
from common.tabs import tabs_for
from dashboards.permissions import GRANTS, Action
from dashboards.sst_beside import ADVICE, advice_rows, point_rows, seen_among
from dashboards.sst_charts import SstCharts
from dashboards.sst_offers import NOW, Choice, Offers
from dashboards.sst_page import SstPage
from dashboards.sst_scope import NAMED_ROLES, sst_teams


@require_GET
def sst_dashboard(request: EmployeeRequest) -> HttpResponse:
    """What asks the SST now, and what lies there."""
    decision, teams = _scope(request)
    record_view(request, "dashboard.sst_read", decision=decision)
    page = SstPage(request.user, teams, timezone.now())
    return render(request, "dashboards/sst.html", {"sst": page})


@require_GET
def sst_charts(request: EmployeeRequest) -> HttpResponse:
    """The last twelve months; a part of the dashboard, or a page of its own without JavaScript."""
    decision, teams = _scope(request)
    record_view(request, "dashboard.sst_read", decision=decision)
    at = timezone.now()
    year = SstCharts(request.user, teams, Offers(teams, at))
    name = "_sst_charts" if request.htmx else "sst_charts"
    return render(request, f"dashboards/{name}.html", {"year": year, "at": at})


@require_GET
def sst_offers(request: EmployeeRequest) -> HttpResponse:
    """The hand-overs that one number counted."""
    decision, teams = _scope(request)
    choice, at = Choice.of(request.GET), timezone.now()
    rows = Offers(teams, at).rows(choice).select_related("resident", "from_team", "to_team")
    field = "answer_by" if choice.selectie in NOW else "-offered_at"
    page = keyset_page(rows, field, request.GET, size=settings.PAGE_SIZE)
    _record(request, decision, page.rows)
    seen = seen_among(page.rows, request.user)
    lines = [(row, light_of(row, at), row.pk in seen) for row in page.rows]
    tabs = tabs_for(NOW, "selectie", choice.selectie) if choice.selectie in NOW else []
    context = {"page": page, "rows": lines, "label": choice.label, "tabs": tabs}
    return render(request, "dashboards/sst_offers.html", context)


@require_GET
def sst_advices(request: EmployeeRequest) -> HttpResponse:
    """The questions for advice that one number counted, with how long they wait."""
    decision, teams = _scope(request)
    at, code = timezone.now(), request.GET.get("selectie", "")
    code = code if code in ADVICE else "open"
    rows = advice_rows(teams, code, at).select_related("adviser", "team")
    page = keyset_page(rows, "answer_by", request.GET, size=settings.PAGE_SIZE)
    _record(request, decision, page.rows)
    seen, calendar = seen_among(page.rows, request.user), working_calendar()
    lines = [
        (row, advice_light(row, at), row.pk in seen, calendar.days_between(row.asked_at, at))
        for row in page.rows
    ]
    context = {"page": page, "rows": lines, "tabs": tabs_for(ADVICE, "selectie", code)}
    return render(request, "dashboards/sst_advices.html", context | _names(request))


@require_GET
def sst_points(request: EmployeeRequest) -> HttpResponse:
    """The points of the coming two weeks that concern the SST."""
    decision, teams = _scope(request)
    at = timezone.now()
    page = keyset_page(point_rows(teams, at), "brought_at", request.GET, size=settings.PAGE_SIZE)
    _record(request, decision, page.rows)
    seen, today = seen_among(page.rows, request.user), timezone.localdate()
    lines = [(row, point_light(row, today), row.pk in seen) for row in page.rows]
    return render(request, "dashboards/sst_points.html", {"page": page, "rows": lines})


def _scope(request: EmployeeRequest) -> tuple[Decision, frozenset[int]]:
    """Why this employee may, and for which teams: 403 without grant, 404 out of scope."""
    decision = GRANTS.require(request.user, Action.SEE_SST_DASHBOARD)
    return decision, sst_teams(request.user)


def _record(request: EmployeeRequest, decision: Decision, rows: list[Any]) -> None:
    """Who was read about, also of rows without a name (SD-3)."""
    residents = {row.resident_id for row in rows}
    record_view(request, "dashboard.sst_listed", residents=residents, decision=decision)


def _names(request: EmployeeRequest) -> dict[str, bool]:
    return {"names": request.user.acting_role in NAMED_ROLES}
