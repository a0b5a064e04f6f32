"""Two people at the same waakvlam at the same moment (WK-1, WK-8, WK-12, WK-13)."""

import uuid
from functools import partial

import pytest

from cases.models import Waakvlam
from cases.waakvlam import services
from clusters.models import Notice, User
from tests.cases.waakvlam.acting import end, start
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.waakvlam import DAY, TODAY, WaakvlamFactory

ROUNDS = range(4)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def made(cast, noord):
    return WaakvlamFactory(team=noord, owner=cast.handler, deputy=cast.team_worker)


def log(row, by, key=None):
    return partial(
        services.log_contact,
        waakvlam_id=row.pk,
        submission_key=key or uuid.uuid4(),
        version=1,
        result="spoken",
        mood="good",
        words="Goed.",
        next_on=TODAY + 28 * DAY,
        by=fresh(by),
    )


def test_two_contacts_at_once_of_owner_and_deputy_one_reads_that_the_other_was_first(cast, noord):
    for _ in ROUNDS:
        row = made(cast, noord)
        results = together(log(row, cast.handler), log(row, cast.team_worker))
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "was u voor" in refused(results)[0]
        row.refresh_from_db()
        assert (row.contacts.count(), row.version) == (1, 2)


def test_a_double_click_is_one_contact(cast, noord):
    for _ in ROUNDS:
        row, key = made(cast, noord), uuid.uuid4()
        results = together(*(log(row, cast.handler, key) for _ in range(2)))
        assert len(done(results)) == 2
        assert row.contacts.count() == 1


def test_an_end_and_a_contact_at_once_leave_no_contact_after_the_end(cast, noord):
    for _ in ROUNDS:
        row = made(cast, noord)
        results = together(log(row, cast.handler), partial(end, row, fresh(cast.team_worker)))
        row.refresh_from_db()
        assert (row.state, row.remind_at) == ("ended", None)
        assert row.contacts.count() == len(done(results)) - 1


def test_two_begins_at_once_leave_one_that_runs(cast, noord):
    for _ in ROUNDS:
        resident = CallbackFactory(team=noord, claimed=True, handler=cast.handler).resident
        people = (fresh(cast.handler), fresh(cast.team_worker))
        results = together(
            partial(start, resident, people[0], people[1]),
            partial(start, resident, people[1], people[0]),
        )
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert Waakvlam.objects.filter(resident=resident).count() == 1


def test_two_workers_at_once_tell_everybody_once(cast, noord):
    for _ in range(3):
        made(cast, noord)
    told = together(*(partial(services.remind_of_waakvlammen, at=MONDAY + 20 * DAY),) * 2)
    assert sum(told) == Notice.objects.count() == 9
