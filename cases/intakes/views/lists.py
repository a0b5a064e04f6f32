"""The meldingen of a team, and the page of one."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.intakes.forms import NotificationFilter
from cases.intakes.models import WmoNotification
from cases.intakes.models.lights import light_of, warnings_of
from cases.intakes.terms import investigation_end
from cases.intakes.views.buttons import buttons_for, card_button
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.paging import Page, keyset_page


@require_GET
def notification_list(request: EmployeeRequest) -> HttpResponse:
    """The meldingen of my teams, the nearest legal end first."""
    decision = GRANTS.require(request.user, Action.SEE_NOTIFICATIONS)
    at = timezone.now()
    filters = NotificationFilter(request.GET, user=request.user)
    rows = filters.apply(WmoNotification.objects.visible_to(request.user).for_list(), at)
    page = keyset_page(rows, filters.sort_field, request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows]
    record_view(request, "notification.listed", residents=residents, decision=decision)
    context = {"filters": filters, "page": page, "lines": _lines(request, page)}
    context["may_register"] = may_register(request)
    context["sees_pilot"] = Action.SEE_PILOT_FIGURES in GRANTS.allowed_actions(request.user)
    return render(request, "cases/intakes/list.html", context)


@require_GET
def detail(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """One melding: what is asked, which dates, what happened, what I can do now."""
    scope = WmoNotification.objects.visible_to(request.user).for_detail()
    notification = get_object_or_404(scope, pk=notification_id)
    grounds = GRANTS.grounds_in_scope(request.user, notification)
    decision = ground_for(Action.SEE_NOTIFICATION, grounds)
    record_view(request, "notification.read", subject=notification, decision=decision)
    buttons = buttons_for(notification, grounds) + card_button(notification, request.user)
    sees = Action.SEE_TALKS in grounds
    context = {"buttons": buttons, "sees_talks": sees, **_shown(notification)}
    context["allowed"] = {str(action) for action in grounds}
    return render(request, "cases/intakes/detail.html", context)


def _shown(notification: WmoNotification) -> dict[str, Any]:
    """What stands on the page of a melding beside its buttons."""
    at = timezone.now()
    return {
        "notification": notification,
        "light": light_of(notification, at),
        **_support(notification),
        "warnings": warnings_of(notification, at),
        "reasons": investigation_end(notification.received_on).reasons,
        "triage": notification.triages.select_related("version").first(),
        "steps": notification.steps.select_related("by"),
    }


def _support(notification: WmoNotification) -> dict[str, Any]:
    """The offer of cliëntondersteuning, whether "later" is now, and the request (OCO-2)."""
    support = getattr(notification, "support", None)
    due = support is not None and notification.is_open and support.is_due(timezone.localdate())
    asked = getattr(notification, "support_request", None)
    return {"support": support, "support_due": due, "asked": asked}


def _lines(request: EmployeeRequest, page: Page) -> list[tuple[WmoNotification, Any, Any, bool]]:
    """Every row with its lights, and whether I may open it (its card is what I see here)."""
    at = timezone.now()
    return [
        (row, light_of(row, at), warnings_of(row, at), _may_open(request, row)) for row in page.rows
    ]


def _may_open(request: EmployeeRequest, row: WmoNotification) -> bool:
    """Whether the page of this melding opens for me: mine, nobody's, or I steer the team."""
    return Action.SEE_NOTIFICATION in GRANTS.grounds_in_scope(request.user, row)


def may_register(request: EmployeeRequest) -> bool:
    """Whether this employee may write a melding down at all."""
    return Action.REGISTER_NOTIFICATION in GRANTS.allowed_actions(request.user)
