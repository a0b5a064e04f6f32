"""The lists behind the numbers and marks (ST-1): the same rows, a page at a time, and without
names above the teams (ST-2)."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from clusters.http import EmployeeRequest
from common.deadlines import local_day
from common.paging import keyset_page
from dashboards.figures import NAMED
from dashboards.flow.asking import Asked
from dashboards.flow.leads import IN_TIME, LEADS
from dashboards.flow.parts import Row
from dashboards.flow.spans import last_months, said, span_in, week_in
from dashboards.flow.streams import OPEN, STREAMS, WHATS
from dashboards.flow.triages import ADVICES, STANDS, Which
from dashboards.flow.triages import triages as triages_of
from dashboards.permissions import GRANTS, Action


@dataclass(frozen=True)
class Listed:
    """A list: its rows and their order, where a row finds its facts, and how it is called.

    ``about`` is the row that has a page, when that is another one.
    """

    title: str
    rows: QuerySet[Any]
    order: str
    person: str
    team: str
    page: str
    day: str
    about: str = ""

    def thin(self, *, names: bool) -> QuerySet[Any]:
        """The rows with the columns a list shows: no content, and no person without ``names``."""
        place = f"{self.about}__" if self.about else ""
        columns = [self.order.lstrip("-"), "resident", f"{place}resident"]
        columns.append(f"{place}{self.team}__name")
        rows = self.rows.select_related(f"{place}{self.team}")
        if names:
            columns += [f"{place}{self.person}__{each}" for each in NAMED]
            rows = rows.select_related(f"{place}{self.person}")
        return rows.only(*columns)

    def row(self, found: Any, *, names: bool) -> Row:
        """What the list shows of one."""
        about = getattr(found, self.about) if self.about else found
        return Row(
            reference=str(about),
            url=reverse(self.page, args=[about.pk]) if names else "",
            team=getattr(about, self.team),
            day=getattr(found, self.order.lstrip("-")),
            who=getattr(about, self.person) if names else None,
        )


@require_GET
def stream_list(request: EmployeeRequest) -> HttpResponse:
    """What came in, ended or was open in one week (ST-4)."""
    asked = _asked(request)
    stream, what = STREAMS[asked.stream], request.GET.get("wat", "")
    what = what if what in WHATS else OPEN
    week = week_in(request.GET.get("week", ""), asked.day)
    label = f"{stream.label}: {WHATS[what].lower()}"
    title = f"{label}, week van {week.first:%d-%m-%Y}"
    rows, moment = stream.rows(asked.team_ids, what, week), stream.moment(what)
    day = "Afgerond" if moment == stream.ended else "Binnengekomen"
    own = Listed(title, rows, f"-{moment}", stream.person, "team", stream.page, day)
    return _list(request, asked, own)


@require_GET
def lead_list(request: EmployeeRequest) -> HttpResponse:
    """What ended in one month, of one stand (ST-6)."""
    asked, months = _asked(request), last_months(local_day(timezone.now()))
    lead = LEADS.get(request.GET.get("wat", ""), LEADS["meldingen"])
    stand = request.GET.get("stand", "")
    stand = stand if stand in IN_TIME else "afgerond"
    code, month = span_in(months, request.GET.get("maand", ""))
    title = f"{lead.label}: {IN_TIME[stand][0].lower()}, {said(code, months)}"
    rows = lead.rows(asked.team_ids, stand, month)
    own = Listed(title, rows, "-ended_at", "handler", lead.team, lead.page, "Afgerond")
    return _list(request, asked, own)


@require_GET
def triage_list(request: EmployeeRequest) -> HttpResponse:
    """The meldingen with one outcome of the triage, or where the advice was not taken (ST-8)."""
    asked = _asked(request)
    code, span = span_in(asked.spans, request.GET.get("periode", ""))
    which = _which(request)
    title = f"Triage: {_words(which)}, {said(code, asked.spans)}"
    rows = triages_of(asked.team_ids, which, span)
    page = ("handler", "team", "notification-detail", "Getriageerd", "notification")
    return _list(request, asked, Listed(title, rows, "-at", *page))


def _asked(request: EmployeeRequest) -> Asked:
    return Asked.of(request.user, request.GET, local_day(timezone.now()))


def _which(request: EmployeeRequest) -> Which:
    """What is asked, of what is known; anything else does not narrow."""
    known = {"keuze": ADVICES, "advies": ADVICES, "stand": STANDS}
    asked = {name: request.GET.get(name, "") for name in known}
    found = {name: value if value in known[name] else "" for name, value in asked.items()}
    return Which(found["keuze"], found["advies"], found["stand"])


def _words(which: Which) -> str:
    """What is asked, as the heading says it."""
    words = [f"advies {ADVICES[which.advice]}"] if which.advice else []
    words += [STANDS[which.stand].lower()] if which.stand else []
    words += [f"gekozen {ADVICES[which.chosen]}"] if which.chosen else []
    return ", ".join(words) or "alles"


def _list(request: EmployeeRequest, asked: Asked, listed: Listed) -> HttpResponse:
    """A page of the list, with its line in the trail."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    names = asked.shows_names
    rows = listed.thin(names=names)
    page = keyset_page(rows, listed.order, request.GET, size=settings.PAGE_SIZE)
    residents = {row.resident_id for row in page.rows}
    record_view(request, "dashboard.flow_listed", residents=residents, decision=decision)
    context = {"page": page, "listed": listed, "asked": asked}
    context["found"] = [listed.row(each, names=names) for each in page.rows]
    return render(request, "dashboards/flow/list.html", context)
