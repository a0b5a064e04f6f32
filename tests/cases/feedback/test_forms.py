"""What the forms take, refuse and hand to the act."""

import uuid

import pytest

from cases.feedback.forms import DropForm, ReferrerForm, SendForm
from tests.cases.feedback.acting import DAY, TODAY
from tests.factories.liaisons import LiaisonFactory

KEY = uuid.UUID(int=9)
DAYS = {"referred_on": TODAY, "due_on": TODAY + DAY}
pytestmark = pytest.mark.django_db


def test_another_organisation_says_which_and_of_what_kind(file):
    empty = ReferrerForm({"submission_key": KEY, "referrer": "buiten", **DAYS}, file=file)
    assert set(empty.errors) == {"kind_of_recipient", "organisation"}
    told = {"kind_of_recipient": "huisarts", "organisation": "Praktijk Haven", "name": "D. Dokter"}
    form = ReferrerForm({"submission_key": KEY, "referrer": "buiten", **DAYS, **told}, file=file)
    assert form.is_valid(), form.errors
    recipient = form.cleaned_data["recipient"]
    assert (recipient.kind.code, recipient.organisation) == ("huisarts", "Praktijk Haven")
    assert set(form.cleaned_data) == {"submission_key", "recipient", "referred_on", "due_on"}


def test_a_linking_pin_of_the_team_is_offered(file):
    pin = LiaisonFactory(team=file.team, kind="huisarts")
    LiaisonFactory(kind="huisarts")
    form = ReferrerForm(file=file)
    key = next(iter(form.liaisons))
    assert list(form.liaisons.values()) == [pin]
    form = ReferrerForm({"submission_key": KEY, "referrer": key, **DAYS}, file=file)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["recipient"].liaison == pin


def test_only_fixed_words_are_taken():
    assert set(SendForm({}).errors) == {"phrase", "way", "told_on"}
    wrong = SendForm({"phrase": "Zij heeft schulden.", "way": "fax", "told_on": TODAY})
    assert set(wrong.errors) == {"phrase", "way"}
    assert set(DropForm({"why_not": "zomaar"}).errors) == {"why_not"}
