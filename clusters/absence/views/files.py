"""Absence as a calendar file, for who is signed in and may see it (AF-14)."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET

from clusters.absence.messages import calendar_file
from clusters.absence.models import Absence, AbsenceQuerySet
from clusters.absence.people import members_of, teams_seen_by
from clusters.absence.views.finding import find_person
from clusters.http import EmployeeRequest
from clusters.permissions import Action, require

BACK = timedelta(days=31)


@require_GET
def person_file(request: EmployeeRequest, person_id: int) -> HttpResponse:
    """The absences of one person, from a month ago on."""
    who = find_person(request, person_id)
    return _answer(_rows().filter(employee=who), f"afwezigheid-{who.pk}", with_names=False)


@require_GET
def team_file(request: EmployeeRequest, team_id: int) -> HttpResponse:
    """Those of the people of a team whose calendar one sees; names and days, no kinds."""
    require(request.user, Action.SEE_ABSENCE_CALENDAR)
    today = timezone.localdate()
    team = get_object_or_404(teams_seen_by(request.user, today), pk=team_id)
    rows = _rows().filter(employee__in=members_of(team, today).values("pk"))
    return _answer(rows, f"afwezigheid-{team.code}", with_names=True)


def _rows() -> AbsenceQuerySet:
    """What counts, from a month ago on."""
    since = timezone.localdate() - BACK
    rows: AbsenceQuerySet = Absence.objects.counting().filter(last_day__gte=since)
    return rows.select_related("employee").order_by("first_day", "pk")


def _answer(rows: AbsenceQuerySet, name: str, *, with_names: bool) -> HttpResponse:
    made = calendar_file(rows, with_names=with_names, at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{name}.ics"'}
    return HttpResponse(made, content_type="text/calendar; charset=utf-8", headers=headers)
