"""The list of collective work, and one line of it."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.collective.forms import CollectiveFilter
from cases.collective.models import CollectiveEntry
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page


@require_GET
def entries(request: EmployeeRequest) -> HttpResponse:
    """What the teams of the cluster do for the neighbourhood, the newest first."""
    decision = GRANTS.require(request.user, Action.SEE_COLLECTIVE)
    filters = CollectiveFilter(request.GET, user=request.user, day=timezone.localdate())
    rows = filters.apply(CollectiveEntry.objects.visible_to(request.user).for_list())
    record_view(request, "collective.listed", decision=decision)
    page = keyset_page(rows, "-registered_at", request.GET, size=settings.PAGE_SIZE)
    allowed = GRANTS.allowed_actions(request.user)
    context = {"filters": filters, "page": page}
    context["registers"] = Action.REGISTER_COLLECTIVE in allowed
    return render(request, "cases/collective/list.html", context)


@require_GET
def entry(request: EmployeeRequest, entry_id: int) -> HttpResponse:
    """One activity, initiative, contact or presence."""
    found, grounds = find_entry(request, entry_id)
    decision = GRANTS.require(request.user, Action.SEE_COLLECTIVE)
    record_view(request, "collective.read", subject=found, decision=decision)
    context: dict[str, Any] = {"entry": found, "partners": found.partners.all()}
    context["keeps"] = Action.KEEP_COLLECTIVE in grounds
    return render(request, "cases/collective/detail.html", context)


def find_entry(request: EmployeeRequest, entry_id: int) -> tuple[CollectiveEntry, Any]:
    """The entry with everything one may do to it; 404 out of scope."""
    rows = CollectiveEntry.objects.visible_to(request.user).for_detail()
    found: CollectiveEntry = get_object_or_404(rows, pk=entry_id)
    return found, GRANTS.grounds_in_scope(request.user, found)
