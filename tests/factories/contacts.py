"""Running calls and contacts, in the smallest valid record of each kind."""

import json
import uuid
from datetime import timedelta

import factory

from cases.contacts.models import CallDraft, Channel, Contact, ContactQuestion, QuestionResult
from cases.helpdesk.models import DayPart
from clusters.models import TeamKind
from common.sealing import seal
from tests.factories.cases import MONDAY, SubjectFactory
from tests.factories.clusters import TeamFactory, UserFactory


class CallDraftFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallDraft

    id = factory.LazyFunction(uuid.uuid4)
    employee = factory.SubFactory(UserFactory)
    desk = factory.SubFactory(TeamFactory, kind=TeamKind.CONTACT_CENTRE)
    opened_at = MONDAY
    saved_at = MONDAY
    content = factory.LazyAttribute(
        lambda row: seal(json.dumps({}).encode(), bound_to=f"cases_calldraft|content|{row.id}")
    )
    expires_at = MONDAY + timedelta(days=1, hours=7)


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contact

    uuid = factory.LazyFunction(uuid.uuid4)
    channel = Channel.PHONE
    opened_at = MONDAY
    ended_at = factory.LazyAttribute(lambda row: row.opened_at + timedelta(minutes=4))
    employee = factory.SubFactory(UserFactory)
    desk = factory.SubFactory(TeamFactory, kind=TeamKind.CONTACT_CENTRE)


class ContactQuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ContactQuestion

    contact = factory.SubFactory(ContactFactory)
    resident = factory.SelfAttribute("contact.resident")
    position = 1
    subject = factory.SubFactory(SubjectFactory)
    question = factory.Sequence(lambda n: f"Vraag aan de balie {n}")
    result = QuestionResult.ANSWERED
    desk = factory.SelfAttribute("contact.desk")
    ended_at = factory.SelfAttribute("contact.ended_at")
    part = DayPart.MORNING
