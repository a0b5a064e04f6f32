"""``kill -9`` at every statement of posting: nothing is half booked, and going on is once (M6)."""

import multiprocessing
import uuid
from collections import Counter
from types import SimpleNamespace

import pytest
from django.db import connection

from budgets.ledger.checking import faults
from budgets.ledger.models import Entry
from budgets.requests.checking import EVERYTHING
from tests.budgets.invariants import Books, broken
from tests.concurrency import mortal_posting
from tests.concurrency.worker_processes import wait_for_the_server
from tests.factories.budgets import a_pot, lists
from tests.factories.dossiers import FileFactory

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]
FROM_OUTSIDE = 4
"""One in so many is killed by somebody else, in the middle of whatever it does."""
PATIENCE = 60


@pytest.fixture
def house(cast, noord):
    """Where a process is forked in no time, with everything loaded and no connection open."""
    lists()
    a_pot()
    FileFactory(team=noord, director=cast.handler)
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload([mortal_posting.__name__])
    return SimpleNamespace(forking=forking, said=forking.Queue())


def _begin(house, key, die_at):
    name = connection.settings_dict["NAME"]
    given = (name, key, die_at, house.said)
    process = house.forking.Process(target=mortal_posting.die_working, args=given)
    process.start()
    return process


def _steps_of_a_life(house):
    """How many statements and commits there are when nobody dies."""
    process = _begin(house, uuid.uuid4(), 0)
    steps = house.said.get(timeout=PATIENCE)
    process.join(PATIENCE)
    assert process.exitcode == 0
    return steps


def _kill(house, number, kills, steps):
    """One life, ended at its own place; returns whose request it was."""
    key = uuid.uuid4()
    if number % FROM_OUTSIDE == 0:
        process = _begin(house, key, 0)
        process.join(0.01 + number * 37 % 60 / 100)
        process.kill()
    else:
        process = _begin(house, key, 1 + number * steps // kills)
    process.join(PATIENCE)
    return key, process.exitcode == -9


def _under_fire(house, kills, report):
    steps, dead, before = _steps_of_a_life(house), 0, Books()
    for number in range(kills):
        key, was_killed = _kill(house, number, kills, steps)
        dead += was_killed
        wait_for_the_server()
        assert faults(EVERYTHING) == []
        now = Books()
        assert broken(now, before) == []
        mortal_posting.finish(key, mortal_posting.people())
        rows = Entry.objects.filter(reference=key)
        assert Counter(rows.values_list("kind", flat=True)) == mortal_posting.AFTER_ALL
        before = now
    assert dead >= kills * (FROM_OUTSIDE - 1) // FROM_OUTSIDE
    report(f"{dead} of {kills} processes killed -9 over {steps} steps of posting: 0 half postings")


def test_a_posting_is_whole_or_not_there_wherever_it_is_killed(house, report):
    _under_fire(house, 12, report)


@pytest.mark.soak
def test_two_hundred_times(house, report):
    _under_fire(house, 200, report)
