"""Whatever is done in whatever order: the ledger is whole after every act (M1 to M15)."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from clusters.models import Role
from tests.budgets.money_machine import MoneyMachine
from tests.factories import MembershipFactory
from tests.factories.budgets import a_pot
from tests.factories.dossiers import FileFactory

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.fixture
def world(budget):
    """Two dossiers of two teams; the city, a cluster and the teams each with a pot."""
    cast = budget.cast
    second = MembershipFactory(user__username="second", role=Role.GENERAL_MANAGER).user
    other = FileFactory(team=cast.elsewhere, director=cast.outsider_worker)
    for cents, own in (
        (600_000, {"cluster": budget.noord.cluster}),
        (400_000, {"purpose": "team"}),
    ):
        a_pot(cents, **own)
    people = [cast.handler, cast.team_worker, cast.team_manager, cast.general_manager, second]
    people += [cast.controller, cast.outsider_worker, cast.outsider_manager]
    files = (budget.file, other)
    return SimpleNamespace(cast=cast, noord=budget.noord, files=files, people=people, second=second)


def _run(world, runs, steps):
    within = settings(
        max_examples=runs, stateful_step_count=steps, deadline=None, suppress_health_check=SLOW
    )
    run_state_machine_as_test(lambda: MoneyMachine(world), settings=within)


def test_no_sequence_of_acts_loses_a_cent(world):
    _run(world, 15, 30)


@pytest.mark.soak
@pytest.mark.postgres
def test_five_hundred_runs_of_a_hundred_acts(world):
    _run(world, 500, 100)
