"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.callbacks.lifecycle import LIFECYCLE, OPEN_STATES, CallbackState
from common.errors import RuleViolation

S = CallbackState
ALLOWED = {
    (S.WAITING, "claim"): S.CLAIMED,
    (S.WAITING, "forward"): S.WAITING,
    (S.WAITING, "assign"): S.CLAIMED,
    (S.WAITING, "cancel"): S.CLOSED,
    (S.CLAIMED, "release"): S.WAITING,
    (S.CLAIMED, "forward"): S.WAITING,
    (S.CLAIMED, "assign"): S.CLAIMED,
    (S.CLAIMED, "attempt"): S.CLAIMED,
    (S.CLAIMED, "run_out"): S.STUCK,
    (S.CLAIMED, "pause"): S.PAUSED,
    (S.CLAIMED, "close"): S.CLOSED,
    (S.CLAIMED, "cancel"): S.CLOSED,
    (S.STUCK, "forward"): S.WAITING,
    (S.STUCK, "assign"): S.CLAIMED,
    (S.STUCK, "retry"): S.CLAIMED,
    (S.STUCK, "write_or_visit"): S.PAUSED,
    (S.STUCK, "close"): S.CLOSED,
    (S.STUCK, "cancel"): S.CLOSED,
    (S.PAUSED, "resume"): S.CLAIMED,
    (S.PAUSED, "close"): S.CLOSED,
    (S.PAUSED, "cancel"): S.CLOSED,
    (S.CLOSED, "reopen"): S.WAITING,
}
STEPS = sorted(LIFECYCLE.steps)


def test_the_grid_names_every_step():
    assert {step for _, step in ALLOWED} == set(STEPS)


@pytest.mark.parametrize("state", CallbackState)
@pytest.mark.parametrize("step", STEPS)
def test_callback_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer"):
        LIFECYCLE.target(step, state)


def test_callback_lifecycle_reaches_every_state():
    reached = {step.target for step in LIFECYCLE.steps.values()}

    assert reached == set(CallbackState)


def test_a_closed_request_can_only_be_opened_again():
    assert [step for state, step in ALLOWED if state == S.CLOSED] == ["reopen"]
    assert set(OPEN_STATES) == set(CallbackState) - {S.CLOSED}


@pytest.mark.parametrize("step", STEPS)
def test_every_step_names_the_rule_it_exists_for(step):
    assert LIFECYCLE.steps[step].why.startswith("TB-")
