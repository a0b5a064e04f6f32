"""Which verdicts a document can get, and when."""

import pytest

from cases.documents.lifecycle import LIFECYCLE, ScanState
from common.errors import RuleViolation

ALLOWED = {
    ("pass", "waiting"): "clean",
    ("pass", "unscanned"): "clean",
    ("condemn", "waiting"): "infected",
    ("condemn", "unscanned"): "infected",
}


@pytest.mark.parametrize("state", ScanState.values)
@pytest.mark.parametrize("step", LIFECYCLE.steps)
def test_every_verdict_in_every_state(step, state):
    if (step, state) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[step, state]
        return
    with pytest.raises(RuleViolation):
        LIFECYCLE.target(step, state)
