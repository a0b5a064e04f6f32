"""A Monday at ten o'clock, a melding of the handler in Noord, and talks about it."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import QueryDict

from cases.models import KitchenTableTalk, LifeDomain, WmoNotification
from cases.talks.services import save_card
from common.autosave import Stamp
from common.reference import sync
from tests.cases.callbacks.conftest import monday
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import CardFactory, TalkFactory, domain

__all__ = ["monday"]


@pytest.fixture
def melding(monday: Any, cast: SimpleNamespace, noord: Any) -> WmoNotification:
    """A confirmed melding on the desk of the handler."""
    sync(LifeDomain)
    return NotificationFactory(team=noord, handler=cast.handler, confirmed=True)


@pytest.fixture
def planned(melding: WmoNotification) -> KitchenTableTalk:
    return TalkFactory(notification=melding)


@pytest.fixture
def held(melding: WmoNotification) -> KitchenTableTalk:
    """A talk at the table, with a card about money and one about living."""
    talk = TalkFactory(notification=melding, held=True)
    for code in ("geld", "wonen"):
        CardFactory(talk=talk, domain=domain(code))
    return talk


@pytest.fixture
def concluded(melding: WmoNotification) -> KitchenTableTalk:
    return TalkFactory(notification=melding, concluded=True)


@pytest.fixture
def write(held: KitchenTableTalk, cast: SimpleNamespace) -> Any:
    """Save a card: ``write("geld", words="…")``; each call knows the newest version."""

    def written(code: str, *, window: str = "w1", version: int = 0, **said: str) -> Any:
        card = held.cards.get(domain__code=code)
        return save_card(
            talk_id=held.pk,
            domain_code=code,
            typed={name.replace("zrm_", "zrm-"): [text] for name, text in said.items()},
            stamp=Stamp(version or card.version, window),
            by=cast.handler,
        )

    return written


def query(**values: str) -> QueryDict:
    """What a browser sends."""
    data = QueryDict(mutable=True)
    data.update(values)
    return data
