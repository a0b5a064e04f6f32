"""Hand-overs to the SST in every stand and in several months; and how many rows a list has."""

from datetime import timedelta
from html import unescape

from cases.handovers.lifecycle import HandoverState
from cases.handovers.models import Refusal
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.handovers import HandoverFactory

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
S = HandoverState


def offer(sst, noord, at=MONDAY - 2 * HOUR, state=S.OFFERED, **own):
    """One offer of a dossier of Noord, and what came of it two hours later."""
    file = own.pop("file", None) or FileFactory(team=noord)
    if state in (S.ACCEPTED, S.RETURNED):
        own.setdefault("director", sst.ada)
        own.setdefault("ended_by", sst.ada)
    if state == S.REFUSED:
        own.setdefault("reason", Refusal.FULL)
    if state not in (S.OFFERED, S.ASKED):
        own.setdefault("ended_at", at + 2 * HOUR)
    own.setdefault("answer_by", at + 7 * DAY)
    own.setdefault("to_team", sst.team)
    return HandoverFactory(file=file, offered_at=at, drafted_at=at, state=state, **own)


def furnish(sst, noord):
    """Something of every kind: now, last month, half a year and more than a year ago."""
    for ago in (0, 31, 180, 400):
        at = MONDAY - ago * DAY - 2 * HOUR
        offer(sst, noord, at, S.ACCEPTED, expertise="addiction", urgency="today")
        offer(sst, noord, at, S.RETURNED, expertise="psychiatry")
        offer(sst, noord, at, S.REFUSED, reason="full", urgency="soon")
        offer(sst, noord, at, S.REFUSED, reason="advice", urgency="soon")
        offer(sst, noord, at, S.EXPIRED, ended_at=at + 7 * DAY)
        offer(sst, noord, at, S.WITHDRAWN, ended_by=sst.ada)
    offer(sst, noord)
    offer(sst, noord, answer_by=MONDAY + 3 * HOUR)
    offer(sst, noord, answer_by=MONDAY - HOUR)
    offer(sst, noord, state=S.ASKED, asked="Welke schulden?")
    offer(sst, noord, unagreed_at=MONDAY)
    offer(sst, noord, state=S.DRAFT, draft=True, ended_at=None, answer_by=None)


def counted(client, url):
    """How many rows a list has, through all its pages."""
    total, path = 0, url.partition("?")[0]
    while url:
        response = client.get(url)
        assert response.status_code == 200, url
        page = response.context["page"]
        total += len(page.rows)
        url = unescape(f"{path}?{page.next_query}") if page.next_query else ""
    return total


def points_of(charts):
    """Every mark of these charts that opens a list, with what it counts."""
    found = [point for chart in charts for each in chart.series for point in each.points]
    return [(point.value, point.url) for point in found if point.url]
