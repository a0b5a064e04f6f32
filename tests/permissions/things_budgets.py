"""Requests of maatwerkbudget and a pot that the addresses of the matrix are about."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from budgets.joint.models import JointBudget, PlannedLine
from budgets.ledger.models import Pot
from tests.factories.budgets import a_pot, in_state, lists
from tests.factories.joint import a_budget, a_line, kinds

STATES = ("waiting", "approved", "open", "denied", "proposed")


def _request(state: str, world: SimpleNamespace) -> list[Any]:
    """A request of the handler, as far as its state says."""
    return [in_state(world, state).pk]


def _lists(world: SimpleNamespace) -> list[Any]:
    """Only the norms, purposes and funds."""
    lists()
    return []


def _pot(world: SimpleNamespace) -> list[Any]:
    """The pot of the city."""
    pot = Pot.objects.first() or a_pot(5_000)
    return [pot.pk]


def _draft(world: SimpleNamespace) -> list[Any]:
    """A joint budget that nobody adopted, with one line."""
    kinds()
    by = world.cast.general_manager
    found = JointBudget.objects.first() or a_budget(by)
    if not found.lines.exists():
        a_line(found, by)
    return [found.pk]


def _line(world: SimpleNamespace) -> list[Any]:
    """Its line."""
    return [PlannedLine.objects.get(budget_id=_draft(world)[0]).pk]


BUDGET_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "pot": _pot,
    "joint-draft": _draft,
    "joint-line": _line,
    "budget-lists": _lists,
    **{f"budget-{state}": partial(_request, state) for state in STATES},
}
