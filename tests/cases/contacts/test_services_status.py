"""Telling a known caller how it stands is a contact of its own, with its question answered."""

import uuid

import pytest

from cases.callbacks.models import Facts
from cases.contacts.services import register_status_contact
from cases.models import CallbackSubject, Contact, QuestionResult
from common.errors import RuleViolation
from tests.factories.cases import CallbackFactory
from tests.factories.contacts import ContactFactory

pytestmark = pytest.mark.django_db

FACTS = Facts(phone="+31612345678", name="Harmsen")


@pytest.fixture
def geld(calendar_data):
    return CallbackSubject.objects.get(code="geld")


def test_a_status_that_was_told_is_an_answered_contact(cast, geld):
    request = CallbackFactory(
        resident__name="A. Harmsen", resident__phone="+31612345678", subject=geld
    )
    key = uuid.uuid4()

    told = [
        register_status_contact(
            callback_id=request.pk, facts=FACTS, submission_key=key, by=cast.contact_centre
        )
        for _ in range(2)
    ]

    assert told[0] == told[1]
    question = told[0].questions.get()
    assert (question.result, question.subject) == (QuestionResult.ANSWERED, geld)
    assert told[0].resident == request.resident


def test_a_status_of_somebody_else_is_not_told(cast, geld):
    request = CallbackFactory(resident__name="Vreemd", subject=geld)

    with pytest.raises(RuleViolation, match="hoort niet bij deze beller"):
        register_status_contact(
            callback_id=request.pk, facts=FACTS, submission_key=uuid.uuid4(), by=cast.contact_centre
        )

    assert not Contact.objects.exists()


def test_a_contact_belongs_to_the_desk_that_took_it(cast, desk):
    ours, theirs = ContactFactory(desk=desk), ContactFactory()

    assert list(Contact.objects.visible_to(cast.contact_centre)) == [ours]
    assert theirs not in Contact.objects.visible_to(cast.team_worker)
