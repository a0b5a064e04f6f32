"""The steps of a goal and of an action, and that every end can be reached."""

import pytest

from cases.plans.lifecycle import (
    ACTION_LIFECYCLE,
    ACTION_STEPS,
    GOAL_ENDS,
    GOAL_LIFECYCLE,
    OPEN_ACTIONS,
    ActionState,
    GoalState,
)
from common.errors import RuleViolation


@pytest.mark.parametrize("state", [each for each in GoalState.values if each != "running"])
def test_a_goal_ends_once_and_in_every_way(state):
    assert GOAL_LIFECYCLE.target(GOAL_ENDS[state], "running") == state
    for step in GOAL_LIFECYCLE.steps:
        with pytest.raises(RuleViolation):
            GOAL_LIFECYCLE.target(step, state)


@pytest.mark.parametrize("state", ActionState.values)
def test_an_action_ends_once(state):
    allowed = {name for name in ACTION_LIFECYCLE.steps if ACTION_LIFECYCLE.allows(name, state)}
    steps = {"planned": {"begin", "finish", "stop"}, "running": {"finish", "stop"}}
    assert allowed == steps.get(state, set())
    assert (state in OPEN_ACTIONS) == bool(allowed)


def test_every_state_but_the_first_has_its_step():
    assert {*ACTION_STEPS, "planned"} == set(ActionState.values)
    assert {*GOAL_ENDS, "running"} == set(GoalState.values)
