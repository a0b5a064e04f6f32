"""Lets tests with real transactions empty the database, though history may not be deleted.

On SQLite Django empties tables row by row after such a test, and the database refuses to lose an
assignment that has begun. The rules are taken off for that one moment and put back.
"""

from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from clusters import database_rules


@pytest.fixture(autouse=True, scope="session")
def _empty_the_organisation_between_tests() -> Any:
    """Wrap the emptying of the database."""
    original = TransactionTestCase._fixture_teardown

    def teardown(case: TransactionTestCase) -> None:
        database_rules.remove(connection)
        try:
            original(case)
        finally:
            database_rules.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield
