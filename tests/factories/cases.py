"""Residents and their callback requests, in the smallest valid record of each kind."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import factory

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import ReminderKind
from cases.models import (
    AttemptResult,
    CallbackAttempt,
    CallbackNorm,
    CallbackOutcome,
    CallbackReminder,
    CallbackRequest,
    CallbackSubject,
    Resident,
    Urgency,
)
from cases.residents.birthdays import BirthDate
from cases.residents.models import birth_parts
from cases.residents.recognition import search_key
from cases.residents.sounds import sound_key
from clusters.models import TeamKind
from common.deadlines import AMSTERDAM
from tests.factories.clusters import ClusterFactory, TeamFactory, UserFactory

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)
"""A working Monday at ten o'clock, without a holiday near."""


class ResidentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Resident

    class Params:
        anonymous = factory.Trait(name="", is_anonymous=True)

    name = factory.Sequence(lambda n: f"Inwoner {n}")
    phone = factory.Sequence(lambda n: f"+3161234{n % 10_000:04d}")
    birth_date = None
    birth_year = factory.LazyAttribute(lambda row: _born(row).get("birth_year"))
    birth_month = factory.LazyAttribute(lambda row: _born(row).get("birth_month"))
    birth_day = factory.LazyAttribute(lambda row: _born(row).get("birth_day"))
    search_key = factory.LazyAttribute(lambda row: search_key(row.name))
    sound_key = factory.LazyAttribute(lambda row: sound_key(row.name))


def _born(row: Any) -> dict[str, Any]:
    """The columns of the date of birth, which may be given as text."""
    born = row.birth_date
    return birth_parts(BirthDate.of(date.fromisoformat(born) if isinstance(born, str) else born))


class SubjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallbackSubject
        django_get_or_create = ("code",)

    code = "geld"
    label = "Geld en schulden"
    position = 1


class OutcomeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallbackOutcome
        django_get_or_create = ("code",)

    code = "beantwoord"
    label = "Vraag is beantwoord"
    position = 1


class NormFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallbackNorm
        django_get_or_create = ("code",)

    code = Urgency.NORMAL
    label = "Normaal: binnen 1 werkdag"
    position = 2
    days = 1
    remind_minutes = 120


class CallbackFactory(factory.django.DjangoModelFactory):
    """A waiting request of a wijkteam; the traits are the other states."""

    class Meta:
        model = CallbackRequest

    class Params:
        claimed = factory.Trait(
            state=CallbackState.CLAIMED, handler=factory.SubFactory(UserFactory)
        )
        stuck = factory.Trait(
            state=CallbackState.STUCK, handler=factory.SubFactory(UserFactory), failed_attempts=3
        )
        paused = factory.Trait(
            state=CallbackState.PAUSED,
            handler=factory.SubFactory(UserFactory),
            paused_at=MONDAY,
            paused_until=MONDAY + timedelta(days=3),
            pause_reason="away",
        )
        closed = factory.Trait(
            state=CallbackState.CLOSED,
            handler=factory.SubFactory(UserFactory),
            outcome=factory.SubFactory(OutcomeFactory),
            closed_at=MONDAY + timedelta(hours=2),
        )

    resident = factory.SubFactory(ResidentFactory)
    submission_key = factory.LazyFunction(uuid.uuid4)
    registered_at = MONDAY
    registered_by = factory.SubFactory(UserFactory)
    registered_in = factory.SubFactory(TeamFactory, kind=TeamKind.CONTACT_CENTRE)
    team = factory.SubFactory(TeamFactory)
    cluster = factory.LazyAttribute(lambda row: row.team.cluster or ClusterFactory())
    routing_reason = "postcode 1315"
    subject = factory.SubFactory(SubjectFactory)
    question = factory.Sequence(lambda n: f"Vraag {n}")
    urgency = Urgency.NORMAL
    due_at = MONDAY + timedelta(days=1, hours=7)
    escalate_at = factory.LazyAttribute(lambda row: row.due_at + timedelta(days=1))


class ReminderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallbackReminder

    callback = factory.SubFactory(CallbackFactory)
    kind = ReminderKind.AT_TERM
    term_round = 1
    due_at = factory.SelfAttribute("callback.due_at")


class AttemptFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallbackAttempt

    callback = factory.SubFactory(CallbackFactory, claimed=True)
    resident = factory.SelfAttribute("callback.resident")
    submission_key = factory.LazyFunction(uuid.uuid4)
    at = MONDAY
    by = factory.SelfAttribute("callback.handler")
    result = AttemptResult.NO_ANSWER


def in_state(state: str, **own: Any) -> CallbackRequest:
    """A request in this state, whatever it is called."""
    traits = {} if state == CallbackState.WAITING else {str(state): True}
    return CallbackFactory(**traits, **own)
