"""Bells at, before and after a term (TB-7)."""

from datetime import timedelta

import pytest

from cases.callbacks.services.terms import create_reminders, drop_reminders, renew_term
from tests.cases.callbacks.acts import bells_of
from tests.factories.cases import MONDAY, CallbackFactory, ReminderFactory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

pytestmark = pytest.mark.usefixtures("monday")


def test_a_term_gets_a_bell_before_at_and_at_twice():
    callback = CallbackFactory(urgency="spoed", due_at=MONDAY + 2 * HOUR)

    create_reminders(callback=callback, at=MONDAY)

    assert bells_of(callback) == {
        "before": MONDAY + HOUR,
        "term": callback.due_at,
        "twice": callback.escalate_at,
    }


def test_a_term_that_is_over_gets_no_bell_before_it():
    callback = CallbackFactory(due_at=MONDAY)

    create_reminders(callback=callback, at=MONDAY)

    assert set(bells_of(callback)) == {"term", "twice"}


def test_dropping_leaves_what_was_delivered_and_what_is_of_others():
    own, other = ReminderFactory(), ReminderFactory()
    done = ReminderFactory(callback=own.callback, kind="before", state="done")

    drop_reminders(callback_id=own.callback_id)

    states = [row.state for row in (own, done, other) if row.refresh_from_db() is None]
    assert states == ["dropped", "done", "pending"]


def test_a_renewed_term_replaces_the_bells_of_the_old_one():
    callback = CallbackFactory()
    create_reminders(callback=callback, at=MONDAY)

    renew_term(callback=callback, due_at=MONDAY + 3 * DAY, at=MONDAY)

    assert (callback.due_at, callback.term_round) == (MONDAY + 3 * DAY, 2)
    assert callback.escalate_at == MONDAY + 4 * DAY + 7 * HOUR
    assert set(bells_of(callback, "dropped")) == {"before", "term", "twice"}
    assert bells_of(callback)["term"] == MONDAY + 3 * DAY
