"""Rhythms, meetings, points and guests, in the smallest valid record of each kind."""

import uuid
from datetime import time, timedelta
from typing import Any

import factory

from cases.advice.models import SharedBy
from cases.conferences.lifecycle import ConferenceState, ItemState
from cases.conferences.models import (
    Conference,
    ConferenceItem,
    ConferenceKind,
    ConferenceSeries,
    Guest,
    ItemAgreement,
    ItemInvitation,
    OnClosedDay,
    Rhythm,
    Topic,
)
from clusters.models import Membership
from tests.factories.advice import kind
from tests.factories.cases import MONDAY
from tests.factories.clusters import TeamFactory, UserFactory
from tests.factories.dossiers import FileFactory

TODAY = MONDAY.date()
DAY = timedelta(days=1)
TEN = time(10)


class SeriesFactory(factory.django.DjangoModelFactory):
    """A casusoverleg every week since the working Monday; ``district=…`` makes a casustafel."""

    class Meta:
        model = ConferenceSeries

    submission_key = factory.LazyFunction(uuid.uuid4)
    district = None
    team = factory.Maybe(
        "district", yes_declaration=None, no_declaration=factory.SubFactory(TeamFactory)
    )
    kind = factory.LazyAttribute(
        lambda own: ConferenceKind.DISTRICT if own.district else ConferenceKind.TEAM
    )
    valid_from = TODAY
    weeks = Rhythm.WEEK
    starts_at = TEN
    minutes = 60
    place = "Buurthuis"
    chair = factory.SubFactory(UserFactory)
    on_closed_day = OnClosedDay.MOVE
    made_at = MONDAY
    made_by = factory.SelfAttribute("chair")


class ConferenceFactory(factory.django.DjangoModelFactory):
    """A meeting on the working Monday."""

    class Meta:
        model = Conference

    class Params:
        held = factory.Trait(
            state=ConferenceState.HELD,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("chair"),
        )

    series = factory.SubFactory(SeriesFactory)
    planned_on = TODAY
    minutes = 60
    place = "Buurthuis"
    chair = factory.SelfAttribute("series.chair")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        day = own.pop("held_on", own["planned_on"])
        conference = model_class(**own)
        conference.plan(day, conference.series.starts_at)
        conference.save(force_insert=True)
        return conference


class ItemFactory(factory.django.DjangoModelFactory):
    """A point that waits, brought by who directs the dossier; ``discussed=True`` has minutes."""

    class Meta:
        model = ConferenceItem

    class Params:
        discussed = factory.Trait(
            state=ItemState.DISCUSSED,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("file.director"),
        )
        withdrawn = factory.Trait(
            state=ItemState.WITHDRAWN,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("file.director"),
        )

    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    conference = factory.SubFactory(
        ConferenceFactory, series__team=factory.SelfAttribute("...file.team")
    )
    position = 1
    minutes = 15
    topic = Topic.DEBTS
    brought_at = MONDAY
    brought_by = factory.SelfAttribute("file.director")

    @classmethod
    def _create(
        cls, model_class: Any, *args: Any, ask: str = "Wat nu?", summary: str = "Kort.", **own: Any
    ) -> Any:
        item = model_class(**own)
        item.keep_told(ask, summary)
        if item.state != ItemState.WAITING:
            item.keep_answer("Bel de bank.")
        item.save(force_insert=True)
        return item


class InvitationFactory(factory.django.DjangoModelFactory):
    """A guest; ``person`` comes in the first role they hold, without one it is a huisarts."""

    class Meta:
        model = ItemInvitation

    item = factory.SubFactory(ItemFactory)
    file = factory.SelfAttribute("item.file")
    resident = factory.SelfAttribute("item.resident")
    person = None
    recipient_kind = factory.LazyFunction(lambda: kind("wi"))
    shared_by = SharedBy.ANONYMOUS
    invited_at = MONDAY
    invited_by = factory.SelfAttribute("file.director")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        row = model_class(**own)
        if row.person is not None:
            held = Membership.objects.filter(user=row.person).order_by("pk").first()
            row.role, row.team = held.role, held.team
        outside = {} if row.person else {"name": "D. Dokter", "organisation": "Praktijk Haven"}
        row.keep_told(Guest(**outside))
        row.save(force_insert=True)
        return row


class ItemAgreementFactory(factory.django.DjangoModelFactory):
    """What a guest does by next week."""

    class Meta:
        model = ItemAgreement

    guest = factory.SubFactory(InvitationFactory)
    item = factory.SelfAttribute("guest.item")
    file = factory.SelfAttribute("guest.file")
    resident = factory.SelfAttribute("guest.resident")
    due_on = TODAY + timedelta(days=7)
    made_at = MONDAY
    made_by = factory.SelfAttribute("file.director")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Bellen.", **own: Any) -> Any:
        row = model_class(**own)
        row.keep(words)
        row.save(force_insert=True)
        return row
