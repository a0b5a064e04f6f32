"""What a form makes of what was typed: nothing lost, and only choices that can be."""

import uuid

import pytest

from cases.waakvlam.agreeing import WEEKS_FAULT
from cases.waakvlam.forms import ContactForm, EndForm, MoveForm, RenewForm, StartForm, TransferForm
from clusters.models import User
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.consents import ConsentFactory
from tests.factories.waakvlam import DAY, TODAY, agreed

WORDS = ("look_for", "stop_rule", "escalation")


def told(cast, **own):
    words = {name: f"Over {name}" for name in WORDS}
    day = {"review_on": "2027-03-01", "first_on": "25-11-2026", "agreed_on": "2026-11-23"}
    key = {"submission_key": str(uuid.uuid4()), "weeks": "4", "way": "call"}
    people = {"owner": str(cast.handler.pk), "deputy": str(cast.team_worker.pk)}
    return key | day | words | people | own


def form_of(resident, cast, **own):
    return StartForm(told(cast, **own), resident=resident, by=cast.handler)


def test_the_form_gives_what_was_agreed_as_one_thing(resident, cast, noord):
    form = form_of(resident, cast)

    assert form.is_valid(), form.errors
    words = {name: f"Over {name}" for name in WORDS}
    day = TODAY.replace(year=2027, month=3, day=1)
    assert form.cleaned_data["agreed"] == agreed(review_on=day, **words)
    assert form.cleaned_data["team_id"] == noord.pk
    assert set(form.cleaned_data) == {
        "submission_key", "team_id", "owner", "deputy", "first_on", "agreed",
    }  # fmt: skip


@pytest.mark.parametrize("weeks", ["0", "-1", "27", "x", "", "1.5"])
def test_an_impossible_rhythm_says_what_can_be(resident, cast, weeks):
    assert form_of(resident, cast, weeks=weeks).errors == {"weeks": [WEEKS_FAULT]}


@pytest.mark.parametrize("missing", [*WORDS, "way", "review_on", "first_on", "owner", "deputy"])
def test_what_must_be_told(resident, cast, missing):
    assert list(form_of(resident, cast, **{missing: ""}).errors) == [missing]


def test_words_have_a_limit_and_people_are_of_the_team(resident, cast):
    wrong = {"look_for": "x" * 1001, "owner": str(cast.outsider_worker.pk), "way": "fax"}
    assert set(form_of(resident, cast, **wrong).errors) == set(wrong)


def test_only_a_consent_of_the_resident_that_is_in_force_can_be_chosen(resident, cast):
    mine, other = ConsentFactory(resident=resident), ConsentFactory()
    form = form_of(resident, cast, consent=str(mine.pk), agreed_on="")
    assert form.is_valid()
    assert form.cleaned_data["agreed"].consent == mine
    assert "Huisarts, sinds 23-11-2026" in str(form["consent"])
    assert set(form_of(resident, cast, consent=str(other.pk)).errors) == {"consent"}


def test_who_works_in_two_teams_chooses_one(resident, cast, noord):
    second = TeamFactory(name="Team Zuid")
    there = MembershipFactory(user=cast.handler, team=second, user__username="x")
    by = User.objects.get(pk=there.user_id)
    form = StartForm(told(cast, team_id=str(noord.pk)), resident=resident, by=by)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["team_id"] == noord.pk
    assert [label for _, label in form.fields["team_id"].choices] == [noord.name, second.name]


def sent(waakvlam, **own):
    key = {"submission_key": str(uuid.uuid4()), "version": "1", "next_on": "2026-12-21"}
    return ContactForm(key | {"result": "spoken", "mood": "good"} | own, waakvlam=waakvlam)


def test_a_contact_proposes_the_next_day(waakvlam):
    form = ContactForm(waakvlam=waakvlam)
    assert form["next_on"].value() == TODAY + 28 * DAY
    waakvlam.weeks = 1
    form = ContactForm(waakvlam=waakvlam)
    assert form["next_on"].value() == TODAY + 7 * DAY
    assert form.fields["next_on"].help_text == "Elke week."


def test_a_contact_asks_how_it_is_only_when_they_spoke(waakvlam):
    assert sent(waakvlam).is_valid()
    assert list(sent(waakvlam, mood="").errors) == ["mood"]
    assert sent(waakvlam, mood="", result="card").is_valid()
    assert set(sent(waakvlam, result="", quarters="17", words="x" * 501).errors) == {
        "result", "quarters", "words",
    }  # fmt: skip
    form = sent(waakvlam, quarters="6")
    assert form.is_valid()
    assert form.cleaned_data["quarters"] == 6
    assert "1 uur en 30 minuten" in str(form["quarters"])


def test_the_others_show_how_it_is_now(waakvlam, cast):
    renewal = RenewForm(waakvlam=waakvlam)
    assert (renewal["weeks"].value(), renewal["look_for"].value()) == (4, "Eet hij goed?")
    assert not renewal["review_on"].value()
    assert MoveForm(waakvlam=waakvlam)["next_on"].value() == waakvlam.next_on
    waakvlam.plan(TODAY + 8 * DAY)
    waakvlam.mood = "worry"
    assert MoveForm(waakvlam=waakvlam)["next_on"].value() == TODAY + 7 * DAY
    waakvlam.plan(TODAY - DAY)
    assert MoveForm(waakvlam=waakvlam)["next_on"].value() == TODAY + 7 * DAY
    handing = TransferForm(waakvlam=waakvlam)
    assert handing["owner"].value() == cast.handler.pk
    assert cast.outsider_worker not in handing.fields["owner"].queryset
    assert set(EndForm({}).errors) == {"outcome", "words"}
