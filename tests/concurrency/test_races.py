"""Two people at the same moment, for every act that people race for."""

import uuid
from functools import partial

import pytest

from cases.callbacks.models import ReminderState
from cases.callbacks.services import (
    assign_callback,
    cancel_callback,
    close_callback,
    deliver_reminder,
    forward_callback,
    log_attempt,
    pause_callback,
)
from cases.models import CallbackOutcome, CallbackReminder, CallbackRequest, Resident
from clusters.models import Notice, User
from clusters.notices.services import notify
from dashboards.models import MonthFigure
from dashboards.services import refresh_month_figures
from tests.cases.callbacks.acts import ACTS, UNTIL, bells_of, lines_of, ready_for, steps_of
from tests.cases.callbacks.test_services_registering import register
from tests.concurrency.conftest import done, refused, together
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory, ReminderFactory

ROUNDS = range(8)

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday", "noord")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def attempt(callback, by, key=None, result="no_answer"):
    return partial(
        log_attempt,
        callback_id=callback.pk,
        submission_key=key or uuid.uuid4(),
        result=result,
        note="",
        again_at=None,
        outcome=None,
        by=me(by),
    )


ONE_WINS = [
    "claim",
    "release",
    "forward",
    "next_step",
    "pause",
    "resume",
    "close",
    "cancel",
    "reopen",
]


@pytest.mark.parametrize("name", ONE_WINS)
def test_of_two_at_once_one_wins_and_the_other_is_told(cast, name):
    act = ACTS[name]
    for _ in ROUNDS:
        callback = ready_for(name, cast)
        pair = [me(getattr(cast, person)) for person in (act.may[0], act.may[-1])]

        results = together(*(partial(act.do, callback, cast, person) for person in pair))

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert lines_of(callback) == [f"callback.{act.step}"]
        assert steps_of(callback) == [act.step]
        callback.refresh_from_db()
        assert callback.state == act.end


def test_two_ends_at_once_are_one_end(cast):
    for _ in ROUNDS:
        callback = ready_for("close", cast)
        outcome = CallbackOutcome.objects.get(code="beantwoord")

        results = together(
            partial(
                close_callback,
                callback_id=callback.pk,
                outcome=outcome,
                outcome_note="",
                by=me(cast.handler),
            ),
            partial(cancel_callback, callback_id=callback.pk, by=me(cast.contact_centre)),
            partial(
                pause_callback,
                callback_id=callback.pk,
                pause_reason="away",
                until=UNTIL,
                by=me(cast.team_manager),
            ),
        )

        callback.refresh_from_db()
        assert callback.state == "closed"
        assert len(done(results)) + len(refused(results)) == 3
        assert len([step for step in steps_of(callback) if step in ("closed", "cancelled")]) == 1
        assert bells_of(callback) == {}


def test_two_colleagues_who_give_it_away_do_so_one_after_the_other(cast):
    for _ in ROUNDS:
        callback = ready_for("assign", cast)

        together(
            *(
                partial(assign_callback, callback_id=callback.pk, person=person, by=me(by))
                for person, by in (
                    (cast.handler, cast.team_manager),
                    (cast.team_worker, cast.handler),
                )
            )
        )

        last = callback.steps.order_by("-pk").first()
        callback.refresh_from_db()
        assert (steps_of(callback), last.note) == (["assigned"] * 2, f"Aan {callback.handler}")
        assert Notice.objects.filter(object_id=callback.pk).count() == 2


def test_two_attempts_at_once_both_count(cast):
    for _ in ROUNDS:
        callback = ready_for("attempt", cast)

        together(attempt(callback, cast.handler), attempt(callback, cast.handler))

        callback.refresh_from_db()
        assert (callback.failed_attempts, callback.attempts.count()) == (2, 2)


def test_two_last_attempts_at_once_are_one_too_many(cast):
    for _ in ROUNDS:
        callback = ready_for("attempt", cast, failed_attempts=2)

        results = together(attempt(callback, cast.handler), attempt(callback, cast.handler))

        callback.refresh_from_db()
        assert len(refused(results)) == 1
        assert (callback.state, callback.failed_attempts) == ("stuck", 3)


