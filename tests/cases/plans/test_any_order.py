"""Whatever is done in whatever order: no end without a state, one evaluation, closed is closed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.dossiers import services as dossiers
from cases.dossiers.models import ResidentFile
from cases.plans.models import Evaluation, Goal, PlanAction
from common.errors import RuleViolation
from tests.cases.plans.acting import (
    TODAY,
    WEEK,
    add_action,
    add_goal,
    change_goal,
    drop,
    end_goal,
    hold,
    look_again,
    move,
)
from tests.cases.plans.acting import agree as agree_to
from tests.factories.plans import EvaluationFactory, PlanFactory

NAMES = ["goal", "act", "move", "end", "change", "plan", "hold", "hold last", "drop", "agree"]
ACTS = st.lists(st.tuples(st.sampled_from([*NAMES, "close"]), st.integers(0, 2)), max_size=14)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_breaks_the_plan(acts, file, cast):
    """PL-4, PL-8 and PL-12: whatever order, refused or not."""
    people = [cast.handler, cast.handler, cast.team_worker]
    with transaction.atomic():
        plan = PlanFactory(file=file)
        EvaluationFactory(plan=plan)
        closed = None
        for act, number in acts:
            _try(act, plan, people[number], number)
            _check(plan)
            if closed is not None:
                assert _all_of(file) == closed
            elif not ResidentFile.objects.get(pk=file.pk).is_open:
                closed = _all_of(file)
        transaction.set_rollback(True)


def _check(plan):
    runs = plan.goals.filter(state="running").exists()
    planned = plan.evaluations.filter(state="planned").count()
    assert planned == 1 if runs else planned <= 1
    for goal in plan.goals.all():
        assert (goal.state == "running") == (goal.ended_at is None)
    assert not PlanAction.objects.open().exclude(goal__state="running").exists()
    if not ResidentFile.objects.get(pk=plan.file_id).is_open:
        assert (runs, planned) == (False, 0)


def _all_of(file):
    """Every row of the plan and of the line, as they stand."""
    found = [list(file.lines.order_by("pk").values_list("pk", "kind"))]
    for model in (Goal, PlanAction, Evaluation):
        rows = model.objects.filter(file=file).order_by("pk").values()
        found.append([sorted((k, _plain(v)) for k, v in row.items()) for row in rows])
    return found


def _plain(value):
    """A value that compares by what is in it: PostgreSQL gives closed columns as a memoryview."""
    return str(bytes(value)) if isinstance(value, memoryview) else str(value)


def _try(act, plan, by, number):
    """One act of the sequence on the newest rows; what is refused changes nothing."""
    file = plan.file
    goal = plan.goals.order_by("-state", "pk").first()
    action = PlanAction.objects.filter(file=file).order_by("-state", "pk").first()
    coming = plan.evaluations.order_by("-state", "pk").first()
    version = coming.version if coming and coming.is_planned else 0
    acts = {
        "goal": lambda: add_goal(file, by),
        "act": lambda: goal and add_action(goal, by),
        "move": lambda: action and move(action, by, ["running", "done", "stopped"][number]),
        "end": lambda: goal and end_goal(goal, by, ["reached", "missed", "dropped"][number]),
        "change": lambda: goal and change_goal(goal, by, goal.version, wish=f"Wens {number}"),
        "plan": lambda: look_again(file, by, TODAY + (number + 1) * WEEK, version),
        "hold": lambda: coming and hold(coming, by),
        "hold last": lambda: coming and hold(coming, by, next_on=None, why="Klaar."),
        "drop": lambda: coming and drop(coming, by),
        "agree": lambda: agree_to(plan, by),
        "close": lambda: dossiers.close_file(file_id=file.pk, words="Klaar.", by=by),
    }
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied):
        pass
