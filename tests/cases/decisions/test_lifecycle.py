"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.decisions.lifecycle import LIFECYCLE, ApplicationState
from common.errors import RuleViolation

S = ApplicationState
ALLOWED = {
    (S.OPEN, "offer"): S.OFFERED,
    (S.OFFERED, "return"): S.OPEN,
    (S.OFFERED, "countersign"): S.DECIDED,
    (S.OPEN, "decide"): S.DECIDED,
    (S.DECIDED, "reopen"): S.OPEN,
    (S.DECIDED, "send"): S.SENT,
    (S.OPEN, "withdraw"): S.WITHDRAWN,
    (S.OFFERED, "withdraw"): S.WITHDRAWN,
}


@pytest.mark.parametrize("state", ApplicationState)
@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_application_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer"):
        LIFECYCLE.target(step, state)
