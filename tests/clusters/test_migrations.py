"""What a migration does to rows that were there before it."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from clusters.models import decree_days
from tests.factories import ClosingDayFactory

pytestmark = pytest.mark.django_db


def test_the_days_by_decree_of_the_first_filling_are_marked():
    migration = import_module("clusters.migrations.0008_closing_day_by_decree")
    ClosingDayFactory(date=date(2026, 5, 15), label="Sluitingsdag bij koninklijk besluit")
    ClosingDayFactory(date=date(2026, 6, 1), label="Studiedag")

    migration.mark_the_first_filling(apps, None)

    assert decree_days() == {date(2026, 5, 15)}
