"""The demo city, made once for every module here: it takes half a minute.

Nothing here may need an empty database, or commit.
"""

import pytest
import time_machine
from django.db import transaction

from tests.cases.demo.conftest import NOW, make_city


@pytest.fixture(scope="package")
def _city(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        make_city()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def city(_city, db):
    """The city; what a test changes in it is undone."""
    with time_machine.travel(NOW, tick=False):
        yield
