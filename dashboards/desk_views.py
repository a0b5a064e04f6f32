"""What stands beside the numbers of the desk: the charts, and what waits for the vraagbaak."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.contacts.models import DESK_ROLES
from cases.helpdesk.models import HelpQuestion
from clusters.http import EmployeeRequest
from clusters.models import Role
from common.paging import keyset_page
from common.weeks import LONG, SHORT
from dashboards.desk_charts import DeskCharts
from dashboards.desk_figures import DeskFigures
from dashboards.permissions import GRANTS, Action


@require_GET
def desk_charts(request: EmployeeRequest) -> HttpResponse:
    """Week after week; a part of the page, or a page of its own without JavaScript."""
    decision = GRANTS.require(request.user, Action.SEE_DESK_DASHBOARD)
    record_view(request, "dashboard.desk_read", decision=decision)
    desk = DeskCharts(DeskFigures(request.user, timezone.now(), weeks_of(request)))
    name = "_desk_charts" if request.htmx else "desk_charts"
    return render(request, f"dashboards/{name}.html", {"desk": desk})


@require_GET
def desk_questions(request: EmployeeRequest) -> HttpResponse:
    """Questions to the vraagbaak without an answer: one's own, or all for who answers them."""
    decision = GRANTS.require(request.user, Action.SEE_DESK_DASHBOARD)
    if request.user.acting_role not in DESK_ROLES:
        raise Http404
    record_view(request, "dashboard.desk_questions", decision=decision)
    rows = HelpQuestion.objects.visible_to(request.user).open().select_related("subject")
    page = keyset_page(rows, "asked_at", request.GET, size=settings.PAGE_SIZE)
    answers = request.user.acting_role == Role.HELP_DESK
    return render(request, "dashboards/desk_questions.html", {"page": page, "answers": answers})


def weeks_of(request: EmployeeRequest) -> int:
    """The period of the address: four weeks, or a quarter."""
    return LONG if request.GET.get("periode") == str(LONG) else SHORT
