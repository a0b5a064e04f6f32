"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.advice.lifecycle import LIFECYCLE, AdviceState
from common.errors import RuleViolation

S = AdviceState
ALLOWED = {
    (S.ASKED, "answer"): S.ANSWERED,
    (S.ASKED, "note"): S.READ,
    (S.ASKED, "withdraw"): S.WITHDRAWN,
    (S.ANSWERED, "read"): S.READ,
}


@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_advice_lifecycle_grid(step):
    for state in AdviceState:
        assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
        if (state, step) in ALLOWED:
            assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
            continue
        with pytest.raises(RuleViolation, match="kan niet meer"):
            LIFECYCLE.target(step, state)
