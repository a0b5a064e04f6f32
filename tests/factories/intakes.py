"""Meldingen, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta

import factory

from cases.intakes.lifecycle import NotificationState
from cases.models import ConfirmationLetter, NotificationReminder, WmoNotification
from tests.factories.cases import MONDAY, ResidentFactory
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
    pdf = b"%PDF-1.7 test"
    way = "post"
    sent_at = MONDAY
    sent_by = factory.SubFactory(UserFactory)
