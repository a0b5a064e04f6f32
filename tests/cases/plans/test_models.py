"""What is sealed, what the database refuses, and who is at hand."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.plans.models import KINDS_OF, ActionKind, ActionWho, Goal, Member, Plan, PlanAction
from tests.factories.cases import MONDAY
from tests.factories.plans import ActionFactory, EvaluationFactory, GoalFactory, PlanFactory

SECRET = "Kanarie in het plan"
DAY = timedelta(days=1)


def refused(row, **fault):
    with pytest.raises(IntegrityError), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**fault)
    return True


def test_every_word_is_sealed_and_opens_again(file):
    member = Member(7, SECRET, "Partner")
    plan = PlanFactory(file=file, members=(member,))
    goal = GoalFactory(plan=plan, texts={"wish": SECRET})
    rows = [plan, goal, ActionFactory(goal=goal, texts={"what": SECRET, "name": SECRET})]
    rows.append(EvaluationFactory(plan=plan, held=True, texts={"findings": SECRET}))

    assert [SECRET.encode() in bytes(row.content) for row in rows] == [False] * 4
    again = Plan.objects.select_related("file").get()
    assert again.members == [member]
    assert Goal.objects.select_related("file").get().said == {"wish": SECRET}


def test_words_copied_to_another_goal_do_not_open(goal):
    other = GoalFactory(plan=goal.plan)
    Goal.objects.filter(pk=other.pk).update(content=goal.content)

    with pytest.raises(InvalidTag):
        _ = Goal.objects.select_related("file").get(pk=other.pk).said


def test_telling_one_thing_keeps_the_others(goal):
    goal.tell(now="Er is schuld.", result="")
    assert goal.said == {"wish": "Ik wil rondkomen.", "now": "Er is schuld."}
    goal.tell(now="")
    assert goal.said == {"wish": "Ik wil rondkomen."}


@pytest.mark.parametrize(
    "fault",
    [
        {"state": "reached"},
        {"ended_at": MONDAY},
        {"state": "klaar"},
        {"score_before": 6},
        {"score_after": 3},
    ],
    ids=str,
)
def test_the_database_refuses_a_goal_that_cannot_be(goal, fault):
    assert refused(goal, **fault)


@pytest.mark.parametrize(
    "fault",
    [
        {"until": MONDAY.date() - DAY},
        {"state": "done"},
        {"ended_at": MONDAY},
        {"kind": "formal"},
        {"who": "provider"},
        {"who": "iemand"},
    ],
    ids=str,
)
def test_the_database_refuses_an_action_that_cannot_be(action, fault):
    assert refused(action, **fault)


@pytest.mark.parametrize(
    "fault", [{"state": "held"}, {"state": "dropped"}, {"held_on": MONDAY.date()}], ids=str
)
def test_the_database_refuses_an_evaluation_that_cannot_be(evaluation, fault):
    assert refused(evaluation, **fault)


def test_the_database_refuses_a_second_planned_evaluation_and_a_second_plan(evaluation):
    with pytest.raises(IntegrityError), transaction.atomic():
        EvaluationFactory(plan=evaluation.plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanFactory(file=evaluation.file)
    EvaluationFactory(plan=evaluation.plan, held=True)


@pytest.mark.parametrize("fault", [{"agreed_on": MONDAY.date()}, {"agreed_how": "talk"}], ids=str)
def test_the_database_refuses_half_an_agreement(plan, fault):
    assert refused(plan, **fault)


def test_every_one_who_can_act_gives_some_sort_of_help_and_the_other_way_round():
    assert set(KINDS_OF) == set(ActionWho.values)
    assert {kind for kinds in KINDS_OF.values() for kind in kinds} == set(ActionKind.values)
    assert ActionKind.FORMAL not in KINDS_OF[ActionWho.VOLUNTEER]


def test_an_action_is_done_by_who_has_a_name_or_by_the_sort_of_person(goal):
    ActionFactory(goal=goal, who="network", kind="informal", texts={"what": "x", "name": "Zus Els"})
    ActionFactory(goal=goal, since=MONDAY.date() + DAY)
    doers = [row.doer for row in PlanAction.objects.select_related("file")]
    assert doers == ["Zus Els", "De inwoner of het gezin"]
