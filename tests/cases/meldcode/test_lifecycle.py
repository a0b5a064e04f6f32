"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.meldcode.lifecycle import LIFECYCLE, CodeState
from common.errors import RuleViolation

S = CodeState
ALLOWED = {
    (S.RUNNING, "note"): S.RUNNING,
    (S.RUNNING, "decide"): S.DECIDED,
    (S.RUNNING, "drop"): S.ENDED,
    (S.DECIDED, "add"): S.DECIDED,
    (S.DECIDED, "reweigh"): S.RUNNING,
    (S.DECIDED, "decide"): S.DECIDED,
    (S.DECIDED, "end"): S.ENDED,
}


@pytest.mark.parametrize("state", CodeState)
@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_meldcode_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer: de status is"):
        LIFECYCLE.target(step, state)
