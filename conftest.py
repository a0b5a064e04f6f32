"""What every test run needs before the settings are read, however pytest was started.

The cast and the fixtures of the domain are in ``tests/conftest.py``.
"""

import pytest

from tools import test_env

test_env.apply()


def pytest_configure() -> None:
    """Set Django up after the variables above; pytest-django takes over from here."""
    import django  # noqa: PLC0415 - the variables go first

    django.setup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On SQLite, say of each test about PostgreSQL that it did not run."""
    from django.db import connection  # noqa: PLC0415 - the variables go first

    if connection.vendor == "postgresql":
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="is about PostgreSQL; this run is on SQLite"))
