"""What a form makes of what was typed: nothing lost, the moment on our clock."""

import uuid

import pytest
from crispy_forms.utils import render_crispy_form

from cases.talks.drawing import Drawing
from cases.talks.forms import (
    AppointmentForm,
    CardForm,
    ReactionForm,
    SigningForm,
    kept_of,
    kept_report,
)
from cases.talks.models import Signer
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

    assert list(ReactionForm(told, name="A. Bakker").errors) == [missing]


WAVE = "30,100 90,40 150,160 210,40 270,160"


def signed(**own):
    told = {"signature": "screen", "signed_name": "A. Bakker", "drawing": WAVE} | own
    return SigningForm(told, name="")


def test_what_was_drawn_and_who_drew_it_are_the_signature():
    form = signed()

    assert form.is_valid(), form.errors
    assert form.cleaned_data["signer"] == Signer("A. Bakker", Drawing.read(WAVE))


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"signed_name": " "}, "signed_name"),
        ({"signed_name": "n" * 201}, "signed_name"),
        ({"drawing": ""}, "drawing"),
        ({"drawing": "30,100"}, "drawing"),  # a dot
        ({"drawing": "30,100 40,100"}, "drawing"),
        ({"drawing": "601,100 30,100"}, "drawing"),
        ({"drawing": "60,201 30,100"}, "drawing"),
        ({"drawing": "<script>"}, "drawing"),
        ({"drawing": "1,2 3,4;"}, "drawing"),
        ({"drawing": "1,2 " * 5000 + "500,20"}, "drawing"),
        ({"drawing": '0,0 600,0"><svg onload=alert(1)>'}, "drawing"),
        ({"drawing": "٣,٣ 300,100"}, "drawing"),
        ({"signature": "none"}, "signature"),
        ({"signature": ""}, "signature"),
    ],
    ids=str,
)
def test_what_is_no_signature_is_refused_and_kept(own, field):
    form = signed(**own)

    assert list(form.errors) == [field]
    assert form.data["drawing"] == own.get("drawing", WAVE)


@pytest.mark.parametrize("how", ["paper", "none"])
def test_what_was_drawn_before_another_way_was_chosen_is_not_kept(how):
    told = {"reaction": "agreed", "reacted_on": "2026-11-23", "signature": how, "words": ""}
    form = ReactionForm(told | {"drawing": WAVE, "signed_name": "A. Bakker"}, name="")

    assert form.is_valid()
    assert form.cleaned_data["signer"] is None


def test_a_refused_form_shows_what_was_drawn():
    html = render_crispy_form(signed(signed_name=""))

    assert f'value="{WAVE}"' in html
    assert 'data-longest="20000"' in html
    assert '<path d="M30 100 L90 40 L150 160 L210 40 L270 160"></path>' in html
    assert "Vul in wie er tekent." in html


def test_a_refused_form_shows_nothing_that_was_not_drawn():
    html = render_crispy_form(signed(drawing='"><script>alert(1)</script>'))

    assert "<script" not in html
    assert "<path" not in html


def test_the_text_areas_of_a_card_have_labels_counters_and_escaped_text(monday, held):
    card = CardFactory(talk=held, domain=domain("relaties"))
    form = CardForm(card, query(words="<b>'é", own="Zelf"))

    html = render_crispy_form(form)

    assert "&lt;b&gt;&#x27;é</textarea>" in html
    assert '<label class="utrecht-form-label" for="relaties-words">' in html
    assert html.count("<textarea") == html.count('class="wt-counter"') == len(WRITTEN) + 1
    assert 'data-counter="10000"' in html
