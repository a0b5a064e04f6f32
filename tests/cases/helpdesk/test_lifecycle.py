"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.helpdesk.lifecycle import LIFECYCLE, OPEN_STATES, HelpState
from common.errors import RuleViolation

S = HelpState
ALLOWED = {
    (S.ASKED, "take"): S.TAKEN,
    (S.ASKED, "answer"): S.ANSWERED,
    (S.ASKED, "withdraw"): S.WITHDRAWN,
    (S.TAKEN, "answer"): S.ANSWERED,
    (S.TAKEN, "withdraw"): S.WITHDRAWN,
}
STEPS = sorted(LIFECYCLE.steps)


@pytest.mark.parametrize("state", HelpState)
@pytest.mark.parametrize("step", STEPS)
def test_help_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer"):
        LIFECYCLE.target(step, state)


def test_the_grid_names_every_step_and_reaches_every_state():
    assert {step for _, step in ALLOWED} == set(STEPS)
    assert {S.ASKED, *ALLOWED.values()} == set(HelpState)


def test_what_ended_stays_as_it_is():
    assert {state for state, _ in ALLOWED} == set(OPEN_STATES)


@pytest.mark.parametrize("step", STEPS)
def test_every_step_names_the_item_it_exists_for(step):
    assert LIFECYCLE.steps[step].why.startswith("TEL-")
