"""The clock stands still while the resident moves first, and never for ever (TB-6)."""

from datetime import timedelta

import pytest

from cases.callbacks.services import deliver_reminder, pause_callback, resume_callback
from cases.models import CallbackReminder
from common.errors import RuleViolation
from tests.cases.callbacks.acts import bells_of, lines_of, ready_for, told
from tests.cases.callbacks.test_models_lights import at
from tests.factories.cases import MONDAY, ReminderFactory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

pytestmark = pytest.mark.usefixtures("monday")


def pause(callback, by, until=MONDAY + 3 * DAY, reason="away"):
    return pause_callback(callback_id=callback.pk, pause_reason=reason, until=until, by=by)


def test_pause_silences_the_bells_but_the_one_at_its_end(cast):
    callback = ready_for("pause", cast)
    for kind in ("before", "term", "twice"):
        ReminderFactory(callback=callback, kind=kind)

    paused = pause(callback, cast.handler)

    assert (paused.state, paused.pause_reason) == ("paused", "away")
    assert (paused.paused_at, paused.paused_until) == (MONDAY, MONDAY + 3 * DAY)
    assert bells_of(callback) == {"pause": MONDAY + 3 * DAY}
    assert set(bells_of(callback, "dropped")) == {"before", "term", "twice"}
    assert callback.steps.get().note == "Inwoner is er tijdelijk niet"


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (None, "tot wanneer"),
        (MONDAY, "voorbij"),
        (MONDAY - DAY, "voorbij"),
        (MONDAY + 29 * DAY, "20 werkdagen"),
        (MONDAY.replace(year=9999), "20 werkdagen"),
    ],
)
def test_pause_needs_an_end_within_twenty_working_days(cast, until, words):
    callback = ready_for("pause", cast)

    with pytest.raises(RuleViolation, match=words) as refused:
        pause(callback, cast.handler, until)

    callback.refresh_from_db()
    assert (refused.value.field, callback.state) == ("until", "claimed")


def test_pause_of_exactly_twenty_working_days_is_possible(cast):
    assert pause(ready_for("pause", cast), cast.handler, MONDAY + 28 * DAY).state == "paused"


def test_resume_gives_back_the_working_time_that_was_left(cast, time_machine):
    callback = ready_for("pause", cast, due_at=MONDAY + 2 * HOUR)  # two hours are left
    pause(callback, cast.handler)
    time_machine.move_to(MONDAY + 2 * DAY + 6 * HOUR, tick=False)  # Wednesday 16:00

    resumed = resume_callback(callback_id=callback.pk, by=cast.handler)

    assert (resumed.state, resumed.handler) == ("claimed", cast.handler)
    assert (resumed.paused_at, resumed.paused_until, resumed.pause_reason) == (None, None, "")
    assert resumed.due_at == MONDAY + 3 * DAY - timedelta(minutes=30)  # Thursday 9:30
    assert resumed.escalate_at == MONDAY + 4 * DAY + 7 * HOUR
    assert resumed.term_round == 3  # the pause had a bell of its own
    assert set(bells_of(callback)) == {"before", "term", "twice"}
    assert list(bells_of(callback, "dropped")) == ["pause"]


def test_paused_twice_loses_no_time(cast, time_machine):
    callback = ready_for("pause", cast, due_at=MONDAY + 4 * HOUR)
    for hours in (1, 2):  # one hour of work between the pauses
        pause(callback, cast.handler, MONDAY + 2 * DAY)
        time_machine.move_to(MONDAY + hours * HOUR, tick=False)
        resume_callback(callback_id=callback.pk, by=cast.handler)

    callback.refresh_from_db()
    assert callback.due_at == MONDAY + 6 * HOUR


def test_late_stays_late_through_a_pause(cast, time_machine):
    callback = ready_for("pause", cast, due_at=MONDAY - HOUR)
    pause(callback, cast.handler)
    time_machine.move_to(MONDAY + 2 * DAY, tick=False)

    resumed = resume_callback(callback_id=callback.pk, by=cast.handler)

    assert resumed.due_at == MONDAY - HOUR
    assert set(bells_of(callback)) == {"term", "twice"}  # no bell before a term that is over


def test_the_sweep_ends_a_pause_and_tells_the_handler(cast, time_machine):
    callback = ready_for("pause", cast, due_at=MONDAY + 2 * HOUR)
    pause(callback, cast.handler, MONDAY + DAY)
    over = MONDAY + DAY
    time_machine.move_to(over, tick=False)
    bell = CallbackReminder.objects.get(callback=callback, kind="pause")

    assert deliver_reminder(reminder_id=bell.pk, at=over)

    callback.refresh_from_db()
    assert (callback.state, callback.due_at) == ("claimed", over + 2 * HOUR)
    assert told(cast.handler) == [
        f"Het wachten op de inwoner is voorbij voor {callback}: bel uiterlijk di 24 november 12:00."
    ]
    assert lines_of(callback) == ["callback.paused", "callback.resumed", "callback.reminded.pause"]
    resumed = callback.steps.get(step="resumed")
    assert resumed.by is None


def test_a_pause_that_was_ended_by_hand_rings_no_more(cast, time_machine):
    callback = ready_for("pause", cast)
    pause(callback, cast.handler, MONDAY + DAY)
    resume_callback(callback_id=callback.pk, by=cast.handler)
    bell = CallbackReminder.objects.get(callback=callback, kind="pause")

    assert not deliver_reminder(reminder_id=bell.pk, at=MONDAY + 2 * DAY)
    assert told() == []


@pytest.mark.parametrize("by", ["2026-10-23 16:30", "2026-03-27 16:30"])
def test_a_pause_over_a_change_of_the_clock_keeps_the_time_left(cast, time_machine, by):
    friday = at(by)
    time_machine.move_to(friday, tick=False)
    callback = ready_for("pause", cast, due_at=friday + timedelta(minutes=20))
    pause(callback, cast.handler, friday + 3 * DAY)
    monday = at(by).replace(hour=8, minute=30) + 3 * DAY
    time_machine.move_to(monday, tick=False)

    resumed = resume_callback(callback_id=callback.pk, by=cast.handler)

    assert resumed.due_at == monday + timedelta(minutes=20)
