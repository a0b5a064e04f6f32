"""Which steps a task can take, and from where."""

import pytest

from cases.todos.lifecycle import LIFECYCLE, TaskState
from common.errors import RuleViolation

ALLOWED = {
    ("hand", "open"): "open",
    ("move", "open"): "open",
    ("finish", "open"): "done",
    ("drop", "open"): "dropped",
}


@pytest.mark.parametrize("state", TaskState.values)
@pytest.mark.parametrize("step", LIFECYCLE.steps)
def test_every_step_from_every_state(step, state):
    if (step, state) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[step, state]
        return
    with pytest.raises(RuleViolation):
        LIFECYCLE.target(step, state)
