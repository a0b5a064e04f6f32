"""The roster of the vraagbaak: who sits at the contact centre in which dagdeel (TEL-6)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.helpdesk.models import DayPart, DutyShift, day_part_of
from cases.permissions import GRANTS, Action
from clusters.models import Membership, Role, User, working_calendar
from common.errors import RuleViolation
from common.templatetags.screen import deadline
from common.weeks import WEEK, monday_of


@dataclass
class Copied:
    """What came of copying a week: the new shifts, those that were there, and who was skipped."""

    made: int = 0
    there: int = 0
    skipped: list[str] = field(default_factory=list)


@transaction.atomic
def plan_shift(
    *, person: User, day: date, part: str, by: User, at: datetime | None = None
) -> DutyShift:
    """Put somebody on a dagdeel; a second click changes nothing.

    Rules: VB-6 (a day we are open, that is not over, for somebody who is vraagbaak that day).
    Raises: RuleViolation; PermissionDenied.
    Effects: a shift; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.PLAN_ROSTER)
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    _check_ahead(day, part, at)
    if not working_calendar().is_working_day(day):
        raise RuleViolation("Op deze dag zijn we gesloten.", field="day")
    running = Membership.objects.running(day).filter(role=Role.HELP_DESK, user_id=person.pk)
    if not running.exists():
        raise RuleViolation("Deze collega is op deze dag geen vraagbaak.", field="person")
    shift, is_new = DutyShift.objects.get_or_create(person=person, day=day, part=part)
    if is_new:
        record("duty.created", shift, by=by, decision=decision)
    return shift


@transaction.atomic
def drop_shift(*, shift_id: int, by: User, at: datetime | None = None) -> DutyShift | None:
    """Take somebody off a dagdeel that is not over; gone already is fine, and gives None.

    Rules: VB-6.
    Raises: RuleViolation for what is past; PermissionDenied.
    Effects: audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.PLAN_ROSTER)
    rows = DutyShift.objects.select_related("person").select_for_update(of=("self",))
    shift = rows.filter(pk=shift_id).first()
    if shift is None:
        return None
    _check_ahead(shift.day, shift.part, at)
    record("duty.deleted", shift, by=by, decision=decision)
    shift.delete()
    return shift


@transaction.atomic
def copy_week(*, monday: date, by: User, at: datetime | None = None) -> Copied:
    """Give the week after that of ``monday`` the same people; says what came of it.

    Rules: VB-6 (closed days and people who no longer are vraagbaak are skipped, by name).
    Raises: PermissionDenied.
    Effects: shifts; an audit line for each.
    """
    at = at or timezone.now()
    GRANTS.require(by, Action.PLAN_ROSTER)
    first = monday_of(monday)
    rows = DutyShift.objects.filter(day__gte=first, day__lt=first + WEEK)
    people = rows.values("person_id")  # locked in one order, so that two copies never wait in turn
    list(User.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk"))
    planned = DutyShift.objects.filter(day__gte=first + WEEK, day__lt=first + 2 * WEEK)
    there = set(planned.values_list("person_id", "day", "part"))
    result = Copied()
    for shift in rows.select_related("person").order_by("day", "-part", "person_id"):
        day = shift.day + WEEK
        if (shift.person_id, day, shift.part) in there:
            result.there += 1
            continue
        try:
            plan_shift(person=shift.person, day=day, part=shift.part, by=by, at=at)
        except RuleViolation as broken:
            result.skipped.append(f"{shift.person}, {deadline(day)} {shift.part}: {broken}")
        else:
            result.made += 1
    return result


def _check_ahead(day: date, part: str, at: datetime) -> None:
    """What was, was: the figures say who was there."""
    parts = list(DayPart)
    now = (timezone.localdate(at), parts.index(day_part_of(at)))
    if (day, parts.index(DayPart(part))) < now:
        raise RuleViolation("Dit dagdeel is al voorbij.", field="day")
