"""Calling: what counts as a failure, the forced choice, a new promise (TB-1, TB-5)."""

import uuid
from datetime import timedelta

import pytest

from audit.models import AuditEvent
from cases.callbacks.services import choose_next_step, log_attempt
from cases.models import AttemptResult, CallbackAttempt, CallbackOutcome
from common.errors import RuleViolation
from tests.cases.callbacks.acts import UNTIL, bells_of, lines_of, ready_for, steps_of
from tests.factories.cases import MONDAY, AttemptFactory, ReminderFactory

FAILURES = ("voicemail", "no_answer", "wrong_number")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

pytestmark = pytest.mark.usefixtures("monday")


def call(callback, by, result="no_answer", **answers):
    """Write one call down."""
    given = {
        "submission_key": uuid.uuid4(),
        "note": "",
        "again_at": None,
        "outcome": None,
        **answers,
    }
    return log_attempt(callback_id=callback.pk, result=result, by=by, **given)


def choose(callback, by, choice="letter", until=UNTIL, phone=""):
    """Choose what to do after the last failure."""
    return choose_next_step(callback_id=callback.pk, choice=choice, until=until, phone=phone, by=by)


@pytest.mark.parametrize("result", AttemptResult.values)
def test_an_attempt_is_kept_as_it_was(cast, result):
    callback = ready_for("attempt", cast)
    again_at = MONDAY + DAY if result == "later" else None

    call(callback, cast.handler, result, note="Nota", again_at=again_at)

    attempt = CallbackAttempt.objects.get(callback=callback)
    assert (attempt.at, attempt.by, attempt.result) == (MONDAY, cast.handler, result)
    assert (attempt.note, attempt.again_at) == ("Nota", again_at)
    assert attempt.resident == callback.resident


@pytest.mark.parametrize("result", AttemptResult.values)
def test_only_voicemail_no_answer_and_wrong_number_are_failures(cast, result):
    callback = call(ready_for("attempt", cast), cast.handler, result, again_at=MONDAY + DAY)

    assert callback.failed_attempts == (1 if result in FAILURES else 0)


def test_the_third_failure_forces_a_choice(cast):
    callback = ready_for("attempt", cast)

    states = [
        call(callback, cast.handler, result).state
        for result in ("voicemail", "no_answer", "voicemail")
    ]

    assert states == ["claimed", "claimed", "stuck"]


def test_the_fourth_call_waits_for_the_choice(cast):
    callback = ready_for("next_step", cast)

    with pytest.raises(RuleViolation, match="keuze nodig"):
        call(callback, cast.handler)

    assert not callback.attempts.exists()


def test_a_wrong_number_forces_the_choice_at_once(cast):
    callback = call(ready_for("attempt", cast), cast.handler, "wrong_number")

    assert (callback.state, callback.failed_attempts) == ("stuck", 1)


def test_the_first_attempt_stops_the_clock_that_managers_look_at(cast, time_machine):
    callback = ready_for("attempt", cast)
    time_machine.move_to(MONDAY + DAY, tick=False)
    call(callback, cast.handler)
    time_machine.move_to(MONDAY + 2 * DAY, tick=False)
    call(callback, cast.handler, "spoken")

    callback.refresh_from_db()
    assert callback.first_attempt_at == MONDAY + DAY
    assert callback.first_attempt_minutes == 510
    assert callback.first_attempt_by == cast.handler


def test_spoken_alone_keeps_the_request_open(cast):
    callback = call(ready_for("attempt", cast), cast.handler, "spoken")

    assert (callback.state, callback.failed_attempts) == ("claimed", 0)


def test_spoken_with_an_outcome_closes_in_one_go(cast):
    callback = ready_for("attempt", cast)
    outcome = CallbackOutcome.objects.get(code="afspraak")

    closed = call(callback, cast.handler, "spoken", note="Dinsdag langs.", outcome=outcome)

    assert (closed.state, closed.outcome, closed.outcome_note) == (
        "closed",
        outcome,
        "Dinsdag langs.",
    )
    assert lines_of(callback) == ["callback.attempted", "callback.closed"]
    assert steps_of(callback) == ["attempted", "closed"]


def test_later_is_a_new_promise_with_its_own_bells(cast):
    callback = ready_for("attempt", cast)
    ReminderFactory(callback=callback)
    again_at = MONDAY + 2 * DAY

    after = call(callback, cast.handler, "later", again_at=again_at)

    assert (after.state, after.due_at, after.term_round) == ("claimed", again_at, 2)
    assert after.escalate_at == MONDAY.replace(hour=17) + 3 * DAY
    assert bells_of(callback) == {
        "before": again_at - timedelta(hours=17, minutes=30),  # Tuesday 16:30
        "term": again_at,
        "twice": after.escalate_at,
    }
    assert list(bells_of(callback, "dropped")) == ["term"]


