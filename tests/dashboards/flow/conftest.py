"""Work of ten months in Noord and a little elsewhere, on the Monday of the callbacks."""

import pytest

from tests.cases.callbacks.conftest import monday
from tests.factories.flow import work_of_a_year

__all__ = ["monday"]


@pytest.fixture
def city(cast, noord):
    """Work of every age, in Noord and elsewhere."""
    work_of_a_year(noord, cast.handler, 22)
    work_of_a_year(cast.elsewhere, cast.handler, 11)
