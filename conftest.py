"""What every test run needs before the settings are read, however pytest was started.

The cast and the fixtures of the domain are in ``tests/conftest.py``.
"""

import django
import pytest

from tools import test_env

test_env.apply()
django.setup()

pytest_plugins = ["tests.plugins.audit_flush"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On SQLite, say of each test about PostgreSQL that it did not run."""
    from django.db import connection  # noqa: PLC0415 - the settings go first

    if connection.vendor == "postgresql":
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="is about PostgreSQL; this run is on SQLite"))
