"""The forms: what each asks, and how an answer becomes what the act wants."""

from datetime import date

import pytest

from cases.meldcode.forms import STEP_FORMS, OfficerForm, OpenForm
from cases.meldcode.models import StepNumber
from tests.factories.meldcode import TODAY

SHARED = {"submission_key": "0" * 32, "version": "1", "next_on": "2026-11-30"}


def test_there_is_a_form_for_every_step(code):
    assert set(STEP_FORMS) == set(StepNumber)
    for number, form in STEP_FORMS.items():
        made = form(code=code)
        assert ("early" in made.fields) is (number > 2)
        assert made.initial["done_on"] == TODAY


@pytest.mark.parametrize("number", [2, 3, 5])
def test_a_question_without_an_answer_is_asked_again(code, number):
    form = STEP_FORMS[number]({**SHARED, "done_on": "2026-11-23"}, code=code)
    assert not form.is_valid()


def test_answers_are_kept_as_they_are_read_again(code):
    sent = {**SHARED, "done_on": "23-11-2026", "asked": "named", "asked_on": "20-11-2026"}
    form = STEP_FORMS[2]({**sent, "words": "Advies."}, code=code)
    assert form.is_valid()
    facts = form.cleaned_data["facts"]
    assert facts.done_on == date(2026, 11, 23)
    assert facts.answers == {"colleague": "", "asked": "named", "asked_on": "2026-11-20"}
    assert set(form.cleaned_data) == {"facts", "submission_key", "version", "next_on"}


def test_without_people_on_the_card_nobody_is_offered(file):
    form = OpenForm(resident=file.resident)
    assert "known" not in form.fields


def test_the_register_offers_who_cares(cast, noord):
    people = set(OfficerForm().fields["employee"].queryset)
    assert {cast.team_worker, cast.city_social_team} <= people
    assert not {cast.team_manager, cast.city_hall_team, cast.general_manager} & people
