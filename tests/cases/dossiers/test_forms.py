"""What a form makes of what was typed: nothing lost, and only choices that can be."""

import uuid

import pytest

from cases.dossiers.forms import (
    CloseForm,
    CloseQuestionForm,
    ColleagueForm,
    DirectionForm,
    NoteForm,
    OpenForm,
    QuestionForm,
    SafetyForm,
)
from cases.models import LifeDomain
from tests.factories import MembershipFactory, TeamFactory


def told(**own):
    key = {"submission_key": str(uuid.uuid4())}
    domain = LifeDomain.objects.in_use().first()
    return key | {"domain": domain.pk if domain else "", "words": "Ik kom niet rond."} | own


@pytest.mark.parametrize("missing", ["domain", "words", "submission_key"])
def test_a_question_needs_a_leefgebied_and_words(file, missing):
    assert list(QuestionForm(told(**{missing: ""})).errors) == [missing]


def test_a_leefgebied_that_is_no_longer_used_is_no_choice(file):
    old = LifeDomain.objects.in_use().first()
    LifeDomain.objects.filter(pk=old.pk).update(is_active=False)

    assert list(QuestionForm(told(domain=old.pk)).errors) == ["domain"]


def test_who_works_in_one_team_is_not_asked_for_it(file, cast, noord):
    form = OpenForm(told(), user=cast.handler)

    assert "team_id" not in form.fields
    assert form.is_valid()
    assert form.cleaned_data["team_id"] == noord.pk


def test_who_works_in_two_teams_chooses(file, cast):
    other = TeamFactory(name="Team Zuid")
    MembershipFactory(user=cast.handler, role="team_worker", team=other)
    for name in ("running_memberships", "roles", "acting_role", "team_ids"):
        vars(cast.handler).pop(name, None)

    form = OpenForm(told(team_id=str(other.pk)), user=cast.handler)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["team_id"] == other.pk
    assert list(OpenForm(told(team_id="999999"), user=cast.handler).errors) == ["team_id"]


@pytest.mark.parametrize("missing", ["outcome", "words"])
def test_a_question_ends_with_an_outcome_and_words(missing):
    answers = {"outcome": "network", "words": "Zus helpt."} | {missing: ""}
    assert list(CloseQuestionForm(answers).errors) == [missing]
    assert list(CloseQuestionForm({"outcome": "soms", "words": "x"}).errors) == ["outcome"]


@pytest.mark.parametrize("words", ["", " ", "x" * 4001])
def test_a_note_has_words_and_not_too_many(words):
    form = NoteForm({"words": words, "submission_key": str(uuid.uuid4())}, action="/")
    assert list(form.errors) == ["words"]


def test_on_top_may_stand_nothing_but_not_without_a_version():
    assert SafetyForm({"words": "", "version": "1"}).is_valid()
    assert list(SafetyForm({"words": "x", "version": ""}).errors) == ["version"]
    assert list(CloseForm({"words": ""}).errors) == ["words"]


def test_the_regie_is_for_another_wijkwerker_of_the_team(file, cast):
    people = set(DirectionForm(file=file).fields["person"].queryset)
    assert people == {cast.team_worker}


def test_who_may_work_along_works_in_such_a_role_today(file, cast):
    people = set(ColleagueForm(file=file).fields["employee"].queryset)
    assert people == {
        cast.team_worker,
        cast.outsider_worker,
        cast.city_hall_team,
        cast.city_social_team,
    }


def test_closing_asks_for_one_thing_and_offers_the_rest():
    form = CloseForm({"words": "Klaar."})

    assert form.is_valid(), form.errors
    told = form.cleaned_data
    assert (told["grade"], told["thought_along"], told["follows"]) == (None, None, "")
    form = CloseForm({"words": "Klaar.", "grade": "10", "thought_along": "no"})
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["grade"], form.cleaned_data["thought_along"]) == (10, False)


@pytest.mark.parametrize("grade", ["0", "11", "7.5", "7,5", "-1", "zes", "1e1", "²", "9" * 30])
def test_a_grade_is_a_whole_number_from_one_to_ten(grade):
    assert list(CloseForm({"words": "Klaar.", "grade": grade}).errors) == ["grade"]


@pytest.mark.parametrize("name", ["words", "well", "stays"])
def test_an_evaluation_is_not_endless(name):
    assert list(CloseForm({"words": "Klaar."} | {name: "x" * 10_000}).errors) == [name]