def test_the_same_attempt_sent_twice_at_once_is_one(cast):
    for _ in ROUNDS:
        callback, key = ready_for("attempt", cast), uuid.uuid4()

        results = together(*[attempt(callback, cast.handler, key)] * 2)

        callback.refresh_from_db()
        assert refused(results) == []
        assert (callback.failed_attempts, lines_of(callback)) == (1, ["callback.attempted"])


def test_the_same_register_form_sent_twice_at_once_makes_one_request(cast):
    for count in ROUNDS:
        caller = {"key": uuid.uuid4(), "phone": f"+3161234567{count}"}

        sent = (partial(register, me(cast.contact_centre), **caller) for _ in range(4))
        results = together(*sent)

        assert len({callback.pk for callback in results}) == 1
        assert lines_of(results[0]) == ["callback.registered"]
        assert CallbackRequest.objects.count() == Resident.objects.count() == count + 1


def test_two_workers_deliver_a_reminder_once(cast):
    for _ in ROUNDS:
        bell = ReminderFactory(callback=ready_for("claim", cast), due_at=MONDAY)

        results = together(*[partial(deliver_reminder, reminder_id=bell.pk, at=MONDAY)] * 4)

        assert sorted(results) == [False, False, False, True]
        assert lines_of(bell.callback) == ["callback.reminded.term"]
        assert Notice.objects.filter(object_id=bell.callback_id).count() == 1


def test_a_reminder_and_the_end_of_the_request_never_wait_for_each_other(cast):
    outcome = CallbackOutcome.objects.get(code="beantwoord")
    for _ in ROUNDS:
        callback = ready_for("close", cast)
        bell = ReminderFactory(callback=callback, due_at=MONDAY)
        close = partial(
            close_callback,
            callback_id=callback.pk,
            outcome=outcome,
            outcome_note="",
            by=me(cast.handler),
        )

        results = together(partial(deliver_reminder, reminder_id=bell.pk, at=MONDAY), close)

        assert refused(results) == []
        told = Notice.objects.filter(object_id=callback.pk).count()
        state = CallbackReminder.objects.get(pk=bell.pk).state
        assert (told, state) == ((1, ReminderState.DONE) if results[0] else (0, "dropped"))


def test_the_end_of_a_pause_and_resuming_by_hand_is_one_resuming(cast):
    for _ in ROUNDS:
        callback = ready_for("resume", cast)
        bell = ReminderFactory(callback=callback, kind="pause", due_at=MONDAY)

        together(
            partial(deliver_reminder, reminder_id=bell.pk, at=MONDAY),
            partial(ACTS["resume"].do, callback, cast, me(cast.handler)),
        )

        callback.refresh_from_db()
        assert (callback.state, steps_of(callback)) == ("claimed", ["resumed"])
        assert len(bells_of(callback)) in (2, 3)


def test_forwarding_and_claiming_at_once_leaves_it_in_one_place(cast):
    for _ in ROUNDS:
        callback = ready_for("claim", cast)

        together(
            partial(
                forward_callback,
                callback_id=callback.pk,
                team=cast.elsewhere,
                reason="Daar.",
                by=me(cast.team_manager),
            ),
            partial(ACTS["claim"].do, callback, cast, me(cast.team_worker)),
        )

        callback.refresh_from_db()
        assert (callback.team, callback.handler) == (cast.elsewhere, None)


def test_the_same_notice_from_two_threads_arrives_once(cast):
    for count in ROUNDS:
        say = partial(
            notify,
            person_ids=[cast.handler.pk, cast.team_worker.pk],
            text="Hoi",
            url_name="home",
            object_id=None,
            dedup_key=f"race:{count}",
            at=MONDAY,
        )

        together(*[say] * 4)

        assert Notice.objects.filter(dedup_key__startswith=f"race:{count}:").count() == 2


def test_two_counts_of_the_month_at_once_make_one_set_of_rows(cast, noord):
    by = MembershipFactory(team=noord).user
    CallbackFactory(
        team=noord, first_attempt_at=MONDAY, first_attempt_by=by, first_attempt_minutes=5
    )
    for _ in ROUNDS:
        together(*[partial(refresh_month_figures, at=MONDAY)] * 3)

        assert MonthFigure.objects.count() == 2
    MonthFigure.objects.all().delete()
