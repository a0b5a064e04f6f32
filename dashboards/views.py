"""The first page of everybody, and the dashboard of who steers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.callbacks.models.lights import light_of
from cases.models import CallbackRequest
from cases.permissions import GRANTS as CASE_GRANTS
from cases.permissions import Action as CaseAction
from clusters.http import EmployeeRequest
from clusters.models import working_calendar
from dashboards.figures import CallbackFigures
from dashboards.permissions import GRANTS, Action

MINE_SHOWN = 50


@require_GET
def home(request: EmployeeRequest) -> HttpResponse:
    """Mijn werk: what is mine and due, the nearest term first."""
    allowed = CASE_GRANTS.allowed_actions(request.user)
    lines = _mine(request) if CaseAction.SEE_WORKLIST in allowed else []
    steers = Action.SEE_DASHBOARD in GRANTS.allowed_actions(request.user)
    context = {
        "lines": lines,
        "handles": CaseAction.SEE_WORKLIST in allowed,
        "registers": CaseAction.REGISTER_CALLBACK in allowed,
        "figures": CallbackFigures(request.user, timezone.now()) if steers else None,
    }
    return render(request, "dashboards/home.html", context)


@require_GET
def dashboard(request: EmployeeRequest) -> HttpResponse:
    """What is late, where, and with whom; every number opens its list."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.read", decision=decision)
    figures = CallbackFigures(request.user, timezone.now())
    context = {
        "conclusion": figures.conclusion(),
        "tiles": figures.tiles(),
        "teams": figures.teams,
        "workers": figures.workers(),
        "refreshed_at": figures.refreshed_at,
    }
    return render(request, "dashboards/dashboard.html", context)


def _mine(request: EmployeeRequest) -> list[tuple[CallbackRequest, object]]:
    """The open requests on my desk, each with its traffic light; logged as seen."""
    at, calendar = timezone.now(), working_calendar()
    scope = CallbackRequest.objects.visible_to(request.user).selected("open", at)
    rows = list(scope.filter(handler=request.user).for_worklist()[:MINE_SHOWN])
    record_view(request, "callback.mine_listed", residents=[row.resident_id for row in rows])
    return [(row, light_of(row, at, calendar)) for row in rows]
