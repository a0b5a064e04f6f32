"""What tests of the trail share."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from audit import append_only
from audit.sealing import anchor_path
from tests.factories.audit import create_person_tables, drop_person_tables


@pytest.fixture(autouse=True)
def _skip_elsewhere(request: pytest.FixtureRequest) -> None:
    """Tests about one engine run on that engine."""
    if request.node.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("about PostgreSQL")


@pytest.fixture(autouse=True)
def anchor(settings: Any, tmp_path: Any) -> Any:
    """An anchor file of this test only."""
    settings.DATA_DIR = tmp_path
    return anchor_path()


@pytest.fixture
def tables(db: None) -> None:
    """Tables with residents, gone with the transaction of the test."""
    create_person_tables()


@pytest.fixture
def committed_tables(transactional_db: None) -> Iterator[None]:
    """The same for a test that commits."""
    create_person_tables()
    yield
    drop_person_tables()


@pytest.fixture
def as_owner(db: None) -> Callable[..., None]:
    """Somebody who owns the tables takes the lock off, does something, and puts it back."""

    def tamper(*statements: str) -> None:
        connection.check_constraints()  # nothing may be pending when a trigger changes
        append_only.remove(connection)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        connection.check_constraints()
        append_only.install(connection)

    return tamper
