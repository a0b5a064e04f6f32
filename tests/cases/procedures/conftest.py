"""A Monday at ten o'clock, a callback of the team, and a way to hand something in."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cases.models import DataCategory, HolderType, LifeDomain, RecipientKind, SharingGround
from cases.procedures.models import LegalItem
from cases.procedures.services import (
    INVESTIGATED,
    ConsentTold,
    HandedIn,
    Melding,
    register_short_procedure,
)
from common.reference import sync
from tests.cases.callbacks.conftest import monday
from tests.factories.cases import MONDAY, CallbackFactory, ResidentFactory

__all__ = ["monday"]

TODAY = MONDAY.date()
DAY = timedelta(days=1)


@pytest.fixture
def callback(monday: Any, noord: Any) -> Any:
    """A request of team Noord, with the lists filled."""
    sync(HolderType)
    sync(LifeDomain)
    for model in (RecipientKind, DataCategory, SharingGround):
        sync(model)
    return CallbackFactory(team=noord, resident=ResidentFactory(birth_date="1950-02-28"))


@pytest.fixture
def hand_in(callback: Any, cast: Any) -> Callable[..., Any]:
    """Enter a verkorte procedure: ``hand_in(known={…}, checks={…}, consent=…, by=…)``."""

    def handed_in(**own: Any) -> Any:
        act = {"submission_key": uuid.uuid4(), "callback_id": callback.pk, "by": cast.handler}
        act |= {name: own.pop(name) for name in (*act, "mine", "at") if name in own}
        consent = own.pop("consent", ConsentTold("resident", TODAY, "oral", TODAY + 90 * DAY))
        facts = {
            "holder_type": HolderType.objects.get(code="wijkverpleegkundige"),
            "professional_name": "Van Loon",
            "organisation": "Zorggroep",
            "phone": "036 5000000",
            "assessed_on": TODAY - 20 * DAY,
            "received_way": "phone",
            "known": {"wonen": "Kan de trap niet op."},
            "checks": dict.fromkeys(LegalItem.values, INVESTIGATED),
        }
        melding = Melding("professional", TODAY, "professional", "Hulp?", "Van Loon")
        handed = HandedIn(**facts | own)
        return register_short_procedure(melding=melding, handed_in=handed, consent=consent, **act)

    return handed_in
