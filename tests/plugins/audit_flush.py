"""Lets tests with real transactions empty the database, though the trail refuses to shrink.

Seals made in a test go to an anchor file of the tests, never to the one of this installation.

Django empties tables after such a test. Here the triggers are taken off for that one moment and
put back. Only the owner of the tables can do that; nothing in the application itself can.
"""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from audit import append_only
from budgets.joint import append_only as plan_lock
from budgets.ledger import append_only as ledger_lock


@pytest.fixture(autouse=True, scope="session")
def _empty_the_trail_between_tests(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Wrap the emptying of the database."""
    original = TransactionTestCase._fixture_teardown

    def teardown(case: TransactionTestCase) -> None:
        append_only.remove(connection)
        ledger_lock.remove(connection)
        plan_lock.remove(connection)
        try:
            original(case)
        finally:
            append_only.install(connection)
            ledger_lock.install(connection)
            plan_lock.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        patch.setattr(settings, "DATA_DIR", tmp_path_factory.mktemp("data"))
        yield
