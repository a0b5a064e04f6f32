"""Two vraagbaken, or one colleague with two clicks, at the same moment (VB-2 … VB-6)."""

import uuid
from datetime import timedelta
from functools import partial

import pytest

from audit.models import AuditEvent
from cases.helpdesk.services import (
    answer_help_question,
    ask_help_desk,
    copy_week,
    drop_forgotten_questions,
    drop_shift,
    plan_shift,
    take_help_question,
    withdraw_help_question,
)
from cases.models import DutyShift, HelpQuestion
from clusters.models import Notice, Role, User
from tests.concurrency.conftest import done, refused, together
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import DutyShiftFactory, HelpQuestionFactory

ROUNDS = range(8)
DAY = MONDAY.date()
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def lines_of(asked):
    rows = AuditEvent.objects.filter(object_type="cases.helpquestion", object_id=str(asked.pk))
    return list(rows.order_by("pk").values_list("code", flat=True))


@pytest.fixture
def second(cast, desk):
    """Another vraagbaak."""
    return MembershipFactory(role=Role.HELP_DESK, team=desk).user


@pytest.mark.parametrize("act", ["take", "answer"])
def test_of_two_vraagbaken_one_wins_and_the_other_is_told_who(cast, second, act):
    for _ in ROUNDS:
        asked = HelpQuestionFactory(asked_by=cast.contact_centre)
        number = {"help_question_id": asked.pk}
        service = partial(take_help_question, **number)
        if act == "answer":
            service = partial(answer_help_question, answer="Ja.", **number)

        results = together(*(partial(service, by=me(one)) for one in (cast.help_desk, second)))

        assert (len(done(results)), len(refused(results))) == (1, 1)
        asked.refresh_from_db()
        assert str(asked.taken_by) in refused(results)[0]
        assert lines_of(asked) == ["help.taken" if act == "take" else "help.answered"]


def test_two_clicks_on_ask_make_one_question(cast, desk):
    DutyShiftFactory(person=cast.help_desk)
    for _ in ROUNDS:
        Notice.objects.all().delete()
        ask = partial(
            ask_help_desk,
            call_id=uuid.uuid4(),
            position=1,
            desk=desk,
            subject=None,
            question="Mag dit?",
        )

        results = together(*(partial(ask, by=me(cast.contact_centre)) for _ in range(3)))

        assert len({asked.pk for asked in done(results)}) == 1
        assert len(done(results)) == 3
        assert lines_of(results[0]) == ["help.asked"]
        assert Notice.objects.count() == 1


def test_the_caller_hangs_up_while_the_answer_is_sent(cast):
    for _ in ROUNDS:
        asked = HelpQuestionFactory(
            asked_by=cast.contact_centre, taken_by=cast.help_desk, taken_at=MONDAY, state="taken"
        )
        number = {"help_question_id": asked.pk}

        results = together(
            partial(answer_help_question, answer="Ja.", by=me(cast.help_desk), **number),
            partial(withdraw_help_question, by=me(cast.contact_centre), **number),
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        asked.refresh_from_db()
        assert (asked.state == "answered") is (asked.answer == "Ja.")
        assert len(lines_of(asked)) == 1


def test_the_question_changes_while_it_is_answered(cast, desk):
    DutyShiftFactory(person=cast.help_desk)
    for _ in ROUNDS:
        asked = HelpQuestionFactory(asked_by=cast.contact_centre, desk=desk)
        ask = partial(
            ask_help_desk, call_id=asked.call_id, position=1, desk=desk, subject=None, question="?"
        )

        together(
            partial(
                answer_help_question,
                help_question_id=asked.pk,
                answer="Ja.",
                seen=asked.stamp,
                by=me(cast.help_desk),
            ),
            partial(ask, by=me(cast.contact_centre)),
        )

        asked.refresh_from_db()
        assert (asked.state, asked.question) in (("answered", asked.question), ("asked", "?"))
        assert asked.state == "asked" or asked.question != "?"


def test_two_clocks_withdraw_a_forgotten_question_once(cast):
    for _ in ROUNDS:
        rows = [HelpQuestionFactory(asked_by=cast.contact_centre) for _ in range(3)]
        drop = partial(drop_forgotten_questions, at=MONDAY + timedelta(hours=1))

        assert sum(together(drop, drop)) == 3

        assert not HelpQuestion.objects.open().exists()
        assert [lines_of(asked) for asked in rows] == [["help.withdrawn"]] * 3


def test_two_clicks_on_plan_drop_and_copy(cast, second):
    monday = DAY + timedelta(days=7)
    for _ in ROUNDS:
        DutyShift.objects.all().delete()
        plan = partial(plan_shift, day=monday, part="ochtend")
        clicks = [partial(plan, person=cast.help_desk, by=me(cast.help_desk)) for _ in range(3)]
        assert len({shift.pk for shift in done(together(*clicks))}) == 1
        plan(person=second, by=cast.help_desk)

        pair = (me(cast.help_desk), me(cast.application_manager))
        copies = done(together(*(partial(copy_week, monday=monday, by=one) for one in pair)))
        assert sum(copied.made for copied in copies) == 2
        assert DutyShift.objects.count() == 4

        shift = DutyShift.objects.first()
        drops = together(*(partial(drop_shift, shift_id=shift.pk, by=one) for one in pair))
        assert [each is None for each in drops].count(True) == 1
        assert DutyShift.objects.count() == 3


def test_two_weeks_copied_at_once_do_not_wait_in_turn(cast, second):
    """The people are locked in one order, whatever order they stand in in the week."""
    first, other = DAY + timedelta(days=7), DAY + timedelta(days=21)
    for _ in ROUNDS:
        DutyShift.objects.all().delete()
        for monday, people in (
            (first, (cast.help_desk, second)),
            (other, (second, cast.help_desk)),
        ):
            for days, person in enumerate(people):
                DutyShiftFactory(person=person, day=monday + timedelta(days=days))

        copies = together(
            *(partial(copy_week, monday=day, by=me(cast.help_desk)) for day in (first, other))
        )

        assert [copied.made for copied in copies] == [2, 2]
