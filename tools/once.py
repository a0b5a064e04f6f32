"""Which tests run on one engine only in ``make test``; ``make soak`` runs them on the other too.

They take minutes, and the second engine has little to add: the rooms test their own pages, acts and
queries on both (ADR 55).
"""

import pytest

OF_RECORD = (
    "permissions/test_",
    "forms/test_every_form",
    "wijkteams/test_canaries",
    "cases/meldcode/test_no_trace",
    "cases/residents/test_merging_city",
)
OF_DEMO = ("cases/demo/", "cases/exchange/test_demo_city")


def mark_what_runs_once(item: pytest.Item) -> None:
    """Mark a test by where it is; the markers are in ``pyproject.toml``."""
    place = item.path.as_posix().partition("/tests/")[2]
    if place.startswith(OF_RECORD):
        item.add_marker(pytest.mark.of_record)
    if place.startswith(OF_DEMO):
        item.add_marker(pytest.mark.of_demo)
