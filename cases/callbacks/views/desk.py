"""The desk of the contact centre: read aloud, see the status, withdraw (TEL-4).

Everything the contact centre can reach of a callback is here and on these addresses only (S7):
no list of residents, no content of what the team wrote.
"""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.callbacks.forms import route_of
from cases.callbacks.forms.promised import PromisedFilter
from cases.callbacks.models import CallbackRequest
from cases.callbacks.models.status import say_line, status_line, team_to_name
from cases.callbacks.services import cancel_callback
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page


@require_POST
def route_preview(request: EmployeeRequest) -> HttpResponse:
    """Which team will call, and why, while the address is being typed."""
    GRANTS.require(request.user, Action.REGISTER_CALLBACK)
    context = {"route": route_of(request.POST), "unknown": bool(request.POST.get("postcode"))}
    return render(request, "cases/callbacks/_route.html", context)


@require_GET
def registered(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """What to read aloud now: before when, by which team, under which number."""
    callback = _own(request, callback_id)
    at = timezone.now()
    context = {
        "callback": callback,
        "team": team_to_name(callback),
        "say": say_line(callback, at),
        "status": status_line(callback, at),
    }
    return render(request, "cases/callbacks/registered.html", context)


@require_GET
def registered_list(request: EmployeeRequest) -> HttpResponse:
    """What our desk wrote down, newest first, with the words to say how it stands."""
    decision = GRANTS.require(request.user, Action.SEE_CALLBACK_STATUS)
    at = timezone.now()
    filters = PromisedFilter(request.GET, at=at)
    rows = filters.apply(CallbackRequest.objects.visible_to(request.user).for_status())
    page = keyset_page(rows, "-registered_at", request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "callback.status_listed", residents=residents, decision=decision)
    lines = [(row, team_to_name(row), status_line(row, at)) for row in page.rows]
    context = {"lines": lines, "page": page, "filters": filters}
    return render(request, "cases/callbacks/registered_list.html", context)


@require_http_methods(["GET", "POST"])
def cancel(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """The caller needs it no more: ask once, then withdraw."""
    callback = _own(request, callback_id, needs=Action.CANCEL_CALLBACK)
    if request.method == "POST":
        cancel_callback(callback_id=callback.pk, by=request.user)
        messages.success(request, f"{callback} is ingetrokken. Het team hoeft niet te bellen.")
        return redirect("callback-registered", callback.pk)
    return render(request, "cases/callbacks/cancel.html", {"callback": callback})


def _own(
    request: EmployeeRequest, callback_id: int, needs: Action = Action.SEE_CALLBACK_STATUS
) -> CallbackRequest:
    """A request our desk wrote: 404 when it is not, 403 without the grant; logged."""
    scope = CallbackRequest.objects.visible_to(request.user).for_status()
    callback = get_object_or_404(scope, pk=callback_id)
    decision = GRANTS.require(request.user, needs, callback)
    record_view(request, "callback.status_read", subject=callback, decision=decision)
    return callback
