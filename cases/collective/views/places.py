"""Where the team was seen, per neighbourhood (CLU-10)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.collective.presence import PresencePage
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest


@require_GET
def places(request: EmployeeRequest) -> HttpResponse:
    """Contacts and presence per neighbourhood in the last twelve months."""
    decision = GRANTS.require(request.user, Action.SEE_COLLECTIVE)
    record_view(request, "collective.places_read", decision=decision)
    page = PresencePage(request.user, timezone.localdate())
    return render(request, "cases/collective/places.html", {"report": page})
