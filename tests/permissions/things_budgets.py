"""Requests of maatwerkbudget and a pot that the addresses of the matrix are about."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from budgets.bank.services import match_line
from budgets.closing.worker import close_years
from budgets.joint.models import JointBudget, PlannedLine
from budgets.ledger.models import Pot
from tests.factories.bank import a_line
from tests.factories.budgets import a_pot, in_state, lists
from tests.factories.cases import MONDAY
from tests.factories.closing import asked
from tests.factories.joint import a_budget, kinds
from tests.factories.joint import a_line as a_planned_line

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


def _last_year(world: SimpleNamespace) -> list[Any]:
    """Two pots, of last year and of this one."""
    last = MONDAY.year - 1
    for year in (last, MONDAY.year):
        if not Pot.objects.filter(year=year, cluster=None, purpose="help").exists():
            a_pot(5_000, year=year)
    return [last, "inwoners"]


def _closed_year(world: SimpleNamespace) -> list[Any]:
    """Last year, closed."""
    last, _slug = _last_year(world)
    pot = Pot.objects.get(year=last)
    if pot.closed_at is None:
        asked(world.cast.general_manager, pot=pot, at=MONDAY)
        close_years(at=MONDAY)
    return [last]


def _line(world: SimpleNamespace) -> list[Any]:
    """A line of the bank that belongs nowhere yet."""
    return [a_line(world.cast.controller, 100_000).pk]


def _some_line(world: SimpleNamespace) -> list[Any]:
    """The same, for a page of all."""
    _line(world)
    return []


def _matched(world: SimpleNamespace) -> list[Any]:
    """A match of a line with an advance."""
    advance, line = in_state(world, "open"), a_line(world.cast.controller, 100_000)
    told = {"line_id": line.pk, "request_id": advance.pk, "version": line.version}
    match = match_line(amount=60_000, by=world.cast.controller, **told)
    return [match.pk]


def _draft(world: SimpleNamespace) -> list[Any]:
    """A joint budget that nobody adopted, with one line."""
    kinds()
    by = world.cast.general_manager
    found = JointBudget.objects.first() or a_budget(by)
    if not found.lines.exists():
        a_planned_line(found, by)
    return [found.pk]


def _planned(world: SimpleNamespace) -> list[Any]:
    """Its line."""
    return [PlannedLine.objects.get(budget_id=_draft(world)[0]).pk]


BUDGET_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "pot": _pot,
    "joint-draft": _draft,
    "joint-line": _planned,
    "budget-lists": _lists,
    "year-open": _last_year,
    "year-closed": _closed_year,
    "bank-line": _line,
    "bank-line-any": _some_line,
    "bank-matched": _matched,
    **{f"budget-{state}": partial(_request, state) for state in STATES},
}
