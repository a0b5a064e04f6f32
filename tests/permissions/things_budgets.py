"""Requests of maatwerkbudget and a pot that the addresses of the matrix are about."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from budgets.ledger.models import Pot
from tests.factories.budgets import a_pot, in_state, lists

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


BUDGET_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "pot": _pot,
    "budget-lists": _lists,
    **{f"budget-{state}": partial(_request, state) for state in STATES},
}
