"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.waakvlam.lifecycle import LIFECYCLE, WaakvlamState
from common.errors import RuleViolation

S = WaakvlamState
ALLOWED = {
    (S.RUNNING, "contact"): S.RUNNING,
    (S.RUNNING, "move"): S.RUNNING,
    (S.RUNNING, "renew"): S.RUNNING,
    (S.RUNNING, "transfer"): S.RUNNING,
    (S.RUNNING, "end"): S.ENDED,
}


@pytest.mark.parametrize("state", WaakvlamState)
@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_waakvlam_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer: de status is “beëindigd”"):
        LIFECYCLE.target(step, state)
