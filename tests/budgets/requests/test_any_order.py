"""Whatever is done in whatever order: the ledger is whole after every act (M1 to M15)."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from budgets.closing.models import YearClosing
from clusters.models import Role
from tests.budgets.money_machine import MoneyMachine
from tests.factories import MembershipFactory
from tests.factories.budgets import a_pot
from tests.factories.cases import MONDAY
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


@pytest.mark.parametrize("fuse", [0, 1, 2], ids=["whole", "dies at an entry", "dies at a pot"])
@pytest.mark.parametrize("keep", [True, False])
def test_a_year_closes_while_something_is_reserved_and_owed(world, keep, fuse):
    machine = MoneyMachine(world)
    try:
        machine.ask(pick=0, who=None, cents=60_000, form="gift", conflict=0)
        machine.go_on_with_the_newest(step=0, share=10)
        machine.let_the_year_end(days=3, is_paid=True)
        reserved, owed = (row["id"] for row in machine.now.requests.values())
        machine.fuse = fuse
        machine.close_the_year(who=None, purpose="help", keep=keep)
        assert YearClosing.objects.get().tries == (2 if fuse else 1)
        open_years = {row["year"] for row in machine.now.pots.values() if not row["closed_at"]}
        kept = {row["id"]: machine.now.pots[row["pot_id"]]["year"] for row in _rows(machine)}
        machine.go_on_with_an_advance(pick=0, step=0, who=None, share=5)
        machine.take_the_next_step(pick=0, step=0, who=None, share=10)
        machine.take_the_next_step(pick=0, step=0, who=None, share=10)
        states = {row["id"]: (row["state"], row["owed_cents"]) for row in _rows(machine)}
        assert kept == {reserved: MONDAY.year + 1, owed: MONDAY.year + 1}
        assert open_years == {MONDAY.year, MONDAY.year + 1}, "the pot of the teams is another"
        assert states == {reserved: ("approved", 0), owed: ("paid", 30_000)}
    finally:
        machine.teardown()


def _rows(machine):
    return machine.now.requests.values()


@pytest.mark.soak
@pytest.mark.postgres
def test_five_hundred_runs_of_a_hundred_acts(world):
    _run(world, 500, 100)
