"""Monday 23 November 2026, and acts with less to type."""

import uuid
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from clusters.absence.services import enter_absence
from clusters.models import Absence, AbsenceKind, User
from tests.factories.cases import MONDAY

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _monday() -> Any:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def people(cast: SimpleNamespace, calendar_data: None) -> SimpleNamespace:
    """The cast, fresh from the database as a request would load them."""
    names = ("handler", "team_worker", "team_manager", "outsider", "general_manager")
    return SimpleNamespace(**{name: fresh(getattr(cast, name)) for name in names})


def fresh(person: User) -> User:
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def enter(person: User, by: User | None = None, **told: Any) -> Absence:
    """Away today, on holiday, unless told otherwise; ``days`` more than one."""
    first = told.pop("first_day", TODAY)
    days = told.pop("days", 1)
    told.setdefault("last_day", first + (days - 1) * DAY)
    told.setdefault("submission_key", uuid.uuid4())
    told.setdefault("kind", AbsenceKind.HOLIDAY)
    return enter_absence(employee_id=person.pk, first_day=first, by=by or person, **told)
