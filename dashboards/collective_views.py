"""Individual against collective time: a part of the dashboard, and its page with the months."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.collective.models import EffortClass
from clusters.http import EmployeeRequest
from dashboards.collective_time import CollectiveTime
from dashboards.permissions import GRANTS, Action


@require_GET
def dashboard_collective(request: EmployeeRequest) -> HttpResponse:
    """Hours for residents and for the neighbourhood per team, as a part of the dashboard."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.read", decision=decision)
    time = CollectiveTime(request.user, timezone.now())
    context = {"time": time, "lines": time.team_lines()}
    return render(request, "dashboards/_collective.html", context)


@require_GET
def collective_time(request: EmployeeRequest) -> HttpResponse:
    """The same with the months, what was counted, and how long each is held to take."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.time_read", decision=decision)
    time = CollectiveTime(request.user, timezone.now())
    team = time.team_named(request.GET.get("team", ""))
    context: dict[str, Any] = {"time": time, "team": team, "lines": time.team_lines()}
    context |= {"months": time.month_lines(team), "acts": time.act_lines(team)}
    context["classes"] = EffortClass.objects.in_use()
    return render(request, "dashboards/collective_time.html", context)
