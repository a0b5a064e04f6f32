"""Waakvlammen and their contacts, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.waakvlam.lifecycle import WaakvlamState
from cases.waakvlam.models import Agreed, Ending, Mood, Result, Waakvlam, WaakvlamContact, Way
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.clusters import MembershipFactory, TeamFactory

DAY, TODAY = timedelta(days=1), MONDAY.date()


def agreed(**own: Any) -> Agreed:
    """Every four weeks, by telephone, agreed on Monday, looked at again in half a year."""
    told: dict[str, Any] = {
        "weeks": 4,
        "way": Way.CALL,
        "look_for": "Eet hij goed?",
        "stop_rule": "Als de zoon terug is.",
        "escalation": "Bel de zoon.",
        "review_on": TODAY + 180 * DAY,
    }
    if "consent" not in own:
        told["agreed_on"] = TODAY
    return Agreed(**told | own)


class WaakvlamFactory(factory.django.DjangoModelFactory):
    """Kept by two of the team, the next contact on Wednesday; ``next_on`` and words are plain."""

    class Meta:
        model = Waakvlam

    class Params:
        ended = factory.Trait(
            state=WaakvlamState.ENDED,
            outcome=Ending.NOTHING,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("owner"),
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    resident = factory.SubFactory(ResidentFactory)
    team = factory.SubFactory(TeamFactory)
    owner = factory.LazyAttribute(lambda row: MembershipFactory(team=row.team).user)
    deputy = factory.LazyAttribute(lambda row: MembershipFactory(team=row.team).user)
    begun_at = MONDAY
    begun_by = factory.SelfAttribute("owner")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        day = own.pop("next_on", TODAY + 2 * DAY)
        names = ("weeks", "way", "look_for", "stop_rule", "escalation", "review_on", "consent")
        told = {name: own.pop(name) for name in names if name in own}
        ending = own.pop("ending_words", "Het gaat goed.")
        waakvlam = model_class(**own)
        waakvlam.make_key()
        waakvlam.keep_agreed(agreed(**told))
        waakvlam.plan(day)
        if not waakvlam.is_running:
            waakvlam.ending, waakvlam.remind_at = waakvlam.shut("ending", ending), None
        waakvlam.save(force_insert=True)
        return waakvlam


class WaakvlamContactFactory(factory.django.DjangoModelFactory):
    """Spoken with on Monday; it goes well."""

    class Meta:
        model = WaakvlamContact

    uuid = factory.LazyFunction(uuid.uuid4)
    waakvlam = factory.SubFactory(WaakvlamFactory)
    resident = factory.SelfAttribute("waakvlam.resident")
    at = MONDAY
    by = factory.SelfAttribute("waakvlam.owner")
    result = Result.SPOKEN
    mood = Mood.GOOD

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Hij eet goed.", **own: Any) -> Any:
        contact = model_class(**own)
        contact.content = contact.shut("content", words)
        contact.save(force_insert=True)
        return contact
