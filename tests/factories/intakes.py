"""Meldingen, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta

import factory

from cases.intakes.deciding import PROPOSAL
from cases.intakes.lifecycle import NotificationState
from cases.intakes.models.triage import FACTS
from cases.models import (
    AdviceAnswer,
    AdviceContact,
    ClientSupport,
    ConfirmationLetter,
    NotificationReminder,
    SupportRequest,
    Triage,
    TriageRule,
    TriageVersion,
    WmoNotification,
)
from tests.factories.cases import MONDAY, ResidentFactory, SubjectFactory
from tests.factories.clusters import TeamFactory, UserFactory


class NotificationFactory(factory.django.DjangoModelFactory):
    """A melding that was received and has no handler; the traits are the other states."""

    class Meta:
        model = WmoNotification

    class Params:
        taken = factory.Trait(handler=factory.SubFactory(UserFactory))
        confirmed = factory.Trait(
            taken=True, state=NotificationState.CONFIRMED, confirmed_at=MONDAY
        )
        investigating = factory.Trait(confirmed=True, state=NotificationState.INVESTIGATING)
        investigated = factory.Trait(
            confirmed=True, state=NotificationState.INVESTIGATED, ended_at=MONDAY
        )
        withdrawn = factory.Trait(state=NotificationState.WITHDRAWN, ended_at=MONDAY)
        no_follow_up = factory.Trait(state=NotificationState.NO_FOLLOW_UP, ended_at=MONDAY)
        urgent = factory.Trait(
            is_urgent=True,
            urgent_reason="Kan niet alleen naar de wc.",
            urgent_due_at=MONDAY + timedelta(hours=48),
        )

    resident = factory.SubFactory(ResidentFactory)
    submission_key = factory.LazyFunction(uuid.uuid4)
    team = factory.SubFactory(TeamFactory)
    registered_at = MONDAY
    registered_by = factory.SubFactory(UserFactory)
    channel = "walk_in"
    received_on = MONDAY.date()
    reported_by = "resident"
    question = factory.Sequence(lambda n: f"Hulpvraag {n}")
    plan_until = MONDAY.date() + timedelta(days=7)
    due_at = MONDAY.replace(hour=0) + timedelta(days=43)
    confirm_by = MONDAY + timedelta(days=2, hours=7)


class BellFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NotificationReminder

    notification = factory.SubFactory(NotificationFactory)
    kind = "end"
    due_at = factory.SelfAttribute("notification.due_at")


class LetterFactory(factory.django.DjangoModelFactory):
    """A confirmation that went out, with a PDF of a few bytes."""

    class Meta:
        model = ConfirmationLetter

    notification = factory.SubFactory(NotificationFactory, confirmed=True)
    resident = factory.LazyAttribute(lambda row: row.notification.resident)
    content = factory.LazyFunction(
        lambda: {
            "to": ["Inwoner"],
            "date": "maandag 23 november 2026",
            "subject": "Bevestiging",
            "reference": "WM-000001",
            "salutation": "Geachte Inwoner,",
            "sections": [{"title": "Uw plan", "paragraphs": ["Lever het in."]}],
            "closing": ["Team"],
        }
    )
    way = "post"
    sent_at = MONDAY
    sent_by = factory.SubFactory(UserFactory)


ANSWERS = dict(zip(FACTS, ("provision", "one", "no", "no", "no", "no", "yes"), strict=True))
"""A single question for a Wmo provision: the Stadhuis handles it (TRI-2)."""


class TriageFactory(factory.django.DjangoModelFactory):
    """A triage without rules in use, in which the worker chose the Stadhuis."""

    class Meta:
        model = Triage

    notification = factory.SubFactory(NotificationFactory)
    resident = factory.LazyAttribute(lambda row: row.notification.resident)
    submission_key = factory.LazyFunction(uuid.uuid4)
    at = MONDAY
    by = factory.SubFactory(UserFactory)
    request_kind = ANSWERS["request_kind"]
    domain_count = ANSWERS["domain_count"]
    broad_talk = ANSWERS["broad_talk"]
    network = ANSWERS["network"]
    general_offer = ANSWERS["general_offer"]
    is_heavy = ANSWERS["is_heavy"]
    wants_help = ANSWERS["wants_help"]
    chosen_advice = "city_hall"
    chosen_complexity = "single"
    chosen_involvement = "help"
    deviates = False


def rules_version(number=1, rules=PROPOSAL, *, draft=False, **own):
    """A version of the rules with these rows."""
    published = {} if draft else {"published_at": MONDAY, "published_by": UserFactory()}
    facts = {"made_at": MONDAY, "made_by": UserFactory(), **published, **own}
    version = TriageVersion.objects.create(number=number, **facts)
    TriageRule.objects.bulk_create(
        TriageRule(
            version=version,
            position=position,
            advice=rule.advice,
            complexity=rule.complexity,
            involvement=rule.involvement,
            reason=rule.reason,
            **dict(zip(FACTS, rule.facts, strict=True)),
        )
        for position, rule in enumerate(rules, start=1)
    )
    return version


class AdviceAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AdviceAnswer
        django_get_or_create = ("code",)

    code = "uitleg"
    label = "Uitleg gegeven"
    position = 1


class AdviceContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AdviceContact

    submission_key = factory.LazyFunction(uuid.uuid4)
    team = factory.SubFactory(TeamFactory)
    on = MONDAY.date()
    channel = "walk_in"
    topic = factory.SubFactory(SubjectFactory)
    answer = factory.SubFactory(AdviceAnswerFactory)
    minutes = 10


class SupportFactory(factory.django.DjangoModelFactory):
    """The resident wants a volunteer."""

    class Meta:
        model = ClientSupport

    notification = factory.SubFactory(NotificationFactory, taken=True)
    resident = factory.LazyAttribute(lambda row: row.notification.resident)
    offered_on = MONDAY.date()
    choice = "yes"
    kind = "volunteer"


class SupportRequestFactory(factory.django.DjangoModelFactory):
    """A request that went out by post."""

    class Meta:
        model = SupportRequest

    notification = factory.SubFactory(NotificationFactory, taken=True)
    resident = factory.LazyAttribute(lambda row: row.notification.resident)
    content = factory.LazyAttribute(
        lambda row: {
            "to": ["Vrijwilliger (OCO Almere)"],
            "date": "maandag 23 november 2026",
            "subject": "Verzoek",
            "reference": "WM-000001",
            "salutation": "Geachte lezer,",
            "sections": [{"title": "De inwoner", "paragraphs": [row.resident.name]}],
            "closing": ["Team"],
        }
    )
    way = "post"
    sent_at = MONDAY
    sent_by = factory.SubFactory(UserFactory)
