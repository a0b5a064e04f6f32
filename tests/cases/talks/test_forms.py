"""What a form makes of what was typed: nothing lost, the moment on our clock."""

import uuid

import pytest
from crispy_forms.utils import render_crispy_form

from cases.talks.forms import AppointmentForm, CardForm, ReactionForm, kept_of, kept_report
from cases.talks.models.cards import WRITTEN
from tests.cases.talks.conftest import query
from tests.factories.talks import CardFactory, domain


def answers(**own):
    return {
        "submission_key": str(uuid.uuid4()),
        "version": "",
        "day": "2026-11-24",
        "start": "10:00",
        "until": "11:00",
        "place": "home",
        **own,
    }


def form_with(cast, **own):
    return AppointmentForm(answers(**own), user=cast.handler, button="Plannen")


def test_the_moment_is_on_the_clock_of_amsterdam(cast, monday):
    form = form_with(cast)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["appointment"].starts_at.isoformat() == "2026-11-24T10:00:00+01:00"


def test_the_night_the_clock_goes_back_does_not_confuse_it(cast, monday):
    form = form_with(cast, day="2027-03-28", start="03:30", until="04:30")

    assert form.is_valid()
    assert form.cleaned_data["appointment"].starts_at.isoformat() == "2027-03-28T03:30:00+02:00"


def test_a_name_without_a_role_is_asked_about(cast, monday):
    form = form_with(cast, name_0="Ans")

    assert not form.is_valid()
    assert "kind_0" in form.errors


def test_guests_are_kept_in_order(cast, monday):
    form = form_with(cast, kind_0="resident", kind_2="carer", name_2="Ans", invited_2="resident")

    assert form.is_valid(), form.errors
    assert form.cleaned_data["appointment"].guests == (
        ("resident", "", "team"),
        ("carer", "Ans", "resident"),
    )


def test_only_colleagues_of_ones_own_team_can_be_asked(cast, monday):
    mine = form_with(cast, colleagues=[cast.team_worker.pk])
    other = form_with(cast, colleagues=[cast.outsider_worker.pk])
    manager = form_with(cast, colleagues=[cast.team_manager.pk])

    assert (mine.is_valid(), other.is_valid(), manager.is_valid()) == (True, False, False)


def test_a_card_keeps_its_own_fields_and_nothing_else():
    sent = query(words="a", state="discussed", csrfmiddlewaretoken="t", do="x", other="y")

    assert kept_of(sent) == {"words": ["a"], "state": ["discussed"]}
    assert kept_report(query(step1="a", words="b")) == {"step1": ["a"]}


def test_every_word_of_a_card_has_a_field_and_comes_back(monday, held):
    card = CardFactory(talk=held, domain=domain("relaties"))
    form = CardForm(card, query(**dict.fromkeys(WRITTEN, "tekst")))

    assert {name for name in WRITTEN if form.initial.get(name) == "tekst"} == set(WRITTEN)


def test_a_card_that_needs_a_reason_shows_it(held):
    card = CardFactory(talk=held, domain=domain("justitie"))

    assert next(iter(CardForm(card, query()).fields)) == "state"
    assert "switch" in CardForm(card, query()).fields


@pytest.mark.parametrize("missing", ["reaction", "reacted_on", "signature"])
def test_a_reaction_needs_its_facts(missing, monday):
    told = {"reaction": "agreed", "reacted_on": "2026-11-23", "signature": "none", "words": ""}
    del told[missing]

    assert list(ReactionForm(told).errors) == [missing]


def test_the_text_areas_of_a_card_have_labels_counters_and_escaped_text(monday, held):
    card = CardFactory(talk=held, domain=domain("relaties"))
    form = CardForm(card, query(words="<b>'é", own="Zelf"))

    html = render_crispy_form(form)

    assert "&lt;b&gt;&#x27;é</textarea>" in html
    assert '<label class="utrecht-form-label" for="relaties-words">' in html
    assert html.count("<textarea") == html.count('class="wt-counter"') == len(WRITTEN) + 1
    assert 'data-counter="10000"' in html
