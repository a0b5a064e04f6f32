"""Look who covers for whom: one's own, and of the teams one looks after (WN-2)."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from clusters.cover.forms import TeamFilter
from clusters.cover.missing import missing_for
from clusters.cover.standing import lines_of, own_covers, teams_kept_by
from clusters.http import EmployeeRequest
from clusters.permissions import GRANTS, Action, require
from common.access import Decision


@require_GET
def covers(request: EmployeeRequest) -> HttpResponse:
    """Who covers for me and for whom I do; of who leads also those of a team."""
    decision = require(request.user, Action.SEE_COVERS)
    allowed = GRANTS.allowed_actions(request.user)
    context: dict[str, Any] = {
        "own": own_covers(request.user, timezone.localdate()),
        "may_arrange": Action.ARRANGE_COVER in allowed,
    }
    if {Action.KEEP_COVER, Action.CROSS_COVER} & allowed:
        context |= _of_team(request, decision)
    return render(request, "clusters/cover/list.html", context)


@require_GET
def missing(request: EmployeeRequest) -> HttpResponse:
    """Whose work nobody does, of the people one looks after (WN-12)."""
    decision = require(request.user, Action.SEE_UNCOVERED)
    record_view(request, "cover.missing_listed", decision=decision)
    rows = missing_for(request.user, timezone.localdate())
    context = {"rows": rows, "norm": settings.COVER_WARN_AFTER_DAYS}
    return render(request, "clusters/cover/missing.html", context)


def _of_team(request: EmployeeRequest, decision: Decision) -> dict[str, Any]:
    """The people of the chosen team, and who covers for them; logged as seen."""
    form = _filter(request)
    if not (form.is_valid() and form.cleaned_data["team"]):
        return {"form": form}
    record_view(request, "cover.listed", decision=decision)
    team = form.cleaned_data["team"]
    lines = lines_of(team, request.user, timezone.localdate())
    return {"form": form, "team": team, "lines": lines}


def _filter(request: EmployeeRequest) -> TeamFilter:
    """The filter, filled in as far as the address does not say."""
    teams = teams_kept_by(request.user, timezone.localdate())
    told = request.GET.copy()
    if not told.get("team"):
        first = teams.first()
        told["team"] = "" if first is None else str(first.pk)
    return TeamFilter(told, teams=teams)
