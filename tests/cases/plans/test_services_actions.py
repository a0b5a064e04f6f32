"""Actions and evaluations: in the order of the law, one evaluation to come, an end with words."""

import uuid

import pytest

from cases.community.models import Offer
from cases.plans.models import Evaluation, Goal, PlanAction
from common.errors import RuleViolation
from tests.cases.dossiers.acting import lines
from tests.cases.plans.acting import (
    DAY,
    TODAY,
    WEEK,
    YEAR,
    add_action,
    add_goal,
    change_action,
    drop,
    end_goal,
    hold,
    look_again,
    move,
)
from tests.factories.community import OfferFactory
from tests.factories.plans import ActionFactory, EvaluationFactory

MAATWERK = {"who": "provider", "kind": "formal"}


def test_an_action_is_added_once_with_who_what_and_when(goal, cast):
    key, offer = uuid.uuid4(), OfferFactory()
    own = {"who": "general", "kind": "collective", "offer": offer, "until": TODAY + WEEK}
    for _ in range(2):
        add_action(goal, cast.handler, key, **own)

    action = PlanAction.objects.select_related("file").get()
    assert (action.doer, action.offer, action.state) == ("Algemene voorziening", offer, "planned")
    assert lines(goal.file) == ["act"]
    words = goal.file.lines.select_related("file").get().words
    assert words == "Algemene voorziening (collectief): Post openen."
    assert Offer.objects.filter(pk=offer.pk).exists()


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"what": " "}, "what"),
        ({"who": "provider"}, "who"),
        ({"who": "volunteer", "kind": "formal", "short": "x"}, "who"),
        (MAATWERK, "short"),
        (MAATWERK | {"short": "  "}, "short"),
        ({"until": TODAY - DAY}, "until"),
        ({"since": TODAY.replace(year=2056)}, "since"),
        ({"since": TODAY.replace(year=1996)}, "since"),
        ({"until": TODAY.replace(year=2056)}, "until"),
    ],
)
def test_an_action_that_cannot_be_is_refused(goal, cast, own, field):
    with pytest.raises(RuleViolation) as broken:
        add_action(goal, cast.handler, **own)
    assert broken.value.field == field
    assert not PlanAction.objects.exists()


def test_maatwerk_comes_with_why_the_rest_is_not_enough(goal, cast):
    made = add_action(goal, cast.handler, **MAATWERK, short="De zus is ziek.")
    assert made.said["short"] == "De zus is ziek."


@pytest.mark.parametrize("kind", ["collective", "formal"])
def test_the_team_helps_shortly_or_as_maatwerk(goal, cast, kind):
    add_action(goal, cast.handler, who="team", kind=kind, short="Er is niemand anders.")


def test_an_action_of_another_goal_with_the_same_key_is_an_old_form(goal, cast):
    with pytest.raises(RuleViolation, match="verouderd"):
        add_action(goal, cast.handler, ActionFactory().pk)


def test_for_a_goal_of_another_dossier_there_is_nothing_to_add(goal, cast):
    other = ActionFactory()
    other.goal.file_id = goal.file_id
    with pytest.raises(Goal.DoesNotExist):
        add_action(other.goal, cast.handler)
    other.file_id = goal.file_id
    with pytest.raises(PlanAction.DoesNotExist):
        move(other, cast.handler)


def test_an_action_is_not_changed_over_a_colleague(action, cast):
    change_action(action, cast.handler, what="Samen bellen.")
    change_action(action, cast.handler, what="Samen bellen.")
    with pytest.raises(RuleViolation) as broken:
        change_action(action, cast.handler, what="Iets anders.")
    assert broken.value.field == "version"
    line = action.file.lines.select_related("file").get(kind="act_new")
    assert "Post openen." in line.words


def test_an_action_begins_and_ends_with_its_result(action, cast):
    move(action, cast.handler, "running", "")
    with pytest.raises(RuleViolation) as broken:
        move(action, cast.handler, "done", " ", version=2)
    assert broken.value.field == "result"
    for _ in range(2):
        move(action, cast.handler, "done", "Gedaan.", version=2)
    action = PlanAction.objects.select_related("file").get()
    assert (action.state, action.said["result"], action.version) == ("done", "Gedaan.", 3)
    assert lines(action.file) == ["act_state", "act_state"]
    with pytest.raises(RuleViolation, match="kan niet meer"):
        move(action, cast.handler, "stopped", "Toch niet.", version=3)
    with pytest.raises(RuleViolation, match="al afgerond"):
        change_action(action, cast.handler, version=3, what="x")


