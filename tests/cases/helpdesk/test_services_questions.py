"""A question while the caller holds the line: ask, take, answer, withdraw (VB-1 … VB-5)."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.helpdesk.models import DayPart, HelpQuestion
from cases.helpdesk.services import (
    answer_help_question,
    ask_help_desk,
    take_help_question,
    withdraw_help_question,
)
from clusters.models import Notice, OutboxMail, Role
from clusters.notices.services import queue_notice_mail
from common.errors import RuleViolation
from tests.factories.cases import MONDAY, SubjectFactory
from tests.factories.helpdesk import DutyShiftFactory, HelpQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")
MINUTE = timedelta(minutes=1)
OTHERS = [role for role in Role if role not in (Role.CONTACT_CENTRE, Role.HELP_DESK)]


def audit_of(asked):
    rows = AuditEvent.objects.filter(object_type="cases.helpquestion", object_id=str(asked.pk))
    return list(rows.order_by("pk").values_list("code", flat=True))


def answer(asked, by, text="Ja, dat mag.", **own):
    return answer_help_question(help_question_id=asked.pk, answer=text, by=by, **own)


# --- ask


def test_a_question_reaches_everybody_on_duty(cast, desk, second, ask):
    DutyShiftFactory(person=second)
    subject = SubjectFactory()

    asked = ask(subject=subject)

    assert (asked.state, asked.asked_at, asked.asked_by) == ("asked", MONDAY, cast.contact_centre)
    assert (asked.desk, asked.subject, asked.position) == (desk, subject, 1)
    told = Notice.objects.order_by("person_id")
    assert {notice.person for notice in told} == {cast.help_desk, second}
    assert audit_of(asked) == ["help.asked"]


def test_the_notice_holds_nothing_of_the_question_and_is_not_mailed(cast, ask):
    ask(question="Mevrouw Jansen heeft schulden")

    notice = Notice.objects.get()
    assert "Jansen" not in notice.text
    assert (notice.url_name, notice.object_id, notice.wants_mail) == ("help-desk", None, False)
    queue_notice_mail(at=MONDAY)
    assert not OutboxMail.objects.exists()


def test_a_vraagbaak_who_asks_does_not_tell_themselves(cast, second, ask):
    DutyShiftFactory(person=second)

    ask(by=cast.help_desk)

    assert [notice.person for notice in Notice.objects.all()] == [second]


def test_without_anybody_the_refusal_says_when_somebody_is_there(cast, desk, ask, time_machine):
    DutyShiftFactory(person=cast.help_desk, day=MONDAY.date() + timedelta(days=2))
    time_machine.move_to(MONDAY + timedelta(hours=3), tick=False)

    with pytest.raises(RuleViolation, match="is er wo 25 november in de ochtend"):
        ask()
    assert not HelpQuestion.objects.exists()
    assert not Notice.objects.exists()


def test_without_a_roster_the_refusal_says_so(cast, desk):
    with pytest.raises(RuleViolation, match="er staat niemand in het rooster"):
        ask_help_desk(
            call_id=uuid.uuid4(),
            position=1,
            desk=desk,
            subject=None,
            question="Mag dit?",
            by=cast.contact_centre,
        )


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t "])
def test_nothing_cannot_be_asked(ask, nothing):
    with pytest.raises(RuleViolation, match="Schrijf eerst de vraag op"):
        ask(question=nothing)


def test_ten_thousand_characters_are_refused_and_a_thousand_kept(ask):
    with pytest.raises(RuleViolation, match=r"1\.000 tekens"):
        ask(question="x" * 10_000)
    with pytest.raises(RuleViolation, match=r"1\.000 tekens"):
        ask(question="x" * 1001)

    assert ask(question="é" * 1000).question == "é" * 1000


def test_a_second_click_gives_the_same_question(ask):
    assert ask().pk == ask().pk
    assert HelpQuestion.objects.count() == Notice.objects.count() == 1
    assert audit_of(HelpQuestion.objects.get()) == ["help.asked"]


def test_asking_again_changes_the_open_question(cast, ask):
    first = ask()
    take_help_question(help_question_id=first.pk, by=cast.help_desk)
    subject = SubjectFactory()

    again = ask(question="Mag het ook met een toeslag?", subject=subject)

    again.refresh_from_db()
    assert (again.pk, again.question) == (first.pk, "Mag het ook met een toeslag?")
    assert (again.subject, again.state, again.taken_by) == (subject, "taken", cast.help_desk)
    assert audit_of(first) == ["help.asked", "help.taken", "help.changed"]
    fields = AuditEvent.objects.get(code="help.changed").fields
    assert set(fields) == {"question", "subject"}
    assert Notice.objects.count() == 1


def test_asking_again_works_after_the_dagdeel_ended(ask, time_machine):
    first = ask()
    time_machine.move_to(MONDAY + timedelta(hours=3), tick=False)

    assert ask(question="Nog dit erbij").pk == first.pk


def test_what_was_answered_or_withdrawn_can_be_asked_anew(cast, ask):
    first = ask()
    answer(first, cast.help_desk)
    second = ask()
    withdraw_help_question(help_question_id=second.pk, by=cast.contact_centre)

    third = ask()

    assert len({first.pk, second.pk, third.pk}) == 3


def test_two_questions_of_one_call_stand_apart(ask):
    assert ask(position=1).pk != ask(position=2).pk


def test_nobody_changes_the_question_of_a_colleague(cast, ask):
    asked = ask()

    with pytest.raises(PermissionDenied):
        ask(by=cast.other_desk, question="Iets anders")
    asked.refresh_from_db()
    assert asked.question == "Mag dit met een uitkering?"


@pytest.mark.parametrize("role", OTHERS)
def test_ask_needs_the_grant(cast, ask, role):
    with pytest.raises(PermissionDenied):
        ask(by=getattr(cast, role.value))


def test_the_afternoon_shift_is_not_told_in_the_morning(cast, second, ask):
    DutyShiftFactory(person=second, part=DayPart.AFTERNOON)

    ask()

    assert [notice.person for notice in Notice.objects.all()] == [cast.help_desk]


# --- take


def test_take_tells_who_looks_at_it(cast, ask):
    asked = ask()

    take_help_question(help_question_id=asked.pk, by=cast.help_desk)

    asked.refresh_from_db()
    assert (asked.state, asked.taken_by, asked.taken_at) == ("taken", cast.help_desk, MONDAY)
    assert audit_of(asked) == ["help.asked", "help.taken"]


def test_a_second_click_on_take_changes_nothing(cast, ask, time_machine):
    asked = ask()
    take_help_question(help_question_id=asked.pk, by=cast.help_desk)
    time_machine.move_to(MONDAY + MINUTE, tick=False)

    again = take_help_question(help_question_id=asked.pk, by=cast.help_desk)

    assert again.taken_at == MONDAY
    assert audit_of(asked) == ["help.asked", "help.taken"]


def test_the_second_is_told_who_was_first(cast, second, ask):
    asked = ask()
    take_help_question(help_question_id=asked.pk, by=cast.help_desk)

    with pytest.raises(RuleViolation, match=f"{cast.help_desk} was u voor"):
        take_help_question(help_question_id=asked.pk, by=second)


@pytest.mark.parametrize("act", ["take", "answer"])
def test_what_is_over_cannot_be_taken_or_answered(cast, second, ask, act):
    def attempt(asked):
        if act == "take":
            return take_help_question(help_question_id=asked.pk, by=second)
        return answer(asked, second)

    answered = ask()
    answer(answered, cast.help_desk)
    with pytest.raises(RuleViolation, match=f"al beantwoord door {cast.help_desk}"):
        attempt(answered)

    withdrawn = ask()
    withdraw_help_question(help_question_id=withdrawn.pk, by=cast.contact_centre)
    with pytest.raises(RuleViolation, match="De beller wacht niet meer"):
        attempt(withdrawn)


@pytest.mark.parametrize("role", [*OTHERS, Role.CONTACT_CENTRE])
def test_take_and_answer_need_the_grant(cast, role):
    asked = HelpQuestionFactory(asked_by=cast.contact_centre)
    person = getattr(cast, role.value)

    with pytest.raises(PermissionDenied):
        take_help_question(help_question_id=asked.pk, by=person)
    with pytest.raises(PermissionDenied):
        answer(asked, person)


def test_a_vraagbaak_whose_role_ended_can_do_nothing(cast, ask):
    asked = ask()
    cast.help_desk.memberships.update(valid_until=MONDAY.date() - timedelta(days=1))
    person = type(cast.help_desk).objects.get(pk=cast.help_desk.pk)

    with pytest.raises(PermissionDenied):
        take_help_question(help_question_id=asked.pk, by=person)
    with pytest.raises(PermissionDenied):
        answer(asked, person)
    with pytest.raises(PermissionDenied):
        ask(by=person, position=2)
