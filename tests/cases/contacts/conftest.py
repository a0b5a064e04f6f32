"""A call as the browser sends it, and a desk to take it at."""

import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cases.contacts.models import CallDraft
from cases.contacts.services import open_call
from cases.models import CallbackSubject
from tests.factories.cases import MONDAY

Answers = dict[str, Any]


@pytest.fixture(autouse=True)
def working_monday() -> Any:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def desk_client(
    cast: SimpleNamespace, as_user: Any, calendar_data: None, working_monday: Any
) -> Client:
    """The KCC-medewerker of the cast at the screen."""
    client: Client = as_user(cast.contact_centre)
    return client


@pytest.fixture
def draft(cast: SimpleNamespace, calendar_data: None) -> CallDraft:
    """A call on the line of the KCC-medewerker."""
    return open_call(by=cast.contact_centre)


@pytest.fixture
def typed(calendar_data: None) -> Callable[..., Answers]:
    """What stands in the form of a call with one callback; keywords change or add to it."""
    subject = CallbackSubject.objects.get(code="geld").pk

    def answers(**changes: Any) -> Answers:
        return {
            "version": "1",
            "window": "w1",
            "count": "1",
            "channel": "telefoon",
            "name": "Mw. A. Harmsen",
            "phone": "06 12345678",
            "postcode": "1315 AB",
            "house_number": "12",
            "q0-subject": str(subject),
            "q0-question": "Kan de huur niet betalen.",
            "q0-result": "callback",
            "q0-urgency": "normaal",
            **changes,
        }

    return answers


@pytest.fixture
def send(desk_client: Client) -> Callable[..., Any]:
    """Press a button of the call: ``send(draft, answers, do="finish")``."""

    def sent(draft: CallDraft, answers: Answers, do: str = "finish") -> Any:
        return desk_client.post(reverse("contact-call", args=[draft.pk]), {**answers, "do": do})

    return sent


@pytest.fixture
def nowhere() -> uuid.UUID:
    """A call that does not exist."""
    return uuid.UUID(int=7)
