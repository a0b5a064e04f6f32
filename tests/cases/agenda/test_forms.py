"""What the forms of the meeting take and what they say otherwise."""

from datetime import date

import pytest

from cases.agenda.forms import AgreementForm, PresentForm
from tests.factories import MembershipFactory

pytestmark = pytest.mark.usefixtures("monday")


def filled(cast, **changes):
    sent = {"agreement": "Doen.", "owner": cast.handler.pk, "due_on": "2026-11-27", **changes}
    return AgreementForm(sent, chosen={"points": ["late:1"], "subjects": []})


def test_a_filled_form_is_an_agreement(cast):
    form = filled(cast)

    assert form.is_valid()
    made = form.cleaned_data["agreement"]
    assert (made.text, made.owner, made.due_on) == ("Doen.", cast.handler, date(2026, 11, 27))


@pytest.mark.parametrize(
    ("changes", "field", "text"),
    [
        ({"agreement": ""}, "agreement", "Schrijf op wat u afspreekt."),
        ({"agreement": "  \n "}, "agreement", "Schrijf op wat u afspreekt."),
        ({"agreement": "x" * 1001}, "agreement", "1000"),
        ({"agreement": "x" * 10_000}, "agreement", "1000"),
        ({"agreement": "a\x00b"}, "agreement", ""),
        ({"owner": ""}, "owner", "Kies wie dit doet."),
        ({"owner": "x"}, "owner", "werkt nu niet"),
        ({"owner": "9" * 30}, "owner", "werkt nu niet"),
        ({"due_on": "31-02-2026"}, "due_on", "dd-mm-jjjj"),
        ({"due_on": "gauw"}, "due_on", "dd-mm-jjjj"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(cast, changes, field, text):
    form = filled(cast, **changes)

    assert not form.is_valid()
    assert text in form.errors[field][0]
    assert list(form.errors) == [field]


def test_a_thousand_characters_fit_and_an_enter_is_one(cast):
    assert filled(cast, agreement="x\r\n" * 499 + "xx").is_valid()


def test_only_who_is_at_the_desk_or_in_a_team_can_be_the_owner(cast, monday):
    MembershipFactory(role="team_worker", valid_until=date(2026, 11, 1))
    people = set(filled(cast).fields["owner"].queryset)

    wanted = ("contact_centre", "help_desk", "other_desk", "team_worker", "team_manager", "handler")
    wanted += ("outsider", "outsider_worker", "city_social_team", "city_hall_team")
    assert people == {getattr(cast, name) for name in wanted}


@pytest.mark.parametrize(("length", "fine"), [(300, True), (301, False), (0, True)])
def test_names_fit_or_it_is_said(length, fine):
    assert PresentForm({"present": "x" * length, "was": ""}, meeting_id=1).is_valid() is fine


def test_what_stood_there_comes_back_as_it_was():
    form = PresentForm({"present": "", "was": " Kim "}, meeting_id=1)

    assert form.is_valid()
    assert form.cleaned_data["was"] == " Kim "
