"""Two people at the same signal at the same moment (SG-4, SG-7, SG-9, SG-11, SG-13)."""

import uuid
from functools import partial

import pytest

from cases.models import Resident, Signal, WmoNotification
from cases.signals import services
from clusters.models import Notice, User
from tests.cases.signals.acting import attempt, carry, end, register, take
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY
from tests.factories.signals import DAY, SignalFactory

ROUNDS = range(4)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_two_take_it_at_once_and_one_hears_who_was_first(cast, noord):
    for _ in ROUNDS:
        row = SignalFactory(team=noord)
        people = (fresh(cast.handler), fresh(cast.team_worker))
        results = together(*(partial(take, row, each) for each in people))
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "al opgepakt" in refused(results)[0]


def test_a_double_click_is_one_signal(cast, noord):
    for _ in ROUNDS:
        key, by = uuid.uuid4(), fresh(cast.handler)
        together(*(partial(register, by, submission_key=key) for _ in range(2)))
        assert Signal.objects.filter(uuid=key).count() == 1


def test_a_melding_twice_at_once_is_one_person(cast, noord):
    for turn in ROUNDS:
        row, key = SignalFactory(team=noord, cleared=True, handler=cast.handler), uuid.uuid4()
        together(*(partial(carry, row, fresh(cast.handler), key) for _ in range(2)))
        found = (Resident.objects.count(), WmoNotification.objects.count())
        assert found == (turn + 1, turn + 1)


def test_an_end_and_an_attempt_at_once_leave_no_attempt_after_the_end(cast, noord):
    for _ in ROUNDS:
        row = SignalFactory(team=noord, taken=True, handler=cast.handler)
        by = fresh(cast.handler)
        results = together(partial(attempt, row, by, version=1), partial(end, row, by, version=1))
        row.refresh_from_db()
        assert len(done(results)) == 1
        assert (row.state == "ended") is (row.attempts.count() == 0)


def test_two_workers_at_once_tell_and_empty_once(cast, noord):
    for _ in range(3):
        SignalFactory(team=noord, taken=True, handler=cast.handler)
        SignalFactory(team=noord, ended=True)
    told = together(*(partial(services.remind_of_signals, at=MONDAY + 20 * DAY),) * 2)
    assert sum(told) == Notice.objects.count() == 6
    gone = together(*(partial(services.empty_old_signals, at=MONDAY + 400 * DAY),) * 2)
    assert sum(gone) == 3
