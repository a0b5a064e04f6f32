"""How a question ends: answered, withdrawn, or forgotten (VB-3 … VB-5)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.dateparse import parse_datetime

from audit.models import AuditEvent
from cases.helpdesk.lifecycle import HelpState
from cases.helpdesk.services import (
    answer_help_question,
    drop_forgotten_questions,
    take_help_question,
    withdraw_help_question,
)
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import HelpQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")
MINUTE = timedelta(minutes=1)


def audit_of(asked):
    rows = AuditEvent.objects.filter(object_type="cases.helpquestion", object_id=str(asked.pk))
    return list(rows.order_by("pk").values_list("code", flat=True))


def answer(asked, by, text="Ja, dat mag.", **own):
    return answer_help_question(help_question_id=asked.pk, answer=text, by=by, **own)


# --- answer


def test_an_answer_ends_the_question(cast, ask, time_machine):
    asked = ask()
    take_help_question(help_question_id=asked.pk, by=cast.help_desk)
    time_machine.move_to(MONDAY + MINUTE, tick=False)

    answer(asked, cast.help_desk)

    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("answered", "Ja, dat mag.")
    assert (asked.taken_at, asked.ended_at) == (MONDAY, MONDAY + MINUTE)
    assert audit_of(asked)[-1] == "help.answered"


def test_an_answer_without_taking_it_first_says_who_gave_it(cast, ask):
    asked = answer(ask(), cast.help_desk)

    assert (asked.state, asked.taken_by, asked.taken_at) == ("answered", cast.help_desk, MONDAY)


def test_a_second_click_on_answer_changes_nothing(cast, ask, time_machine):
    asked = ask()
    answer(asked, cast.help_desk)
    time_machine.move_to(MONDAY + MINUTE, tick=False)

    assert answer(asked, cast.help_desk).ended_at == MONDAY
    assert audit_of(asked).count("help.answered") == 1


def test_another_answer_does_not_replace_the_one_that_was_read_out(cast, ask):
    asked = ask()
    answer(asked, cast.help_desk)

    with pytest.raises(RuleViolation, match="al beantwoord"):
        answer(asked, cast.help_desk, "Toch niet.")
    asked.refresh_from_db()
    assert asked.answer == "Ja, dat mag."


def test_a_taken_question_is_answered_by_who_has_it(cast, second, ask):
    asked = ask()
    take_help_question(help_question_id=asked.pk, by=cast.help_desk)

    with pytest.raises(RuleViolation, match=f"{cast.help_desk} was u voor"):
        answer(asked, second)


@pytest.mark.parametrize(
    ("text", "why"), [("", "Schrijf op"), ("  \n", "Schrijf op"), ("x" * 2001, "te lang")]
)
def test_an_answer_can_be_read_out(cast, ask, text, why):
    with pytest.raises(RuleViolation, match=why) as broken:
        answer(ask(), cast.help_desk, text)

    assert broken.value.field == "answer"


def test_the_longest_answer_is_kept_whole(cast, ask):
    assert answer(ask(), cast.help_desk, "é" * 2000).answer == "é" * 2000


def test_a_question_that_changed_is_read_again_before_it_is_answered(cast, ask):
    asked = ask()
    seen = asked.stamp
    ask(question="Mag het ook met een toeslag?")

    with pytest.raises(RuleViolation, match="intussen veranderd"):
        answer(asked, cast.help_desk, seen=seen)
    asked.refresh_from_db()
    assert answer(asked, cast.help_desk, seen=asked.stamp).state == HelpState.ANSWERED


# --- withdraw


def test_who_asked_withdraws_and_a_second_click_is_fine(cast, ask):
    asked = ask()

    for _ in range(2):
        withdraw_help_question(help_question_id=asked.pk, by=cast.contact_centre)

    asked.refresh_from_db()
    assert (asked.state, asked.ended_at) == ("withdrawn", MONDAY)
    assert audit_of(asked) == ["help.asked", "help.withdrawn"]


def test_an_answer_cannot_be_withdrawn(cast, ask):
    asked = ask()
    answer(asked, cast.help_desk)

    with pytest.raises(RuleViolation, match="Intrekken kan niet meer"):
        withdraw_help_question(help_question_id=asked.pk, by=cast.contact_centre)


@pytest.mark.parametrize("name", ["other_desk", "help_desk", "team_worker"])
def test_nobody_else_withdraws_it(cast, ask, name):
    asked = ask()

    with pytest.raises(PermissionDenied):
        withdraw_help_question(help_question_id=asked.pk, by=getattr(cast, name))
    asked.refresh_from_db()
    assert asked.state == HelpState.ASKED


# --- what was forgotten


def test_a_forgotten_question_withdraws_itself_after_an_hour(cast, ask):
    asked, taken = ask(), ask(position=2)
    take_help_question(help_question_id=taken.pk, by=cast.help_desk)

    assert drop_forgotten_questions(at=MONDAY + 59 * MINUTE) == 0
    assert drop_forgotten_questions(at=MONDAY + 60 * MINUTE) == 2
    assert drop_forgotten_questions(at=MONDAY + 60 * MINUTE) == 0

    for row in (asked, taken):
        row.refresh_from_db()
        assert (row.state, row.ended_at) == ("withdrawn", MONDAY + 60 * MINUTE)
    event = AuditEvent.objects.get(code="help.withdrawn", object_id=str(asked.pk))
    assert event.actor_id is None


def test_how_long_is_a_setting(ask, settings):
    settings.HELP_QUESTION_MINUTES = 5
    ask()

    assert drop_forgotten_questions(at=MONDAY + 5 * MINUTE) == 1


def test_what_ended_is_left_alone(cast, ask):
    answer(ask(), cast.help_desk)

    assert drop_forgotten_questions(at=MONDAY + timedelta(days=1)) == 0


def test_an_hour_is_an_hour_when_the_clock_changes(on_duty):
    HelpQuestionFactory(asked_at="2026-10-25T00:30:00Z")

    assert drop_forgotten_questions(at=parse_datetime("2026-10-25T01:29:59Z")) == 0
    assert drop_forgotten_questions(at=parse_datetime("2026-10-25T01:30:00Z")) == 1
