"""Dagdelen on the clock of Amsterdam, who sees a question, and what the database refuses."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from cases.helpdesk.lifecycle import HelpState
from cases.helpdesk.models import DayPart, DutyShift, HelpQuestion, day_part_of
from clusters.models import Role
from common.deadlines import AMSTERDAM
from tests.factories import UserFactory
from tests.factories.cases import MONDAY, SubjectFactory
from tests.factories.helpdesk import DutyShiftFactory, HelpQuestionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("utc", "part"),
    [
        ("2026-11-23 11:29+00:00", DayPart.MORNING),  # 12:29 in winter
        ("2026-11-23 11:30+00:00", DayPart.AFTERNOON),
        ("2026-07-06 10:29+00:00", DayPart.MORNING),  # 12:29 in summer
        ("2026-07-06 10:30+00:00", DayPart.AFTERNOON),
        ("2026-03-28 11:29+00:00", DayPart.MORNING),  # the day before the clock goes forward
        ("2026-03-29 10:29+00:00", DayPart.MORNING),  # the day itself
        ("2026-03-29 10:30+00:00", DayPart.AFTERNOON),
        ("2026-10-25 11:29+00:00", DayPart.MORNING),  # the day the clock goes back
        ("2026-10-25 11:30+00:00", DayPart.AFTERNOON),
    ],
)
def test_the_dagdelen_meet_at_half_past_twelve_in_amsterdam(utc, part):
    assert day_part_of(datetime.fromisoformat(utc)) == part


def test_somebody_sits_there_once_per_dagdeel():
    shift = DutyShiftFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        DutyShiftFactory(person=shift.person)
    DutyShiftFactory(person=shift.person, part=DayPart.AFTERNOON)


def test_a_dagdeel_is_a_morning_or_an_afternoon():
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyShiftFactory(part="avond")


def test_a_shift_says_whether_its_person_is_vraagbaak_on_that_day(cast):
    row = cast.help_desk.memberships.get(role=Role.HELP_DESK)
    row.valid_until = MONDAY.date()
    row.save()
    days = [MONDAY.date(), MONDAY.date() + timedelta(days=1)]
    for day in days:
        DutyShiftFactory(person=cast.help_desk, day=day)

    marked = DutyShift.objects.with_role().order_by("day")

    assert [(row.day, row.holds_role) for row in marked] == [(days[0], True), (days[1], False)]


# --- who sees a question


def test_the_contact_centre_sees_only_what_it_asked_itself(cast):
    own = HelpQuestionFactory(asked_by=cast.contact_centre)
    HelpQuestionFactory(asked_by=cast.other_desk)

    assert list(HelpQuestion.objects.visible_to(cast.contact_centre)) == [own]
    assert HelpQuestion.objects.visible_to(cast.help_desk).count() == 2


@pytest.mark.parametrize("role", [r for r in Role if r not in ("contact_centre", "help_desk")])
def test_nobody_else_sees_a_question(cast, role):
    HelpQuestionFactory(asked_by=getattr(cast, role.value))

    assert not HelpQuestion.objects.visible_to(getattr(cast, role.value)).exists()


def test_a_vraagbaak_whose_role_ended_sees_nothing(cast):
    HelpQuestionFactory(asked_by=cast.help_desk)
    cast.help_desk.memberships.update(valid_until=MONDAY.date())

    with time_machine.travel(MONDAY + timedelta(days=1), tick=False):
        person = type(cast.help_desk).objects.get(pk=cast.help_desk.pk)
        assert not HelpQuestion.objects.visible_to(person).exists()


# --- what must always be true


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "vergeten"},
        {"state": HelpState.TAKEN},
        {"state": HelpState.ANSWERED, "ended_at": MONDAY, "answer": "Ja."},
        {"state": HelpState.WITHDRAWN},
        {"ended_at": MONDAY},
        {"answer": "Ja."},
    ],
)
def test_the_database_refuses_half_a_state(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        HelpQuestionFactory(**wrong)


def test_an_answered_question_has_an_answer():
    with pytest.raises(IntegrityError), transaction.atomic():
        HelpQuestionFactory(answered=True, answer="")


def test_one_open_question_per_question_of_a_call():
    first = HelpQuestionFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        HelpQuestionFactory(call_id=first.call_id)
    HelpQuestionFactory(call_id=first.call_id, position=2)
    HelpQuestionFactory(call_id=first.call_id, withdrawn=True)


# --- what a page says about it


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-5, "net gevraagd"),
        (59, "net gevraagd"),
        (60, "1 minuut"),
        (119, "1 minuut"),
        (120, "2 minuten"),
        (3599, "59 minuten"),
        (3600, "langer dan een uur"),
    ],
)
def test_how_long_the_caller_waits(seconds, text):
    asked = HelpQuestionFactory.build(asked_at=MONDAY, desk=None, asked_by=None)

    with time_machine.travel(MONDAY + timedelta(seconds=seconds), tick=False):
        assert asked.waiting == text


def test_waiting_is_right_while_the_clock_changes():
    asked_at = datetime(2026, 10, 25, 2, 50, fold=0, tzinfo=AMSTERDAM)
    asked = HelpQuestionFactory.build(asked_at=asked_at, desk=None, asked_by=None)

    with time_machine.travel(datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=AMSTERDAM), tick=False):
        assert asked.waiting == "20 minuten"


def test_the_stamp_follows_the_question_and_its_subject():
    asked = HelpQuestionFactory()
    before = asked.stamp
    asked.taken_by = UserFactory()
    assert asked.stamp == before

    asked.question += "?"
    other = asked.stamp
    asked.subject = SubjectFactory()

    assert len({before, other, asked.stamp}) == 3
