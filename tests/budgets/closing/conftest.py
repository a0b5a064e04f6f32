"""A Monday in January, with last year as people left it."""

from types import SimpleNamespace

import pytest
import time_machine

from tests.cases.callbacks.conftest import monday
from tests.factories.closing import NEW_YEAR, a_year

__all__ = ["monday"]


@pytest.fixture
def january(monday):
    """The year after."""
    with time_machine.travel(NEW_YEAR, tick=False):
        yield NEW_YEAR


@pytest.fixture
def year(monday, cast, noord):
    """Last year, and the pot of this one."""
    return a_year(SimpleNamespace(cast=cast, noord=noord))
