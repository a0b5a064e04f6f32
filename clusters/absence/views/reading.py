"""Look who is there: the calendar of a team, one's own page, the gaps."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from clusters.absence.forms import CalendarFilter
from clusters.absence.gaps import gaps_for
from clusters.absence.grid import MONTH, WEEK, grid_of, span_of
from clusters.absence.people import kept_by, members_of, teams_seen_by
from clusters.absence.standing import standing_of
from clusters.absence.views.finding import find_person
from clusters.http import EmployeeRequest
from clusters.people.models import HANDLING_ROLES, Role, User
from clusters.permissions import Action, require
from common.deadlines import ONE_DAY


@require_GET
def calendar(request: EmployeeRequest) -> HttpResponse:
    """The week or month of a team (AF-13); the kind only of whom one keeps (AF-12)."""
    decision = require(request.user, Action.SEE_ABSENCE_CALENDAR)
    today = timezone.localdate()
    form = _filter(request, today)
    context: dict[str, Any] = {"form": form}
    if form.is_valid() and form.cleaned_data["team"]:
        if request.user.acting_role == Role.TEAM_MANAGER:
            record_view(request, "absence.calendar_read", decision=decision)
        context |= _calendar(request, form, form.cleaned_data["dag"] or today, today)
    return render(request, "clusters/absence/calendar.html", context)


@require_GET
def person(request: EmployeeRequest, person_id: int) -> HttpResponse:
    """What somebody entered, what became of it, and their working days."""
    who = find_person(request, person_id)
    own = who.pk == request.user.pk
    if not own:
        decision = require(request.user, Action.KEEP_ABSENCE)
        record_view(request, "absence.listed", subject=who, decision=decision)
    standing = standing_of(who, request.user, timezone.localdate())
    roles = request.user.roles if own else who.roles
    context = {"person": who, "own": own, "standing": standing}
    context["is_covered"] = not HANDLING_ROLES.isdisjoint(roles)
    return render(request, "clusters/absence/person.html", context)


@require_GET
def gaps(request: EmployeeRequest) -> HttpResponse:
    """Days of the coming four weeks without anybody of a specialism (AF-15)."""
    require(request.user, Action.SEE_GAPS)
    found = gaps_for(request.user, timezone.localdate())
    return render(request, "clusters/absence/gaps.html", {"gaps": found})


def _filter(request: EmployeeRequest, today: date) -> CalendarFilter:
    """The filter, filled in as far as the address does not say."""
    teams = teams_seen_by(request.user, today)
    told = request.GET.copy()
    if not told.get("team"):
        own = teams.filter(pk__in=request.user.team_ids).first() or teams.first()
        told["team"] = "" if own is None else str(own.pk)
    told.setdefault("weergave", WEEK)
    return CalendarFilter(told, teams=teams)


def _calendar(
    request: EmployeeRequest, form: CalendarFilter, day: date, today: date
) -> dict[str, Any]:
    """The table of the chosen team and period."""
    chosen = form.cleaned_data
    view = chosen["weergave"] or WEEK
    people = list(form.narrowed(members_of(chosen["team"], today), today))
    kept = _kept(request.user, people, today)
    grid = grid_of(people, view, day, lambda each: each.pk in kept)
    walk = _walk(request, view, day, today)
    return {"grid": grid, "team": chosen["team"], "is_month": view == MONTH, **walk}


def _walk(request: EmployeeRequest, view: str, day: date, today: date) -> dict[str, str]:
    """The way to the period before, after and of today."""
    first, last, _ = span_of(view, day)
    return {
        "earlier": _address(request, first - ONE_DAY),
        "later": _address(request, last + ONE_DAY),
        "now": _address(request, today),
    }


def _kept(user: User, people: list[User], today: date) -> set[int]:
    """Of whom this employee sees the kind."""
    if user.acting_role != Role.TEAM_MANAGER:
        return {user.pk}
    rows = kept_by(user, today).filter(pk__in=[each.pk for each in people])
    return set(rows.values_list("pk", flat=True))


def _address(request: EmployeeRequest, day: date) -> str:
    """The same page around another day."""
    told = request.GET.copy()
    told["dag"] = day.isoformat()
    return f"?{told.urlencode()}"
