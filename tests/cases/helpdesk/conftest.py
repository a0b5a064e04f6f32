"""A Monday at ten o'clock, somebody on duty, and a KCC-medewerker with a caller on the line."""

import uuid
from typing import Any

import pytest

from cases.helpdesk.services import ask_help_desk
from clusters.models import Role
from tests.cases.callbacks.conftest import monday
from tests.factories import MembershipFactory
from tests.factories.helpdesk import DutyShiftFactory

__all__ = ["monday"]


@pytest.fixture
def on_duty(monday: Any, cast: Any) -> Any:
    """The vraagbaak of the cast sits there this morning."""
    return DutyShiftFactory(person=cast.help_desk)


@pytest.fixture
def second(monday: Any, cast: Any, desk: Any) -> Any:
    """Another vraagbaak."""
    name = {"user__first_name": "Tweede", "user__last_name": "Vraagbaak"}
    return MembershipFactory(role=Role.HELP_DESK, team=desk, **name).user


@pytest.fixture
def desk_page(cast: Any, as_user: Any) -> Any:
    """The browser of the vraagbaak."""
    return as_user(cast.help_desk)


@pytest.fixture
def ask(on_duty: Any, cast: Any, desk: Any) -> Any:
    """Put a question of the same call to the vraagbaak: ``ask(question="…")``."""
    call_id = uuid.uuid4()

    def asked(**own: Any) -> Any:
        facts = {"call_id": call_id, "position": 1, "desk": desk, "subject": None}
        facts |= {"question": "Mag dit met een uitkering?", "by": cast.contact_centre}
        return ask_help_desk(**facts | own)

    return asked
