"""Adviesvragen, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.advice.lifecycle import AdviceState
from cases.advice.models import AdviceKind, AdviceRequest, SharedBy, Told
from cases.models import Consent
from clusters.models import Specialism
from tests.factories.cases import MONDAY
from tests.factories.clusters import SpecialismFactory, SpecialismPeriodFactory
from tests.factories.consents import ConsentFactory, RecipientKindFactory
from tests.factories.dossiers import FileFactory

DAY = timedelta(days=1)
SHARED = ("contactgegevens", "hulpvraag")


def kind(code: str) -> Any:
    """A kind of recipient of the list."""
    return RecipientKindFactory(code=code, label=code)


def specialist(person: Any, code: str = "ggz") -> Any:
    """Let this employee know about something since long."""
    found = Specialism.objects.filter(code=code).first() or SpecialismFactory(code=code)
    SpecialismPeriodFactory(user=person, specialism=found)
    return person


def consent_for(resident: Any, code: str, **own: Any) -> Consent:
    """A consent with which name and question may go to this kind of recipient."""
    data = own.pop("categories", SHARED)
    return ConsentFactory(resident=resident, recipient_kind=kind(code), categories=data, **own)


class AdviceFactory(factory.django.DjangoModelFactory):
    """Asked on Monday of somebody of the team; without ``adviser`` of the huisarts, anonymously."""

    class Meta:
        model = AdviceRequest

    class Params:
        answered = factory.Trait(
            state=AdviceState.ANSWERED,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("file.director"),
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    team = factory.SelfAttribute("file.team")
    asked_at = MONDAY
    asked_by = factory.SelfAttribute("file.director")
    kind = AdviceKind.CONSULT
    recipient_kind = factory.LazyAttribute(lambda row: kind("sst" if row.adviser else "huisarts"))
    adviser = None
    adviser_team = factory.LazyAttribute(lambda row: row.team if row.adviser else None)
    consent = None
    shared_by = factory.LazyAttribute(lambda row: _why(row))
    answer_by = MONDAY + 3 * DAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Wat raad je aan?", **own: Any):
        advice = model_class(**own)
        outside = {} if advice.adviser else {"name": "D. Dokter", "organisation": "Praktijk Haven"}
        advice.keep_told(Told(words, **outside))
        if advice.state != AdviceState.ASKED:
            advice.keep_answer("Bel de praktijk.")
        advice.save(force_insert=True)
        return advice


def _why(row: Any) -> str:
    if row.consent:
        return SharedBy.CONSENT
    return SharedBy.TEAM if row.adviser else SharedBy.ANONYMOUS
