"""Begin a plan, its household, its goals and the agreement; who may, and what is refused."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers import services as dossiers
from cases.dossiers.models import ResidentFile
from cases.plans import services
from cases.plans.models import Evaluation, Goal, Plan
from cases.residents.models import Party
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close, lines
from tests.cases.plans.acting import (
    DAY,
    TODAY,
    WEEK,
    YEAR,
    add_action,
    add_goal,
    agree,
    change_goal,
    drop,
    end_goal,
    goal_says,
    look_again,
    move,
    start,
)
from tests.factories.cases import ResidentFactory
from tests.factories.dossiers import FileColleagueFactory, HelpRequestFactory
from tests.factories.plans import ActionFactory, GoalFactory
from tests.factories.talks import domain


@pytest.fixture
def partner(resident):
    facts = {"kind": "household", "role": "partner", "valid_from": "2026-01-01"}
    return Party.objects.create(resident=resident, name="Kim", **facts)


def test_a_plan_begins_with_who_it_is_for_and_a_day_to_look_at_it(file, cast, partner):
    plan = start(file, cast.handler, members=[partner.pk])

    assert [str(each) for each in plan.members] == ["Kim (partner)"]
    assert plan.evaluations.get().planned_on == TODAY + WEEK
    assert lines(file) == ["plan", "eval_plan"]
    assert AuditEvent.objects.filter(code="plan.started").count() == 1


def test_a_form_sent_twice_begins_one_and_another_one_is_refused(file, cast):
    key = uuid.uuid4()
    assert start(file, cast.handler, submission_key=key) == start(
        file, cast.handler, submission_key=key
    )
    with pytest.raises(RuleViolation, match="al een plan"):
        start(file, cast.handler)
    assert (Plan.objects.count(), Evaluation.objects.count()) == (1, 1)


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + YEAR + DAY, TODAY.replace(year=2056)])
def test_the_first_evaluation_is_within_a_year(file, cast, day):
    with pytest.raises(RuleViolation) as broken:
        start(file, cast.handler, evaluate_on=day)
    assert broken.value.field == "evaluate_on"


@pytest.mark.parametrize("fault", ["other", "network", "gone"])
def test_who_is_not_of_the_household_is_not_in_the_plan(file, cast, partner, fault):
    own = {
        "other": {"resident": ResidentFactory()},
        "network": {"kind": "network", "role": "carer"},
    }
    own |= {"gone": {"valid_until": TODAY - DAY}}
    Party.objects.filter(pk=partner.pk).update(**own[fault])
    with pytest.raises(RuleViolation) as broken:
        start(file, cast.handler, members=[partner.pk])
    assert broken.value.field == "members"


def test_who_left_the_household_stays_in_the_plan_until_taken_out(file, cast, partner):
    start(file, cast.handler, members=[partner.pk])
    Party.objects.all().delete()
    own = {"file_id": file.pk, "by": cast.handler}

    kept = services.change_members(version=1, members=[partner.pk], **own)
    assert (kept.version, len(kept.members)) == (1, 1)
    changed = services.change_members(version=1, members=[], **own)
    assert (changed.version, changed.edition, changed.members) == (2, 2, [])
    with pytest.raises(RuleViolation):
        services.change_members(version=2, members=[partner.pk], **own)
    assert lines(file)[-1] == "household"
    assert file.lines.select_related("file").get(kind="household").words == "Kim (partner)"


def test_the_household_is_not_changed_over_a_colleague(file, cast, partner):
    start(file, cast.handler)
    own = {"file_id": file.pk, "by": cast.handler}
    services.change_members(version=1, members=[partner.pk], **own)
    with pytest.raises(RuleViolation) as broken:
        services.change_members(version=1, members=[], **own)
    assert broken.value.field == "version"


def test_a_goal_is_added_once_in_own_words_with_an_evaluation_to_come(plan, cast):
    key, file = uuid.uuid4(), plan.file
    question = HelpRequestFactory(file=file)
    for _ in range(2):
        add_goal(file, cast.handler, key, question=question, now="Er is schuld.", score_before=2)

    goal = Goal.objects.select_related("file").get()
    assert goal.said == {"wish": "Ik wil rondkomen.", "now": "Er is schuld."}
    assert (goal.question, goal.score_before, goal.state) == (question, 2, "running")
    assert plan.evaluations.get().planned_on == TODAY + 13 * WEEK
    assert lines(file) == ["goal", "eval_plan"]
    plan.refresh_from_db()
    assert plan.edition == 2


def test_a_goal_has_words_and_a_question_of_this_dossier(plan, cast):
    with pytest.raises(RuleViolation) as broken:
        add_goal(plan.file, cast.handler, wish=" ")
    assert broken.value.field == "wish"
    with pytest.raises(RuleViolation) as broken:
        add_goal(plan.file, cast.handler, question=HelpRequestFactory())
    assert broken.value.field == "question"
    other = GoalFactory()
    with pytest.raises(RuleViolation, match="verouderd"):
        add_goal(plan.file, cast.handler, other.pk)


def test_without_a_plan_there_is_no_goal(file, cast):
    with pytest.raises(RuleViolation, match="nog geen plan"):
        add_goal(file, cast.handler)


def test_a_goal_is_not_changed_over_a_colleague_and_the_old_words_stay(goal, cast):
    change_goal(goal, cast.handler, wish="Ik wil sparen.", domain=domain("wonen"))
    change_goal(goal, cast.handler, wish="Ik wil sparen.", domain=domain("wonen"))  # the same

    with pytest.raises(RuleViolation) as broken:
        change_goal(goal, cast.handler, wish="Iets anders.")
    assert broken.value.field == "version"
    goal.refresh_from_db()
    assert (goal.version, goal.domain.code) == (2, "wonen")
    line = goal.file.lines.select_related("file").get(kind="goal_new")
    assert "Ik wil rondkomen." in line.words


@pytest.mark.parametrize("state", ["reached", "partly", "missed", "dropped"])
def test_a_goal_ends_once_with_a_state_and_what_came_of_it(goal, cast, state):
    for _ in range(2):
        end_goal(goal, cast.handler, state, score_after=4)

    goal = Goal.objects.select_related("file").get()
    assert (goal.state, goal.score_after, goal.ended_by) == (state, 4, cast.handler)
    assert goal.said["result"] == "Het lukt."
    assert lines(goal.file) == ["goal_end"]
    for act in (
        lambda: end_goal(goal, cast.handler, state, "Iets anders."),
        lambda: change_goal(goal, cast.handler, wish="Nog iets."),
        lambda: add_action(goal, cast.handler),
    ):
        with pytest.raises(RuleViolation, match="beëindigd"):
            act()


def test_a_goal_does_not_end_without_words_or_with_an_action_that_runs(goal, cast):
    with pytest.raises(RuleViolation) as broken:
        end_goal(goal, cast.handler, result=" ")
    assert broken.value.field == "result"
    with pytest.raises(ValueError, match="soms"):
        end_goal(goal, cast.handler, "soms")
    action = ActionFactory(goal=goal)
    with pytest.raises(RuleViolation, match="loopt nog een actie"):
        end_goal(goal, cast.handler)
    move(action, cast.handler)
    end_goal(goal, cast.handler)


def test_the_resident_agrees_to_an_edition(goal, cast):
    plan = goal.plan
    agree(plan, cast.handler)
    plan.refresh_from_db()
    assert (plan.agreed_on, plan.agreed_how, plan.is_changed_since) == (TODAY, "talk", False)
    add_action(goal, cast.handler)
    plan.refresh_from_db()
    assert plan.is_changed_since
    with pytest.raises(RuleViolation) as broken:
        agree(plan, cast.handler, edition=1)
    assert broken.value.field == "version"
    agree(plan, cast.handler, how="paper")
    assert lines(plan.file) == ["agreed", "act", "agreed"]


@pytest.mark.parametrize("day", [TODAY + DAY, TODAY - YEAR - DAY])
def test_an_agreement_was_given_on_a_day_that_can_be(goal, cast, day):
    with pytest.raises(RuleViolation) as broken:
        agree(goal.plan, cast.handler, agreed_on=day)
    assert broken.value.field == "agreed_on"


def test_nobody_agrees_to_an_empty_plan(plan, cast):
    with pytest.raises(RuleViolation, match="eerst een doel"):
        agree(plan, cast.handler)


@pytest.mark.parametrize(
    ("person", "error"),
    [
        ("team_worker", PermissionDenied),
        ("team_manager", PermissionDenied),
        ("outsider_worker", ResidentFile.DoesNotExist),
        ("contact_centre", ResidentFile.DoesNotExist),
        ("city_social_team", ResidentFile.DoesNotExist),
    ],
)
def test_only_who_works_in_the_dossier_writes_its_plan(goal, cast, person, error):
    by = getattr(cast, person)
    for act in (
        lambda: start(goal.file, by),
        lambda: add_goal(goal.file, by),
        lambda: change_goal(goal, by, wish="x"),
        lambda: end_goal(goal, by),
        lambda: add_action(goal, by),
        lambda: look_again(goal.file, by),
        lambda: agree(goal.plan, by),
    ):
        with pytest.raises(error):
            act()


def test_a_colleague_writes_as_long_as_that_lasts(goal, cast):
    made = FileColleagueFactory(file=goal.file, employee=cast.city_hall_team)
    add_action(goal, cast.city_hall_team)
    made.delete()
    with pytest.raises(ResidentFile.DoesNotExist):
        add_action(goal, cast.city_hall_team)


def test_a_dossier_does_not_close_with_anything_open_in_the_plan(action, evaluation, cast):
    file = action.file
    with pytest.raises(RuleViolation) as broken:
        dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
    for part in ("doel over geld", "een actie in het plan", "evaluatie van 30-11-2026"):
        assert part in str(broken.value)
    move(action, cast.handler)
    end_goal(action.goal, cast.handler)
    with pytest.raises(RuleViolation, match="Er staat nog open: evaluatie"):
        dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
    drop(evaluation, cast.handler)
    dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)


def test_in_a_closed_dossier_the_plan_changes_no_more(goal, question, cast):
    file = goal.file
    end_goal(goal, cast.handler)
    close(question, cast.handler)
    dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
    before = lines(file)
    for act in (
        lambda: add_goal(file, cast.handler),
        lambda: end_goal(goal, cast.handler),
        lambda: add_action(goal, cast.handler),
        lambda: look_again(file, cast.handler),
        lambda: agree(goal.plan, cast.handler),
        lambda: services.change_members(file_id=file.pk, version=1, members=[], by=cast.handler),
    ):
        with pytest.raises(RuleViolation, match="afgesloten en verandert niet"):
            act()
    assert list(lines(file)) == list(before)


def test_the_trail_has_no_word_of_it(goal, cast):
    change_goal(goal, cast.handler, wish="Kanarie")
    move(add_action(goal, cast.handler, what="Kanarie"), cast.handler, result="Kanarie")
    end_goal(goal, cast.handler, result="Kanarie")
    assert "Kanarie" not in str(list(AuditEvent.objects.values()))


def test_what_a_goal_says_is_compared_whole(goal):
    assert goal_says() == goal_says(wish="Ik wil rondkomen.")
    assert goal_says() != goal_says(score_before=1)
