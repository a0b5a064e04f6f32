"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.dossiers.lifecycle import LIFECYCLE, FileState
from common.errors import RuleViolation

S = FileState
ALLOWED = {(S.OPEN, "write"): S.OPEN, (S.OPEN, "close"): S.CLOSED}


@pytest.mark.parametrize("state", FileState)
@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_file_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer"):
        LIFECYCLE.target(step, state)
