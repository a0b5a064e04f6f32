"""The city pot, an advance that is open, and the controller."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from budgets.bank.checking import EVERYTHING
from budgets.ledger.checking import faults
from tests.factories.budgets import in_state


@pytest.fixture(autouse=True)
def upload_dir(tmp_path: Any, settings: Any) -> Any:
    """A place of its own for closed files, which must be empty again after every import."""
    settings.UPLOAD_DIR = tmp_path / "uploads"
    settings.UPLOAD_DIR.mkdir()
    return settings.UPLOAD_DIR


@pytest.fixture
def bank(budget: SimpleNamespace) -> SimpleNamespace:
    """The world with an advance of a thousand euros that the fund still owes."""
    budget.controller = budget.cast.controller
    budget.advance = in_state(budget, "open")
    return budget


@pytest.fixture
def ledger_is_whole(db: None) -> Iterator[None]:
    """After every test lines, matches and ledger agree."""
    yield
    assert faults(EVERYTHING) == []
