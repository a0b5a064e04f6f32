"""Hand-overs in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.handovers.lifecycle import HandoverState
from cases.handovers.models import Agreed, Expertise, Handover, Offer, Refusal, Urgency
from clusters.models import TeamKind
from tests.factories.cases import MONDAY
from tests.factories.clusters import TeamFactory
from tests.factories.dossiers import FileFactory

DAY = timedelta(days=1)


class HandoverFactory(factory.django.DjangoModelFactory):
    """Offered to the SST on Monday."""

    class Meta:
        model = Handover

    class Params:
        draft = factory.Trait(
            state=HandoverState.DRAFT, offered_at=None, offered_by=None, answer_by=None
        )
        refused = factory.Trait(state=HandoverState.REFUSED, ended_at=MONDAY, reason=Refusal.FULL)
        expired = factory.Trait(state=HandoverState.EXPIRED, ended_at=MONDAY)

    uuid = factory.LazyFunction(uuid.uuid4)
    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    from_team = factory.SelfAttribute("file.team")
    to_team = factory.SubFactory(
        TeamFactory, code="sst", name="Sociaal Stedelijk Team", kind=TeamKind.CITY_SOCIAL_TEAM
    )
    state = HandoverState.OFFERED
    expertise = Expertise.DEBT
    urgency = Urgency.NORMAL
    agreed = Agreed.RESIDENT
    drafted_at = MONDAY
    drafted_by = factory.SelfAttribute("file.director")
    offered_at = MONDAY
    offered_by = factory.SelfAttribute("file.director")
    answer_by = MONDAY + 7 * DAY

    @classmethod
    def _create(
        cls,
        model_class: Any,
        *args: Any,
        words: str = "Het gaat om schulden.",
        asked: str = "",
        **own: Any,
    ) -> Any:
        handover = model_class(**own)
        handover.keep_offer(Offer(words, "Te zwaar voor ons.", "De inwoner wil het."))
        handover.asked = handover.shut("asked", asked) if asked else b""
        handover.save(force_insert=True)
        return handover
