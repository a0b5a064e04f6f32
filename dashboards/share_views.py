"""The page of the informal share, and the list behind every number on it (IN-5, IN-6)."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from clusters.http import EmployeeRequest
from clusters.models import Role
from common.deadlines import local_day
from common.paging import keyset_page
from dashboards.permissions import GRANTS, Action
from dashboards.share_page import SharePage
from dashboards.shares import FIRST_YEAR, LABELS, Shares, ended_questions

NOT_A_NUMBER = 0


@require_GET
def informal_share(request: EmployeeRequest) -> HttpResponse:
    """Which part of the questions was solved informally, per cluster, team and year."""
    decision = GRANTS.require(request.user, Action.SEE_INFORMAL_SHARE)
    record_view(request, "dashboard.share_read", decision=decision)
    shares = Shares(request.user, timezone.now(), _year(request))
    context = {"page": SharePage(shares), "opinions": shares.opinions()}
    return render(request, "dashboards/share.html", context)


@require_GET
def informal_share_list(request: EmployeeRequest) -> HttpResponse:
    """The questions one number counted: which dossier and, for the manager, who directs it."""
    decision = GRANTS.require(request.user, Action.SEE_INFORMAL_SHARE)
    year, name = _year(request), request.GET.get("soort", "")
    name = name if name in LABELS else "telt"
    rows = ended_questions(request.user, year, name).filter(_narrowed(request))
    rows = rows.select_related("file__team", "file__director")
    page = keyset_page(rows, "-ended_at", request.GET, size=settings.PAGE_SIZE)
    residents = {row.resident_id for row in page.rows}
    record_view(request, "dashboard.share_listed", residents=residents, decision=decision)
    context = {"page": page, "year": year, "label": LABELS[name]}
    context["names"] = request.user.acting_role == Role.TEAM_MANAGER
    return render(request, "dashboards/share_list.html", context)


def _year(request: EmployeeRequest) -> int:
    """The year of the address, this year when it is none."""
    this = local_day(timezone.now()).year
    year = _number(request.GET.get("jaar", ""))
    return year if FIRST_YEAR <= year <= this else this


def _narrowed(request: EmployeeRequest) -> Q:
    """The team or cluster of the address, within what one may see."""
    asked: dict[str, Any] = {}
    if "team" in request.GET:
        asked["file__team_id"] = _number(request.GET["team"])
    if request.GET.get("cluster") == "geen":
        asked["file__team__cluster__isnull"] = True
    elif "cluster" in request.GET:
        asked["file__team__cluster_id"] = _number(request.GET["cluster"])
    return Q(**asked)


def _number(text: str) -> int:
    """A whole number of at most nine digits, or one that nothing has."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else NOT_A_NUMBER
