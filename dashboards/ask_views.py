"""The list behind a number of Wat vraagt u nu."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from clusters.http import EmployeeRequest
from common.tabs import tabs_for
from dashboards.ask_kinds import WORK
from dashboards.mine import work_page
from dashboards.permissions import GRANTS, Action


@require_GET
def asks(request: EmployeeRequest) -> HttpResponse:
    """What waits for who steers, of one kind, the nearest term first (VM-2)."""
    GRANTS.require(request.user, Action.SEE_DASHBOARD)
    kind = request.GET.get("soort", "")
    kind = kind if kind in WORK else next(iter(WORK))
    page, lines = work_page(request, kind)
    context = {"page": page, "lines": lines, "label": WORK[kind].label}
    context["tabs"] = tabs_for({each: ask.label for each, ask in WORK.items()}, "soort", kind)
    return render(request, "dashboards/asks.html", context)
