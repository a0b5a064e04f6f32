"""What every test run needs before the settings are read, however pytest was started.

The cast and the fixtures of the domain are in ``tests/conftest.py``.
"""

import django
import pytest

from tools import test_env
from tools.once import mark_what_runs_once

test_env.apply()
django.setup()

pytest_plugins = ["tests.plugins.audit_flush"]


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs once; say of each test about the other database that it did not run."""
    from django.db import connection  # noqa: PLC0415 - the settings go first

    other, name = {
        "postgresql": ("sqlite", "SQLite"),
        "sqlite": ("postgres", "PostgreSQL"),
    }[connection.vendor]
    for item in items:
        mark_what_runs_once(item)
        if item.get_closest_marker(other):
            reason = f"is about {name}; this run is on {connection.display_name}"
            item.add_marker(pytest.mark.skip(reason=reason))