@pytest.mark.parametrize(
    ("again_at", "words"),
    [
        (None, "wanneer"),
        (MONDAY - HOUR, "voorbij"),
        (MONDAY, "voorbij"),
        (MONDAY + 12 * HOUR, "niet gebeld"),  # at night
        (MONDAY + 6 * DAY, "niet gebeld"),  # on Sunday
        (MONDAY.replace(month=12, day=25), "niet gebeld"),  # at Christmas
        (MONDAY + 60 * DAY, "20 werkdagen"),
        (MONDAY.replace(year=9999), "20 werkdagen"),
    ],
)
def test_later_at_a_moment_nobody_calls_is_refused(cast, again_at, words):
    callback = ready_for("attempt", cast)

    with pytest.raises(RuleViolation, match=words) as refused:
        call(callback, cast.handler, "later", again_at=again_at)

    callback.refresh_from_db()
    assert refused.value.field == "again_day"
    assert callback.due_at == MONDAY + timedelta(days=1, hours=7)
    assert not callback.attempts.exists()


@pytest.mark.parametrize("clock", [timedelta(hours=-1.5), timedelta(hours=7)])
def test_later_at_opening_and_closing_time_is_possible(cast, clock):
    again_at = MONDAY + DAY + clock

    assert call(ready_for("attempt", cast), cast.handler, "later", again_at=again_at).due_at == (
        again_at
    )


def test_the_same_form_sent_twice_is_one_attempt(cast):
    callback, key = ready_for("attempt", cast), uuid.uuid4()

    call(callback, cast.handler, submission_key=key)
    call(callback, cast.handler, submission_key=key)

    callback.refresh_from_db()
    assert (callback.attempts.count(), callback.failed_attempts) == (1, 1)
    assert lines_of(callback) == ["callback.attempted"]


def test_the_form_that_closed_it_sent_twice_is_no_error(cast):
    callback, key = ready_for("attempt", cast), uuid.uuid4()
    outcome = CallbackOutcome.objects.get(code="beantwoord")
    for _ in range(2):
        again = call(callback, cast.handler, "spoken", submission_key=key, outcome=outcome)

    assert again.state == "closed"
    assert steps_of(callback) == ["attempted", "closed"]


def test_the_form_of_somebody_else_is_refused(cast):
    sent = AttemptFactory()
    callback = ready_for("attempt", cast)

    with pytest.raises(RuleViolation, match="al verstuurd"):
        call(callback, cast.handler, submission_key=sent.submission_key)


def test_my_form_about_another_request_is_refused(cast):
    first, second = ready_for("attempt", cast), ready_for("attempt", cast)
    key = uuid.uuid4()
    call(first, cast.handler, submission_key=key)

    with pytest.raises(RuleViolation, match="al verstuurd"):
        call(second, cast.handler, submission_key=key)


@pytest.mark.parametrize("choice", ["letter", "visit"])
def test_a_letter_or_a_visit_waits_till_it_can_have_worked(cast, choice):
    callback = ready_for("next_step", cast)
    ReminderFactory(callback=callback)

    after = choose(callback, cast.handler, choice)

    assert (after.state, after.paused_at, after.paused_until) == ("paused", MONDAY, UNTIL)
    assert after.pause_reason == choice
    assert bells_of(callback) == {"pause": UNTIL}
    assert callback.steps.get().note == after.get_pause_reason_display()


def test_another_number_starts_again_with_three_attempts(cast):
    callback = ready_for("next_step", cast)

    after = choose(callback, cast.handler, "retry", None, "+31612345678")

    assert (after.state, after.failed_attempts) == ("claimed", 0)
    after.resident.refresh_from_db()
    assert after.resident.phone == "+31612345678"
    assert callback.steps.get().note == "Nieuw nummer"
    changed = AuditEvent.objects.get(code="resident.changed")
    assert (changed.object_id, changed.fields) == (str(after.resident_id), ["phone"])


def test_another_number_cannot_be_empty(cast):
    callback = ready_for("next_step", cast)

    with pytest.raises(RuleViolation) as refused:
        choose(callback, cast.handler, "retry")

    callback.refresh_from_db()
    assert (refused.value.field, callback.state) == ("phone", "stuck")


@pytest.mark.parametrize("until", [None, MONDAY - DAY])
def test_a_letter_needs_a_day_ahead(cast, until):
    with pytest.raises(RuleViolation) as refused:
        choose(ready_for("next_step", cast), cast.handler, until=until)

    assert refused.value.field == "until"
