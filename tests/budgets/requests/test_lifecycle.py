"""The grid of both lifecycles."""

import pytest

from budgets.requests.lifecycle import ADVANCE_LIFECYCLE, LIFECYCLE, AdvanceState, RequestState
from common.errors import RuleViolation

ALLOWED = {
    "waiting": {"approve", "refuse", "pass_up", "withdraw"},
    "approved": {"withdraw", "pay", "lapse"},
    "paid": {"bounce"},
}
ADVANCES = {
    "none": {"begin"},
    "open": {"undo", "finish", "deny", "propose"},
    "refused": {"finish", "give", "plan", "propose"},
    "proposed": {"finish", "keep", "write_off"},
    "repaid": {"reopen"},
}


@pytest.mark.parametrize(
    ("lifecycle", "states", "allowed"),
    [(LIFECYCLE, RequestState, ALLOWED), (ADVANCE_LIFECYCLE, AdvanceState, ADVANCES)],
    ids=["request", "advance"],
)
def test_every_step_from_every_state(lifecycle, states, allowed):
    for state in states:
        for step in lifecycle.steps:
            if step in allowed.get(state, set()):
                assert lifecycle.target(step, state) == lifecycle.steps[step].target
            else:
                with pytest.raises(RuleViolation, match="kan niet meer"):
                    lifecycle.target(step, state)
