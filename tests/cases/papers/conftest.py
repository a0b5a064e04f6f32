"""A kind of paper of the tests, on a working Monday."""

import pytest

from cases.papers import making
from cases.papers.making import Order
from tests.cases.callbacks.conftest import monday
from tests.factories.cases import ResidentFactory
from tests.factories.papers import trial

__all__ = ["monday"]


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    """Kind ``trial`` for this test; what a test registers is gone after it."""
    monkeypatch.setattr(making, "_MAKERS", making._MAKERS | {"trial": trial})


@pytest.fixture
def order(db, monday):
    return Order("trial", "1", ResidentFactory().pk)
