"""The list of a team and the page of one request; and for the algemeen manager what is late."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.callbacks.forms import WorklistFilter
from cases.callbacks.forms.worklist import ROW_NUMBER
from cases.callbacks.models import SELECTIONS, CallbackRequest
from cases.callbacks.models.beside import beside
from cases.callbacks.models.lights import light_of
from cases.callbacks.views.buttons import buttons_for
from cases.permissions import GRANTS, Action
from cases.residents.models import opens_card
from clusters.http import EmployeeRequest
from clusters.models import User, working_calendar
from common.access import Decision, ground_for
from common.paging import Page, keyset_page

LATE = ("te-laat", "veel-te-laat")


@require_GET
def worklist(request: EmployeeRequest) -> HttpResponse:
    """The callback requests of my teams, most urgent first."""
    decision = GRANTS.require(request.user, Action.SEE_WORKLIST)
    at = timezone.now()
    filters = WorklistFilter(request.GET, user=request.user)
    scope = CallbackRequest.objects.visible_to(request.user).for_worklist()
    page = keyset_page(
        filters.apply(scope, at), filters.sort_field, request.GET, size=settings.PAGE_SIZE
    )
    residents = [row.resident_id for row in page.rows]
    record_view(request, "callback.listed", residents=residents, decision=decision)
    context = {"filters": filters, "page": page, "lines": _lines(page)}
    return render(request, "cases/callbacks/worklist.html", context)


@require_GET
def detail(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """One request: how to call, what is asked, what happened, what I can do now."""
    scope = CallbackRequest.objects.visible_to(request.user).for_detail()
    callback = get_object_or_404(scope, pk=callback_id)
    grounds = GRANTS.grounds_in_scope(request.user, callback)
    decision = ground_for(Action.SEE_CALLBACK, grounds)
    record_view(request, "callback.read", subject=callback, decision=decision)
    context = detail_context(request, callback, grounds)
    return render(request, "cases/callbacks/detail.html", context)


def detail_context(
    request: EmployeeRequest, callback: CallbackRequest, grounds: Mapping[Any, Decision]
) -> dict[str, Any]:
    """Everything the page of one request shows; three queries beside the request itself."""
    return {
        "callback": callback,
        "light": light_of(callback, timezone.now(), working_calendar()),
        "buttons": buttons_for(callback, grounds),
        "may_show": Action.SHOW_NUMBER in grounds,
        "may_edit_card": callback.is_open and Action.EDIT_SAFE_CONTACT in grounds,
        "number_shown": not callback.resident.must_be_read_first,
        "attempts": callback.attempts.select_related("by"),
        "steps": callback.steps.select_related("by"),
        **_ways_on(request.user, callback, grounds),
        **beside(callback, timezone.now()),
    }


def _ways_on(
    user: User, callback: CallbackRequest, grounds: Mapping[Any, Decision]
) -> dict[str, bool]:
    """Where one goes on: to the resident, or to a melding of what is on my desk (ML-1)."""
    is_mine = callback.handler_id in user.desk_ids
    return {
        "resident_open": opens_card(user, is_mine=is_mine and callback.is_open),
        "may_report": is_mine and Action.REGISTER_NOTIFICATION in grounds,
    }


@require_GET
def overdue(request: EmployeeRequest) -> HttpResponse:
    """What is late in the whole city: how late and at which team, never for which resident."""
    decision = GRANTS.require(request.user, Action.SEE_OVERDUE)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in LATE else LATE[0]
    rows = CallbackRequest.objects.visible_to(request.user).pseudonymised()
    rows = rows.selected(chosen, timezone.now())
    team_id = request.GET.get("team", "")
    if ROW_NUMBER.fullmatch(team_id):
        rows = rows.filter(team_id=int(team_id))
    page = keyset_page(rows, "due_at", request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "callback.overdue_listed", residents=residents, decision=decision)
    tabs = [(code, SELECTIONS[code].label, code == chosen) for code in LATE]
    context = {"lines": _lines(page), "page": page, "tabs": tabs}
    return render(request, "cases/callbacks/overdue.html", context)


def _lines(page: Page) -> list[tuple[CallbackRequest, object]]:
    """Every row with its traffic light."""
    at, calendar = timezone.now(), working_calendar()
    return [(row, light_of(row, at, calendar)) for row in page.rows]