def test_two_results_at_once_are_not_one_over_the_other(action, cast):
    move(action, cast.handler, "done", "Gedaan.")
    with pytest.raises(RuleViolation) as broken:
        move(action, cast.handler, "done", "Iets anders.")
    assert broken.value.field == "version"


def test_an_evaluation_is_planned_and_moved(plan, cast):
    look_again(plan.file, cast.handler)
    look_again(plan.file, cast.handler, TODAY + 2 * WEEK, version=1)
    look_again(plan.file, cast.handler, TODAY + 2 * WEEK, version=1)  # the same

    row = Evaluation.objects.get()
    assert (row.planned_on, row.version) == (TODAY + 2 * WEEK, 2)
    with pytest.raises(RuleViolation) as broken:
        look_again(plan.file, cast.handler, TODAY + 3 * WEEK, version=1)
    assert broken.value.field == "version"


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + YEAR + DAY, TODAY.replace(year=2056)])
def test_an_evaluation_is_not_in_the_past_and_not_in_thirty_years(plan, cast, day):
    with pytest.raises(RuleViolation) as broken:
        look_again(plan.file, cast.handler, day)
    assert broken.value.field == "planned_on"


def test_what_came_of_an_evaluation_and_when_the_next_one_is(goal, evaluation, cast):
    for _ in range(2):
        hold(evaluation, cast.handler)

    held, coming = Evaluation.objects.select_related("file").order_by("planned_on")
    assert (held.state, held.held_on) == ("held", TODAY)
    assert held.said == {"present": "De inwoner.", "findings": "Het gaat beter."}
    assert (coming.state, coming.planned_on) == ("planned", TODAY + 4 * WEEK)
    with pytest.raises(RuleViolation, match="al vastgelegd"):
        hold(evaluation, cast.handler, findings="Iets anders.")
    with pytest.raises(RuleViolation, match="al vastgelegd"):
        drop(evaluation, cast.handler)


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"held_on": TODAY + DAY}, "held_on"),
        ({"held_on": TODAY - YEAR - DAY}, "held_on"),
        ({"findings": " "}, "findings"),
        ({"next_on": TODAY - DAY}, "next_on"),
        ({"next_on": None, "why": "Geen tijd."}, "next_on"),
    ],
)
def test_an_evaluation_that_cannot_be_is_refused(goal, evaluation, cast, own, field):
    with pytest.raises(RuleViolation) as broken:
        hold(evaluation, cast.handler, **own)
    assert broken.value.field == field


def test_without_a_goal_that_runs_the_last_evaluation_says_why(goal, evaluation, cast):
    with pytest.raises(RuleViolation, match="loopt nog een doel"):
        drop(evaluation, cast.handler)
    end_goal(goal, cast.handler)
    with pytest.raises(RuleViolation) as broken:
        hold(evaluation, cast.handler, next_on=None)
    assert broken.value.field == "why"
    hold(evaluation, cast.handler, next_on=None, why="Alles is gehaald.")
    assert not Evaluation.objects.filter(state="planned").exists()
    add_goal(goal.file, cast.handler)
    assert Evaluation.objects.filter(state="planned").count() == 1


def test_an_evaluation_that_does_not_take_place_says_why(evaluation, cast):
    with pytest.raises(RuleViolation) as broken:
        drop(evaluation, cast.handler, " ")
    assert broken.value.field == "why"
    for _ in range(2):
        drop(evaluation, cast.handler)
    assert Evaluation.objects.get().state == "dropped"
    assert lines(evaluation.file) == ["eval_off"]


def test_an_evaluation_of_another_dossier_is_not_found_here(evaluation, cast):
    other = EvaluationFactory()
    other.file_id = evaluation.file_id
    with pytest.raises(Evaluation.DoesNotExist):
        hold(other, cast.handler)
