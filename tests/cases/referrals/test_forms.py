"""What a form makes of what was typed."""

import uuid

import pytest

from cases.referrals.forms import FollowUpForm, GiveUpForm, ReferForm
from tests.factories.liaisons import LiaisonFactory


def told(**own):
    who = {"asked_of": "buiten", "kind_of_recipient": "oco", "organisation": "MEE"}
    days = {"referred_on": "23-11-2026", "follow_up_on": "07-12-2026"}
    return {"submission_key": str(uuid.uuid4()), "words": "Hulp.", **who, **days, **own}


def test_the_form_gives_somebody_a_wish_and_the_data(file):
    form = ReferForm(told(categories=["schulden"], name="O. Co"), file=file)

    assert form.is_valid(), form.errors
    who = form.cleaned_data["recipient"]
    assert (who.kind.code, who.organisation, who.name) == ("oco", "MEE", "O. Co")
    assert [row.code for row in form.cleaned_data["sharing"].data] == ["schulden"]


def test_a_linking_pin_of_the_team_is_a_choice(file, noord):
    pin = LiaisonFactory(team=noord)
    own = {"asked_of": f"pin-{pin.pk}", "kind_of_recipient": "", "organisation": ""}
    form = ReferForm(told(**own), file=file)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["recipient"].liaison == pin


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        ({"asked_of": "pin-0"}, "asked_of"),
        ({"kind_of_recipient": ""}, "kind_of_recipient"),
        ({"organisation": ""}, "organisation"),
        ({"words": "x" * 2001}, "words"),
        ({"referred_on": "ooit"}, "referred_on"),
        ({"follow_up_on": ""}, "follow_up_on"),
    ],
    ids=str,
)
def test_what_cannot_be(file, own, fault):
    assert list(ReferForm(told(**own), file=file).errors) == [fault]


def test_the_answers():
    assert list(FollowUpForm({}).errors) == ["came"]
    assert list(FollowUpForm({"came": "misschien"}).errors) == ["came"]
    assert FollowUpForm({"came": "later", "again_on": "07-12-2026"}).is_valid()
    assert list(GiveUpForm({"words": " "}).errors) == ["words"]
