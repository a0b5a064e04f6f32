"""Who sits at the contact centre when: plan, drop, copy a week (VB-6)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.helpdesk.models import DayPart, DutyShift
from cases.helpdesk.services import copy_week, drop_shift, plan_shift
from clusters.models import Role
from common.errors import RuleViolation
from tests.factories import ClosingDayFactory, MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import DutyShiftFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = MONDAY.date()
PLANNERS = (Role.HELP_DESK, Role.APPLICATION_MANAGER)
OTHERS = [role for role in Role if role not in PLANNERS]


def later(days):
    return DAY + timedelta(days=days)


def plan(cast, by=None, **own):
    facts = {"person": cast.help_desk, "day": DAY, "part": "ochtend", "by": by or cast.help_desk}
    return plan_shift(**facts | own)


def shifts():
    rows = DutyShift.objects.order_by("day", "-part", "person_id")
    return list(rows.values_list("day", "part"))


def codes():
    rows = AuditEvent.objects.filter(object_type="cases.dutyshift")
    return list(rows.order_by("pk").values_list("code", flat=True))


# --- plan


@pytest.mark.parametrize("role", PLANNERS)
def test_a_planner_puts_somebody_on_a_dagdeel(cast, role):
    shift = plan(cast, by=getattr(cast, role.value), day=later(1), part="middag")

    assert (shift.person, shift.day, shift.part) == (cast.help_desk, later(1), "middag")
    assert codes() == ["duty.created"]


def test_a_second_click_on_plan_changes_nothing(cast):
    assert plan(cast).pk == plan(cast).pk
    assert codes() == ["duty.created"]


def test_two_people_can_share_a_dagdeel(cast, second):
    plan(cast)
    plan(cast, person=second)

    assert DutyShift.objects.count() == 2


def test_this_dagdeel_can_still_be_planned_but_not_the_last(cast, time_machine):
    plan(cast)
    time_machine.move_to(MONDAY + timedelta(hours=3), tick=False)
    plan(cast, part="middag")

    with pytest.raises(RuleViolation, match="al voorbij"):
        plan(cast, part="ochtend", person=cast.application_manager)
    with pytest.raises(RuleViolation, match="al voorbij"):
        plan(cast, day=later(-3), part="middag")


@pytest.mark.parametrize("days", [5, 6, 1])
def test_nobody_sits_there_on_a_closed_day(cast, days):
    ClosingDayFactory(date=later(1))

    with pytest.raises(RuleViolation, match="gesloten") as broken:
        plan(cast, day=later(days))
    assert broken.value.field == "day"


def test_only_who_is_vraagbaak_on_that_day(cast):
    cast.help_desk.memberships.update(valid_until=later(1))
    plan(cast, day=later(1))

    with pytest.raises(RuleViolation, match="geen vraagbaak") as broken:
        plan(cast, by=cast.application_manager, day=later(2))
    assert broken.value.field == "person"
    with pytest.raises(RuleViolation, match="geen vraagbaak"):
        plan(cast, person=cast.contact_centre)


def test_who_becomes_vraagbaak_later_can_be_planned_from_that_day(cast, desk):
    new = MembershipFactory(role=Role.HELP_DESK, team=desk, valid_from=later(2)).user

    with pytest.raises(RuleViolation, match="geen vraagbaak"):
        plan(cast, person=new, day=later(1))
    assert plan(cast, person=new, day=later(2)).person == new


@pytest.mark.parametrize("role", OTHERS)
def test_plan_drop_and_copy_need_the_grant(cast, role):
    person, shift = getattr(cast, role.value), DutyShiftFactory(person=cast.help_desk)

    with pytest.raises(PermissionDenied):
        plan(cast, by=person)
    with pytest.raises(PermissionDenied):
        drop_shift(shift_id=shift.pk, by=person)
    with pytest.raises(PermissionDenied):
        copy_week(monday=DAY, by=person)


# --- drop


def test_drop_takes_somebody_off_and_a_second_click_is_fine(cast):
    shift = plan(cast)

    assert drop_shift(shift_id=shift.pk, by=cast.help_desk).person == cast.help_desk
    assert drop_shift(shift_id=shift.pk, by=cast.help_desk) is None

    assert shifts() == []
    assert codes() == ["duty.created", "duty.deleted"]


def test_what_was_stays_on_the_roster(cast, time_machine):
    shift = plan(cast)
    time_machine.move_to(MONDAY + timedelta(hours=2, minutes=29), tick=False)
    now = DutyShiftFactory(person=cast.help_desk, part=DayPart.AFTERNOON)
    time_machine.move_to(MONDAY + timedelta(hours=2, minutes=30), tick=False)

    with pytest.raises(RuleViolation, match="al voorbij"):
        drop_shift(shift_id=shift.pk, by=cast.help_desk)
    drop_shift(shift_id=now.pk, by=cast.help_desk)

    assert shifts() == [(DAY, "ochtend")]


# --- copy


def test_copy_gives_the_next_week_the_same_people(cast, second):
    plan(cast, day=DAY)
    plan(cast, day=later(2), part="middag", person=second)
    DutyShiftFactory(person=cast.help_desk, day=later(14))

    copied = copy_week(monday=DAY, by=cast.application_manager)

    assert (copied.made, copied.there, copied.skipped) == (2, 0, [])
    week = DutyShift.objects.filter(day__range=(later(7), later(13))).order_by("day")
    assert [(row.person, row.day, row.part) for row in week] == [
        (cast.help_desk, later(7), "ochtend"),
        (second, later(9), "middag"),
    ]


def test_any_day_of_the_week_names_it(cast):
    plan(cast, day=DAY)
    plan(cast, day=later(4))

    assert copy_week(monday=later(3), by=cast.help_desk).made == 2


def test_a_second_click_on_copy_makes_nothing_twice(cast):
    plan(cast)
    copy_week(monday=DAY, by=cast.help_desk)

    again = copy_week(monday=DAY, by=cast.help_desk)

    assert (again.made, again.there, again.skipped) == (0, 1, [])
    assert DutyShift.objects.count() == 2


def test_copy_says_who_was_skipped_and_why(cast, second):
    ClosingDayFactory(date=later(8))
    for day in (later(0), later(1)):
        plan(cast, day=day)
    plan(cast, day=later(2), person=second)
    second.memberships.update(valid_until=later(8))

    copied = copy_week(monday=DAY, by=cast.help_desk)

    assert copied.made == 1
    assert copied.skipped == [
        f"{cast.help_desk}, di 1 december ochtend: Op deze dag zijn we gesloten.",
        f"{second}, wo 2 december ochtend: Deze collega is op deze dag geen vraagbaak.",
    ]


def test_a_week_that_is_over_is_copied_as_far_as_it_can(cast, time_machine):
    plan(cast, day=DAY)
    plan(cast, day=later(4))
    time_machine.move_to(MONDAY + timedelta(days=9), tick=False)

    copied = copy_week(monday=DAY, by=cast.help_desk)

    assert (copied.made, len(copied.skipped)) == (1, 1)
    assert "al voorbij" in copied.skipped[0]


def test_an_empty_week_gives_nothing(cast):
    copied = copy_week(monday=DAY, by=cast.help_desk)

    assert (copied.made, copied.there, copied.skipped) == (0, 0, [])
