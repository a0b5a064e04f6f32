"""The page of who was covered: this happened meanwhile (WN-11)."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from clusters.http import EmployeeRequest
from clusters.models import Cover
from clusters.permissions import Action, require
from dashboards.happened import MOST_SHOWN, happened_during


@require_GET
def cover_happened(request: EmployeeRequest, cover_id: int) -> HttpResponse:
    """What deputies did on my desk; only for me, until two weeks after it was over."""
    decision = require(request.user, Action.SEE_COVERS)
    rows = Cover.objects.just_over(request.user, timezone.localdate())
    cover = get_object_or_404(rows.select_related("deputy"), pk=cover_id)
    found = happened_during(cover, request.user)
    residents = {each.resident.pk for each in found if each.resident is not None}
    record_view(request, "cover.happened_read", residents=residents, decision=decision)
    context = {"cover": cover, "found": found, "is_all": len(found) < MOST_SHOWN}
    return render(request, "dashboards/happened.html", context)
