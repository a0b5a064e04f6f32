"""A demo city, made once per module on a fixed Monday afternoon and rolled back afterwards."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction

from cases.demo.seeding import create_demo_city

NOW = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
CALLBACKS, RESIDENTS = 220, 240


def make_city(*, seed: int = 7, now: datetime = NOW) -> None:
    """Reference data and a small demo city."""
    with time_machine.travel(now, tick=False):
        cache.clear()
        call_command("load_reference_data", verbosity=0)
        create_demo_city(seed=seed, now=now, residents=RESIDENTS, callbacks=CALLBACKS)


@pytest.fixture(scope="module")
def _city(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        make_city()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def city(_city, db):
    """The city of this module; what a test changes in it is undone."""
    with time_machine.travel(NOW, tick=False):
        yield
