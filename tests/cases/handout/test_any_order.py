"""Ill, covered, handed out, handed over, gone and back again, in any order (issue 8).

After every act: each open piece of work has exactly one person, who holds a role in the team and
is there, or is covered by somebody who is, or is reported as without a deputy; and when the role
is over the manager sees what is left behind. And who reads a dossier or calls for a request is
who has it, who works along in it, or who minds that desk today, and nobody else.
"""

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.errors import RuleViolation
from tests.cases.handout.acting import ACTS
from tests.cases.handout.invariants import everything_has_somebody, rights_follow_the_relation
from tests.cases.handovers.conftest import sst
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory

__all__ = ["sst"]

NAMES = [*ACTS, "tomorrow"]
EXAMPLES = int(os.environ.get("SOAK_EXAMPLES", "500"))
"""A long run can be cut in pieces, each with its own seed."""
ACT = st.tuples(st.sampled_from(NAMES), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
REFUSED = (RuleViolation, PermissionDenied, ObjectDoesNotExist)
UNKNOWN = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
DAY = timedelta(days=1)


@pytest.fixture
def world(busy, cast, noord, sst):
    """Four wijkwerkers of one team, the first with work of every kind; and two of the SST."""
    more = [MembershipFactory(team=noord, role="team_worker").user for _ in range(2)]
    people = [busy.handler, cast.team_worker, *more, sst.ada, sst.bo]
    CallbackFactory(team=noord)
    return SimpleNamespace(
        team=noord,
        workers=[each.pk for each in people],
        managers={noord.pk: cast.team_manager.pk, sst.team.pk: sst.cas.pk},
        maintainer=cast.application_manager.pk,
    )


@settings(max_examples=15, deadline=None, suppress_health_check=UNKNOWN)
@given(acts=st.lists(ACT, max_size=14))
def test_no_sequence_leaves_work_with_nobody_or_rights_with_somebody(acts, world):
    check(acts, world)


@pytest.mark.soak
@pytest.mark.postgres
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=UNKNOWN)
@given(acts=st.lists(ACT, max_size=50))
def test_five_hundred_long_sequences(acts, world):
    check(acts, world)


def test_covered_ill_and_handed_out_in_a_fixed_order(world):
    """The acts really happen: a random sequence may be refused at every step."""
    acts = [("cover", 0, 1, 5), ("uncover", 0, 0, 0), ("cover", 0, 2, 5)]
    acts += [("absent", 0, 0, 3), ("hand", 0, 0, 0), ("undo", 0, 0, 0)]
    acts += [("tomorrow", 0, 0, 0)] * 3 + [("hand", 0, 0, 0), ("depart", 0, 0, 0)]
    told = check(acts, world)

    assert [name for name, done in told if not done] == []
    assert len(told) == len(acts)


def test_offered_accepted_covered_and_back_in_a_fixed_order(world):
    """The acts of a hand-over really happen, and come between those of the rest."""
    acts = [("call", 0, 0, 0), ("offer", 0, 0, 0), ("early", 4, 0, 0), ("accept", 4, 4, 0)]
    acts += [("absent", 4, 0, 5), ("cover", 4, 5, 5), ("tomorrow", 0, 0, 0)]
    acts += [("uncover", 4, 0, 0), ("hand", 4, 0, 0), ("depart", 4, 0, 0)]
    acts += [("tomorrow", 0, 0, 0), ("back", 4, 0, 0)]
    acts += [("offer", 0, 0, 0), ("withdraw", 0, 0, 0), ("offer", 0, 0, 0), ("refuse", 1, 0, 0)]
    acts += [("offer", 0, 0, 0), ("accept", 1, 2, 1), ("absent", 2, 0, 5), ("expire", 0, 0, 0)]
    told = check(acts, world)

    assert [name for name, done in told if not done] == []


def check(acts, world):
    """Every act, and after each the invariants; returns which acts were done."""
    told = []
    with transaction.atomic(), time_machine.travel(MONDAY, tick=False) as clock:
        for name, first, second, number in acts:
            told.append((name, _try(name, first, second, number, world, clock)))
            everything_has_somebody(world)
            rights_follow_the_relation(world)
        transaction.set_rollback(True)
    return told


def _try(name, first, second, number, world, clock):
    """One act; what is refused changes nothing."""
    if name == "tomorrow":
        clock.shift(DAY)
        return True
    try:
        with transaction.atomic():
            ACTS[name](world, world.workers[first], world.workers[second], number)
    except REFUSED:
        return False
    return True
