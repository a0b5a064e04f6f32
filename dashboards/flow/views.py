"""The parts of the dashboard about how work flows; each a page of its own without htmx (ST-1)."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from audit.services import record_view
from clusters.http import EmployeeRequest
from common.deadlines import local_day
from dashboards.flow.asking import Asked
from dashboards.flow.leads_part import leads_part
from dashboards.flow.parts import Part
from dashboards.flow.shares_part import shares_part
from dashboards.flow.streams_part import streams_part
from dashboards.flow.triages_part import triages_part
from dashboards.permissions import GRANTS, Action

Making = Callable[[Asked, datetime], Part]


@require_GET
@vary_on_headers("HX-Request")
def streams(request: EmployeeRequest) -> HttpResponse:
    """What came in, ended and is open, per week (ST-4)."""
    return _part(request, lambda asked, _: streams_part(asked))


@require_GET
@vary_on_headers("HX-Request")
def leads(request: EmployeeRequest) -> HttpResponse:
    """How long meldingen and aanvragen took, beside the terms of the law (ST-6)."""
    return _part(request, lambda asked, _: leads_part(asked))


@require_GET
@vary_on_headers("HX-Request")
def triages(request: EmployeeRequest) -> HttpResponse:
    """Where questions went, and how often that was not the advice (ST-8)."""
    return _part(request, lambda asked, _: triages_part(asked))


@require_GET
@vary_on_headers("HX-Request")
def shares(request: EmployeeRequest) -> HttpResponse:
    """Formal, informal and mixed per year (ST-10)."""
    return _part(request, shares_part)


def _part(request: EmployeeRequest, make: Making) -> HttpResponse:
    """One part: within the dashboard, or as a page."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.flow_read", decision=decision)
    at = timezone.localtime()
    asked = Asked.of(request.user, request.GET, local_day(at))
    part = make(asked, at)
    context = {"part": part, "asked": asked, "at": at, "filters": _filters(request, asked, part)}
    name = "_part" if request.htmx else "page"
    return render(request, f"dashboards/flow/{name}.html", context)


def _filters(request: EmployeeRequest, asked: Asked, part: Part) -> bool:
    """Whether the choice of a team belongs here: once on the dashboard, and on every page."""
    return len(asked.teams) > 1 and (part.code == "stroom" or not request.htmx)
