"""A Monday at ten, with something of every kind to talk about."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from cases.contacts.models import QuestionResult
from cases.models import AgendaPoint
from clusters.models import Team
from tests.cases.callbacks.conftest import monday
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.contacts import ContactFactory, ContactQuestionFactory
from tests.factories.knowledge import SuggestionFactory

__all__ = ["monday"]

REFERRED = {"result": QuestionResult.REFERRED, "referred_to": "de woningcorporatie"}


def question(desk: Team, **own: Any) -> Any:
    """A question of a desk that was passed on; ``ago`` is how long."""
    at = MONDAY - own.pop("ago", timedelta(hours=1))
    if "contact" not in own:
        own["contact"] = ContactFactory(desk=desk, opened_at=at)
    return ContactQuestionFactory(**{**REFERRED, **own})


def too_late(desk: Team, **own: Any) -> Any:
    """A request of a desk that is late by three hours."""
    due = MONDAY - timedelta(days=3)
    return CallbackFactory(
        **{"registered_in": desk, "registered_at": due - timedelta(days=1), "due_at": due, **own}
    )


@pytest.fixture
def points(monday: Any, desk: Team) -> SimpleNamespace:
    """One open point of every kind, of our own desk."""
    return SimpleNamespace(
        unanswered=question(desk),
        article=SuggestionFactory(team=desk),
        late=too_late(desk),
    )


@pytest.fixture
def boxes(points: SimpleNamespace) -> list[str]:
    """What a browser sends when one point of every kind is ticked."""
    return [f"{kind}:{row.pk}" for kind, row in vars(points).items()]


@pytest.fixture
def at_desk(cast: SimpleNamespace, as_user: Any) -> Client:
    """The KCC-medewerker at the screen."""
    client: Client = as_user(cast.contact_centre)
    return client


def said(response: Any) -> list[str]:
    """The messages that the next page shows."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def ticked() -> set[str]:
    """Everything that was ticked off."""
    return {f"{kind}:{pk}" for kind, pk in AgendaPoint.objects.values_list("kind", "object_id")}
