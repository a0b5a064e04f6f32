"""The states of closing a year (GB-27)."""

import pytest

from budgets.closing.lifecycle import LIFECYCLE, ClosingState

ALLOWED = {
    "ask": {"failed"},
    "begin": {"asked", "running"},
    "release": {"running"},
    "finish": {"running"},
    "fail": {"running"},
}


@pytest.mark.parametrize("state", ClosingState.values)
@pytest.mark.parametrize("step", ALLOWED)
def test_each_step_from_each_state(step, state):
    assert LIFECYCLE.allows(step, state) == (state in ALLOWED[step])


def test_the_table_has_these_steps():
    assert set(LIFECYCLE.steps) == set(ALLOWED)
