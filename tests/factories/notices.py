"""Notices and the mail about them."""

import uuid

import factory
from django.utils import timezone

from clusters.models import Notice, OutboxMail
from tests.factories.clusters import UserFactory


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    person = factory.SubFactory(UserFactory)
    text = factory.Sequence(lambda n: f"Melding {n}")
    url_name = "notice-list"
    created_at = factory.LazyFunction(timezone.now)
    dedup_key = factory.Sequence(lambda n: f"melding:{n}")


class OutboxMailFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OutboxMail

    recipient = factory.SubFactory(UserFactory)
    subject = "1 melding in Wijkteams"
    body = "Er wacht 1 melding op u."
    message_id = factory.LazyFunction(lambda: f"<{uuid.uuid4()}@example.org>")
    created_at = factory.LazyFunction(timezone.now)
    try_after = factory.SelfAttribute("created_at")
