"""Talks, cards and reports, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.models import (
    InvestigationReport,
    KitchenTableTalk,
    LifeDomain,
    ReportVersion,
    TalkAgreement,
    TalkCard,
    TalkColleague,
)
from cases.talks.lifecycle import TalkState
from common.reference import sync
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory
from tests.factories.intakes import NotificationFactory

HOUR = timedelta(hours=1)


class TalkFactory(factory.django.DjangoModelFactory):
    """A talk of tomorrow at ten about a confirmed melding; the traits are the other states."""

    class Meta:
        model = KitchenTableTalk

    class Params:
        held = factory.Trait(state=TalkState.HELD, held_at=MONDAY)
        concluded = factory.Trait(state=TalkState.CONCLUDED, held_at=MONDAY, ended_at=MONDAY)
        cancelled = factory.Trait(state=TalkState.CANCELLED, ended_at=MONDAY)

    uuid = factory.LazyFunction(uuid.uuid4)
    notification = factory.SubFactory(NotificationFactory, confirmed=True)
    resident = factory.SelfAttribute("notification.resident")
    starts_at = MONDAY + timedelta(days=1)
    ends_at = MONDAY + timedelta(days=1, hours=1)
    place = "home"
    planned_by = factory.SelfAttribute("notification.handler")
    planned_at = MONDAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: Any = None, **own: Any) -> Any:
        talk = model_class(**own)
        talk.make_key()
        talk.keep({"place_note": "", "guests": [], "cancel_reason": ""} | (words or {}))
        talk.save()
        return talk


class TalkColleagueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TalkColleague

    talk = factory.SubFactory(TalkFactory)
    employee = factory.SubFactory(UserFactory)


class CardFactory(factory.django.DjangoModelFactory):
    """An empty card about money of a talk that is held; ``said`` is what stands on it."""

    class Meta:
        model = TalkCard

    id = factory.LazyFunction(uuid.uuid4)
    talk = factory.SubFactory(TalkFactory, held=True)
    resident = factory.SelfAttribute("talk.resident")
    domain = factory.LazyFunction(lambda: domain("geld"))
    saved_by = factory.SelfAttribute("talk.planned_by")
    saved_at = MONDAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, said: Any = None, **own: Any) -> Any:
        card = model_class(**own)
        card.keep({name: [text] for name, text in (said or {}).items()})
        card.save(force_insert=True)
        return card


class AgreementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TalkAgreement

    id = factory.LazyFunction(uuid.uuid4)
    talk = factory.SubFactory(TalkFactory, held=True)
    resident = factory.SelfAttribute("talk.resident")
    owner = "worker"
    due_on = MONDAY.date() + timedelta(days=7)

    @classmethod
    def _create(cls, model_class: Any, *args: Any, what: str = "Belt de bank.", **own: Any) -> Any:
        agreement = model_class(**own)
        agreement.keep(what, "")
        agreement.save(force_insert=True)
        return agreement


class ReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InvestigationReport

    id = factory.LazyFunction(uuid.uuid4)
    talk = factory.SubFactory(TalkFactory, concluded=True)
    resident = factory.SelfAttribute("talk.resident")
    saved_by = factory.SelfAttribute("talk.planned_by")
    saved_at = MONDAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, texts: Any = None, **own: Any) -> Any:
        report = model_class(**own)
        report.keep({name: [text] for name, text in (texts or {"step1": "Hulp."}).items()})
        report.save(force_insert=True)
        return report


class VersionFactory(factory.django.DjangoModelFactory):
    """The first version, sent on the working Monday."""

    class Meta:
        model = ReportVersion

    id = factory.LazyFunction(uuid.uuid4)
    report = factory.SubFactory(ReportFactory)
    talk = factory.SelfAttribute("report.talk")
    resident = factory.SelfAttribute("report.resident")
    number = 1
    sent_on = MONDAY.date()
    sent_by = factory.SelfAttribute("report.saved_by")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, texts: Any = None, **own: Any) -> Any:
        sent = model_class(**own)
        sent.freeze({"to": "", "about": "", "present": "", "support": ""} | (texts or {}))
        sent.save(force_insert=True)
        return sent


def domain(code: str) -> LifeDomain:
    """A leefgebied of the list, which is filled when it was not."""
    if not LifeDomain.objects.exists():
        sync(LifeDomain)
    found: LifeDomain = LifeDomain.objects.get(code=code)
    return found
