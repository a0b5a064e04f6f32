"""Match requests, and who looks for volunteers, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.matching.lifecycle import MatchState
from cases.matching.models import MatchRequest, MatchUrgency, NoMatch, SharedBy, Wish
from tests.factories.cases import MONDAY
from tests.factories.clusters import SpecialismFactory, SpecialismPeriodFactory
from tests.factories.consents import ConsentFactory
from tests.factories.dossiers import HelpRequestFactory

DAY = timedelta(days=1)
SHARED = ("contactgegevens", "hulpvraag")


def coordinator(person: Any, **own: Any) -> Any:
    """Let this wijkwerker look for volunteers."""
    from clusters.models import Specialism

    found = Specialism.objects.filter(code="vrijwilligers").first()
    SpecialismPeriodFactory(
        user=person, specialism=found or SpecialismFactory(code="vrijwilligers"), **own
    )
    return person


def sharing_consent(resident: Any, **own: Any) -> Any:
    """A consent with which name and question may go to a welfare organisation."""
    return ConsentFactory(
        resident=resident,
        recipient_kind__code="welzijn",
        categories=own.pop("categories", SHARED),
        **own,
    )


class MatchFactory(factory.django.DjangoModelFactory):
    """Asked on Monday of somebody of the team."""

    class Meta:
        model = MatchRequest

    class Params:
        taken = factory.Trait(state=MatchState.TAKEN)
        matched = factory.Trait(
            state=MatchState.MATCHED,
            answered_at=MONDAY,
            matched_with="De Schoor",
            first_contact_on=MONDAY.date(),
            follow_up_on=MONDAY.date() + 14 * DAY,
        )
        refused = factory.Trait(
            state=MatchState.NO_MATCH, answered_at=MONDAY, reason=NoMatch.NOBODY
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    question = factory.SubFactory(HelpRequestFactory)
    file = factory.SelfAttribute("question.file")
    resident = factory.SelfAttribute("file.resident")
    team = factory.SelfAttribute("file.team")
    cluster = factory.SelfAttribute("file.team.cluster")
    asked_at = MONDAY
    asked_by = factory.SelfAttribute("file.director")
    of_everybody = False
    coordinator = factory.SelfAttribute("file.director")
    urgency = MatchUrgency.NORMAL
    shared_by = factory.LazyAttribute(
        lambda row: SharedBy.CONSENT if row.consent else SharedBy.TEAM
    )
    consent = None
    answer_by = MONDAY + 7 * DAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Een maatje.", **own: Any) -> Any:
        match = model_class(**own)
        match.keep_wish(Wish(words))
        match.save(force_insert=True)
        return match
