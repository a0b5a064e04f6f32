"""Signals in numbers: per wijk and quarter, with a list behind each for the manager (SG-12)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.signals.figures import SMALLEST, trend
from clusters.http import EmployeeRequest


@require_GET
def signal_trend(request: EmployeeRequest) -> HttpResponse:
    """How many signals there were, and about what."""
    decision = GRANTS.require(request.user, Action.SEE_SIGNAL_TREND)
    record_view(request, "signal.counted", decision=decision)
    found = trend(request.user, timezone.localdate())
    context = {"trend": found, "smallest": SMALLEST}
    return render(request, "cases/signals/trend.html", context)
