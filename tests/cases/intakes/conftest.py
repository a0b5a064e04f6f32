"""A Monday at ten o'clock; a callback on the desk of the handler, and a way to report."""

import uuid
from typing import Any

import pytest

from cases.intakes.services import Melding, register_notification
from tests.cases.callbacks.conftest import monday
from tests.factories.cases import MONDAY, CallbackFactory

__all__ = ["monday"]


@pytest.fixture
def callback(monday: Any, cast: Any, noord: Any) -> Any:
    """A request of team Noord that the handler took."""
    return CallbackFactory(team=noord, claimed=True, handler=cast.handler)


@pytest.fixture
def report(callback: Any, cast: Any) -> Any:
    """Write a melding down: ``report(received_on=…, by=…)``."""

    def reported(**own: Any) -> Any:
        act = {"submission_key": uuid.uuid4(), "callback_id": callback.pk, "by": cast.handler}
        act |= {name: own.pop(name) for name in (*act, "mine", "at") if name in own}
        told = {"channel": "callback", "received_on": MONDAY.date(), "reported_by": "resident"}
        return register_notification(melding=Melding(**{"question": "Hulp?"} | told | own), **act)

    return reported
