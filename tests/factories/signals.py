"""Factories of signals and of the attempts to reach somebody."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.signals.lifecycle import SignalState
from cases.signals.models import (
    Ground,
    Outcome,
    OutreachAttempt,
    Result,
    Signal,
    Source,
    Told,
    Urgency,
    Way,
    Worry,
    quarter_of,
)
from common.deadlines import local_day
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.clusters import NeighbourhoodFactory

TODAY = MONDAY.date()
DAY = timedelta(days=1)


def told(**own: Any) -> Told:
    """A neighbour saw closed curtains."""
    facts: dict[str, Any] = {
        "source": Source.NEIGHBOUR,
        "worry": Worry.LONELY,
        "urgency": Urgency.SOON,
        "what": "De gordijnen zijn al een week dicht.",
        "whom": "Oudere man, alleen",
        "place": "Bosstraat 4",
        "reporter": "Mevrouw Jansen",
    }
    return Told(**facts | own)


class SignalFactory(factory.django.DjangoModelFactory):
    """Of a neighbour, not taken yet, for Thursday; ``next_on`` and the words are plain."""

    class Meta:
        model = Signal

    class Params:
        taken = factory.Trait(
            state=SignalState.TAKEN,
            handler=factory.LazyAttribute(lambda row: MembershipFactory(team=row.team).user),
        )
        cleared = factory.Trait(
            state=SignalState.CLEARED,
            ground=Ground.CONSENT,
            cleared_at=MONDAY,
            handler=factory.LazyAttribute(lambda row: MembershipFactory(team=row.team).user),
        )
        ended = factory.Trait(
            state=SignalState.ENDED,
            outcome=Outcome.NOTHING,
            handler=factory.LazyAttribute(lambda row: MembershipFactory(team=row.team).user),
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    team = factory.SubFactory(TeamFactory)
    neighbourhood = factory.SubFactory(NeighbourhoodFactory)
    registered_at = MONDAY
    registered_by = factory.LazyAttribute(lambda row: MembershipFactory(team=row.team).user)
    quarter = factory.LazyAttribute(lambda row: quarter_of(local_day(row.registered_at)))

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        day = own.pop("next_on", TODAY + 3 * DAY)
        facts = own.pop("told", {})
        words = own.pop("ending_words", "Het gaat goed.")
        signal = model_class(**own)
        signal.keep_told(told(**facts))
        signal.plan(day)
        if signal.state == SignalState.ENDED:
            signal.finish(signal.outcome, own.get("ended_at", MONDAY))
            signal.ending = signal.shut("ending", words)
        signal.save(force_insert=True)
        return signal


class AttemptFactory(factory.django.DjangoModelFactory):
    """Went there on Monday; nobody opened."""

    class Meta:
        model = OutreachAttempt

    uuid = factory.LazyFunction(uuid.uuid4)
    signal = factory.SubFactory(SignalFactory, taken=True)
    at = MONDAY
    by = factory.SelfAttribute("signal.handler")
    way = Way.VISIT
    result = Result.UNREACHED

    @classmethod
    def _create(
        cls, model_class: Any, *args: Any, words: str = "Niemand deed open.", **own: Any
    ) -> Any:
        attempt = model_class(**own)
        attempt.content = attempt.shut("content", words)
        attempt.save(force_insert=True)
        return attempt
