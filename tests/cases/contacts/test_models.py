"""What must always be true of contacts, whoever writes to the tables."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.contacts import ContactFactory, ContactQuestionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"result": "misschien"}, "contact_result_known"),
        ({"result": "callback"}, "contact_callback_has_request"),
        ({"result": "referred"}, "contact_referred_somewhere"),
        ({"referred_to": "de huisarts"}, "contact_referred_somewhere"),
        ({"subject": None}, "contact_question_has_subject"),
    ],
)
def test_a_question_has_what_its_result_asks(facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        ContactQuestionFactory(**facts)


def test_an_answered_question_has_no_request():
    with pytest.raises(IntegrityError, match="contact_callback_has_request"):
        ContactQuestionFactory(callback=CallbackFactory())


def test_a_wrong_number_needs_no_subject():
    assert ContactQuestionFactory(result="wrong_number", subject=None).pk


def test_a_contact_ends_after_it_begins():
    with pytest.raises(IntegrityError, match="contact_ends_after_begin"):
        ContactFactory(ended_at=MONDAY - timedelta(minutes=1))


def test_a_channel_is_one_of_the_list():
    with pytest.raises(IntegrityError, match="contact_channel_known"):
        ContactFactory(channel="duif")
