"""What a form makes of what was typed: nothing lost, and only choices that can be."""

import uuid

import pytest
from django.http import QueryDict

from cases.models import LifeDomain
from cases.plans.forms import (
    ActionForm,
    AgreementForm,
    DropForm,
    EndGoalForm,
    GoalForm,
    HoldForm,
    MembersForm,
    MoveForm,
    PlanEvaluationForm,
    StartForm,
)
from cases.plans.models import Member
from tests.factories.cases import MONDAY
from tests.factories.community import OfferFactory
from tests.factories.dossiers import HelpRequestFactory

TODAY = MONDAY.date()
KEY = {"submission_key": str(uuid.uuid4())}
KIM = Member(3, "Kim", "Partner")


def sent(**answers):
    data = QueryDict(mutable=True)
    data.update(answers)
    return data


def goal_told(**own):
    domain = LifeDomain.objects.in_use().first()
    return sent(**KEY | {"domain": str(domain.pk), "wish": "Ik wil rondkomen."} | own)


def action_told(**own):
    told = {"what": "Bellen.", "kind": "own_strength", "who": "resident", "since": "2026-11-23"}
    return sent(**KEY | told | own)


@pytest.mark.parametrize("missing", ["domain", "wish", "submission_key"])
def test_a_goal_needs_a_leefgebied_and_words(file, missing):
    assert list(GoalForm(goal_told(**{missing: ""}), file=file).errors) == [missing]


@pytest.mark.parametrize(("name", "value"), [("wish", "x" * 10_000), ("score_before", "9")])
def test_a_goal_that_is_too_long_or_scored_oddly_is_refused(file, name, value):
    assert list(GoalForm(goal_told(**{name: value}), file=file).errors) == [name]


def test_a_goal_is_for_a_question_of_this_dossier_that_is_open(question):
    other = HelpRequestFactory()
    file = question.file
    good = GoalForm(goal_told(question=str(question.pk)), file=file)
    assert good.is_valid(), good.errors
    assert good.cleaned_data["text"].question == question
    assert list(GoalForm(goal_told(question=str(other.pk)), file=file).errors) == ["question"]
    labels = [str(label) for _, label in GoalForm(file=file).fields["question"].choices]
    assert labels == ["Bij geen hulpvraag", f"{question.domain}: Hulp."]


def test_a_score_is_never_asked_twice(file):
    form = GoalForm(goal_told(score_before=""), file=file)
    assert form.is_valid()
    assert form.cleaned_data["text"].score_before is None
    assert EndGoalForm(sent(state="reached", result="x", score_after="")).is_valid()


@pytest.mark.parametrize("missing", ["what", "kind", "who", "since"])
def test_an_action_says_who_does_what_and_from_when(cast, noord, missing):
    form = ActionForm(action_told(**{missing: ""}), user=cast.handler)
    assert list(form.errors) == [missing]


@pytest.mark.parametrize(("name", "value"), [("what", "x" * 10_000), ("since", "ooit")])
def test_an_action_with_nonsense_is_refused(cast, monday, name, value):
    assert list(ActionForm(action_told(**{name: value}), user=cast.handler).errors) == [name]


def test_of_the_sociale_kaart_one_chooses_what_runs(cast, monday):
    offer, over = OfferFactory(), OfferFactory(runs_until="2026-01-01")
    good = ActionForm(action_told(offer=str(offer.pk)), user=cast.handler)
    assert good.is_valid(), good.errors
    assert good.cleaned_data["text"].offer == offer
    for number in (over.pk, 999_999, "x", "9" * 40):
        assert list(ActionForm(action_told(offer=str(number)), user=cast.handler).errors) == [
            "offer"
        ]


def test_the_sorts_of_help_stand_in_the_order_of_the_law(cast, monday):
    form = ActionForm(user=cast.handler)
    kinds = [value for value, _ in form.fields["kind"].choices]
    assert kinds == ["own_strength", "informal", "collective", "formal"]
    people = [value for value, _ in form.fields["who"].choices]
    assert people == ["", "resident", "network", "volunteer", "general", "team", "provider"]


def test_an_action_that_runs_does_not_begin_again(action):
    assert [value for value, _ in MoveForm(action=action).fields["state"].choices] == [
        "running",
        "done",
        "stopped",
    ]
    assert list(MoveForm(sent(version="1", state="planned"), action=action).errors) == ["state"]


@pytest.mark.parametrize("missing", ["state", "result"])
def test_a_goal_ends_with_a_state_and_words(missing):
    told = {"state": "reached", "result": "Het lukt."} | {missing: ""}
    assert list(EndGoalForm(sent(**told)).errors) == [missing]


def test_a_plan_begins_with_people_of_the_household_and_a_day(monday):
    good = StartForm(sent(**KEY, members="3", evaluate_on="2026-12-23"), people=[KIM])
    assert good.is_valid(), good.errors
    assert good.cleaned_data["members"] == [3]
    bad = StartForm(sent(**KEY, members="4", evaluate_on=""), people=[KIM])
    assert list(bad.errors) == ["members", "evaluate_on"]
    assert StartForm(people=[]).fields["members"].widget.is_hidden


@pytest.mark.parametrize("form", [PlanEvaluationForm, AgreementForm])
def test_without_its_version_a_form_is_too_old(form):
    assert "version" in form(sent(version="")).errors
    assert "version" in MembersForm(sent(version="x"), people=[KIM]).errors


def test_an_agreement_has_a_day_and_a_way():
    told = {"version": "1", "edition": "1", "agreed_on": "2026-11-23", "how": "talk"}
    assert AgreementForm(sent(**told)).is_valid()
    assert list(AgreementForm(sent(**told | {"how": "zomaar"})).errors) == ["how"]


@pytest.mark.parametrize("missing", ["held_on", "present", "findings"])
def test_an_evaluation_says_when_who_and_how_it_goes(missing):
    told = {"held_on": "2026-11-23", "present": "Wij.", "findings": "Goed."} | {missing: ""}
    assert list(HoldForm(sent(**told), runs=True).errors) == [missing]


def test_why_there_is_no_next_one_is_only_asked_when_it_may_be():
    assert "why" not in HoldForm(runs=True).fields
    told = sent(held_on="2026-11-23", present="Wij.", findings="Goed.", why="Klaar.")
    form = HoldForm(told, runs=True)
    assert form.is_valid()
    assert form.cleaned_data["why"] == ""
    assert list(DropForm(sent(why="")).errors) == ["why"]
