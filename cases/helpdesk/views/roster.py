"""The roster: two weeks of dagdelen, who is there and where nobody is (TEL-6)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.helpdesk.forms import ShiftForm
from cases.helpdesk.models import DayPart, DutyShift, day_part_of
from cases.helpdesk.services import copy_week, drop_shift, plan_shift
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from clusters.models import working_calendar
from common.deadlines import ONE_DAY
from common.forms import perform
from common.templatetags.screen import deadline
from common.weeks import WEEK, monday_of

SHOWN = 2
OLDEST, NEWEST = 2000, 2100
Shifts = dict[tuple[date, str], list[DutyShift]]


@dataclass(frozen=True)
class Cell:
    """One dagdeel of one day."""

    day: date
    part: DayPart
    shifts: list[DutyShift]
    is_open: bool
    is_now: bool
    is_over: bool

    @property
    def is_empty(self) -> bool:
        """Whether nobody is there although we are open; who lost the role does not count."""
        return self.is_open and not any(shift.holds_role for shift in self.shifts)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Week:
    """One week of the roster, a row per dagdeel."""

    monday: date
    days: list[date]
    rows: list[tuple[DayPart, list[Cell]]]


@require_GET
def roster(request: EmployeeRequest) -> HttpResponse:
    """Two weeks from a Monday."""
    GRANTS.require(request.user, Action.SEE_ROSTER)
    monday, form = monday_of(_day(request.GET.get("week", ""))), None
    if Action.PLAN_ROSTER in GRANTS.allowed_actions(request.user):
        day, part = _day(request.GET.get("day", "")), day_part_of(timezone.now())
        initial = {"day": day, "part": request.GET.get("part", part)}
        form = ShiftForm(initial=initial, week=monday.isoformat())
    return _page(request, monday, form)


@require_POST
def plan(request: EmployeeRequest) -> HttpResponse:
    """Put somebody on a dagdeel; with an error the roster comes back with what was chosen."""
    GRANTS.require(request.user, Action.PLAN_ROSTER)
    monday = monday_of(_day(request.POST.get("week", "")))
    form = ShiftForm(request.POST, week=monday.isoformat())
    shift = perform(form, plan_shift, by=request.user)
    if shift is None:
        return _page(request, monday, form)
    messages.success(request, f"{shift.person} staat op {deadline(shift.day)}, {shift.part}.")
    return _back(shift.day if _out_of_sight(shift.day, monday) else monday)


@require_POST
def drop(request: EmployeeRequest, shift_id: int) -> HttpResponse:
    """Take somebody off."""
    GRANTS.require(request.user, Action.PLAN_ROSTER)
    shift = drop_shift(shift_id=shift_id, by=request.user)
    text = "Deze dienst stond al niet meer op het rooster."
    if shift is not None:
        text = f"{shift.person} staat niet meer op {deadline(shift.day)}, {shift.part}."
    messages.success(request, text)
    return _back(_day(request.POST.get("week", "")))


@require_POST
def copy(request: EmployeeRequest) -> HttpResponse:
    """The week after gets the same people."""
    GRANTS.require(request.user, Action.PLAN_ROSTER)
    copied = copy_week(monday=_day(request.POST.get("copied", "")), by=request.user)
    noun = "dagdeel" if copied.made == 1 else "dagdelen"
    messages.success(request, f"{copied.made} {noun} overgenomen naar de week erna.")
    if copied.there:
        messages.info(request, f"{copied.there} stond er al.")
    if copied.skipped:
        text = " ".join(copied.skipped)
        messages.warning(request, f"{len(copied.skipped)} niet overgenomen. {text}")
    return _back(_day(request.POST.get("week", "")))


def _page(request: EmployeeRequest, monday: date, form: ShiftForm | None) -> HttpResponse:
    """The roster, with the form for who may plan."""
    context = {
        "weeks": list(_weeks(monday, timezone.now())),
        "earlier": monday - SHOWN * WEEK,
        "later": monday + SHOWN * WEEK,
        "monday": monday,
        "form": form,
    }
    return render(request, "cases/helpdesk/roster.html", context)


def _back(day: date) -> HttpResponse:
    return redirect(f"{reverse('duty-roster')}?week={monday_of(day).isoformat()}")


def _out_of_sight(day: date, monday: date) -> bool:
    """Whether a day is on another page of the roster."""
    return not monday <= day < monday + SHOWN * WEEK


def _day(text: str) -> date:
    """A day in the address; today when it cannot be read."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
    return day if OLDEST <= day.year <= NEWEST else timezone.localdate()


def _weeks(monday: date, at: datetime) -> Iterator[Week]:
    """The weeks on the page with everybody in them; one query."""
    rows = DutyShift.objects.with_role().filter(day__gte=monday, day__lt=monday + SHOWN * WEEK)
    shifts: Shifts = defaultdict(list)
    for row in rows.select_related("person").order_by("person__last_name", "pk"):
        shifts[row.day, row.part].append(row)
    for number in range(SHOWN):
        first = monday + number * WEEK
        days = [first + shift * ONE_DAY for shift in range(7)]
        yield Week(first, days, [(part, _cells(part, days, shifts, at)) for part in DayPart])


def _cells(part: DayPart, days: list[date], shifts: Shifts, at: datetime) -> list[Cell]:
    """One dagdeel on every day of a week."""
    is_open, order = working_calendar().is_working_day, list(DayPart).index
    now: Any = (timezone.localdate(at), order(day_part_of(at)))
    return [
        Cell(
            day=day,
            part=part,
            shifts=shifts[day, part],
            is_open=is_open(day),
            is_now=(day, order(part)) == now,
            is_over=(day, order(part)) < now,
        )
        for day in days
    ]
