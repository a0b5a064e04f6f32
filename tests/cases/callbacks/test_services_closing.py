"""The end: closed with an outcome, withdrawn by the caller, opened again (TB-8, TB-9, TB-10)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases.callbacks.services import cancel_callback, close_callback, reopen_callback
from cases.models import CallbackOutcome
from common.errors import RuleViolation
from tests.cases.callbacks.acts import bells_of, of_noord, ready_for, told
from tests.factories.cases import MONDAY, ReminderFactory, in_state

pytestmark = pytest.mark.usefixtures("monday")


def close(callback, by, code="melding"):
    outcome = CallbackOutcome.objects.get(code=code)
    return close_callback(callback_id=callback.pk, outcome=outcome, outcome_note="Nota", by=by)


@pytest.mark.parametrize("state", ["claimed", "stuck", "paused"])
def test_close_keeps_outcome_and_moment_and_silences_the_bells(cast, state):
    callback = in_state(state, **of_noord(cast, state))
    ReminderFactory(callback=callback)
    ReminderFactory(callback=callback, kind="before", state="done")

    closed = close(callback, cast.handler)

    assert (closed.state, closed.outcome.code, closed.outcome_note) == ("closed", "melding", "Nota")
    assert (closed.closed_at, closed.handler) == (MONDAY, cast.handler)
    assert (closed.paused_at, closed.paused_until, closed.pause_reason) == (None, None, "")
    assert bells_of(callback) == {}
    assert list(bells_of(callback, "dropped")) == ["term"]
    assert list(bells_of(callback, "done")) == ["before"]
    assert callback.steps.get().note == "Melding nodig"


def test_close_of_what_nobody_took_is_refused(cast):
    with pytest.raises(RuleViolation, match="nog niet opgepakt"):
        close(ready_for("claim", cast), cast.team_manager)


@pytest.mark.parametrize("state", ["waiting", "claimed", "stuck", "paused"])
def test_cancel_ends_it_in_every_open_state(cast, state):
    callback = in_state(state, **of_noord(cast, state))
    ReminderFactory(callback=callback)

    cancelled = cancel_callback(callback_id=callback.pk, by=cast.contact_centre)

    assert (cancelled.state, cancelled.outcome.code) == ("closed", "ingetrokken")
    assert cancelled.closed_at == MONDAY
    assert bells_of(callback) == {}


def test_cancel_tells_whoever_had_it_on_the_desk(cast):
    callback = ready_for("cancel", cast)

    cancel_callback(callback_id=callback.pk, by=cast.help_desk)

    assert told() == [f"Terugbelverzoek {callback} is ingetrokken: u hoeft niet meer te bellen."]
    assert told(cast.handler) == told()


def test_cancel_of_what_nobody_has_tells_nobody(cast):
    cancel_callback(callback_id=ready_for("claim", cast).pk, by=cast.contact_centre)

    assert told() == []


def test_cancel_is_for_the_desk_that_wrote_it(cast):
    with pytest.raises(PermissionDenied):
        cancel_callback(callback_id=ready_for("cancel", cast).pk, by=cast.other_desk)


def test_cancel_still_works_when_the_outcome_was_retired(cast):
    CallbackOutcome.objects.filter(code="ingetrokken").update(is_active=False)

    cancelled = cancel_callback(callback_id=ready_for("cancel", cast).pk, by=cast.contact_centre)

    assert cancelled.state == "closed"


def test_reopen_is_a_new_promise_with_a_new_term(cast, time_machine):
    callback = ready_for("reopen", cast, failed_attempts=2, outcome_note="oud")
    later = MONDAY + timedelta(days=7)
    time_machine.move_to(later, tick=False)

    opened = reopen_callback(callback_id=callback.pk, reason="Toch niet.", by=cast.team_worker)

    assert (opened.state, opened.handler, opened.outcome, opened.closed_at) == (
        "waiting",
        None,
        None,
        None,
    )
    assert (opened.outcome_note, opened.failed_attempts, opened.term_round) == ("", 0, 2)
    assert opened.due_at == later + timedelta(days=1, hours=7)
    assert opened.escalate_at == later + timedelta(days=2, hours=7)
    assert bells_of(callback) == {
        "before": later + timedelta(days=1, hours=5),
        "term": opened.due_at,
        "twice": opened.escalate_at,
    }
    assert callback.steps.get().note == "Toch niet."


def test_reopen_tells_the_team_but_not_who_did_it(cast):
    callback = ready_for("reopen", cast)

    reopen_callback(callback_id=callback.pk, reason="Toch niet.", by=cast.team_worker)

    text = f"Terugbelverzoek {callback} is heropend en wacht op uw team."
    assert told(cast.handler) == told(cast.team_manager) == [text]
    assert told(cast.team_worker, cast.outsider, cast.liaison) == []


@pytest.mark.parametrize("reason", ["", "   "])
def test_reopen_needs_a_reason(cast, reason):
    callback = ready_for("reopen", cast)

    with pytest.raises(RuleViolation) as refused:
        reopen_callback(callback_id=callback.pk, reason=reason, by=cast.team_worker)

    callback.refresh_from_db()
    assert (refused.value.field, callback.state) == ("reason", "closed")


def test_a_second_round_of_closing_and_reopening_tells_again(cast):
    callback = ready_for("reopen", cast)
    for reason in ("een", "twee"):
        reopen_callback(callback_id=callback.pk, reason=reason, by=cast.team_worker)
        cancel_callback(callback_id=callback.pk, by=cast.contact_centre)

    assert len(told(cast.team_manager)) == 2
