"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

from cases.signals.lifecycle import LIFECYCLE, SignalState

S = SignalState
ALLOWED = {
    (S.OPEN, "take"): S.TAKEN,
    (S.OPEN, "hand"): S.TAKEN,
    (S.TAKEN, "hand"): S.TAKEN,
    (S.CLEARED, "hand_on"): S.CLEARED,
    (S.OPEN, "move"): S.OPEN,
    (S.TAKEN, "move"): S.OPEN,
    (S.TAKEN, "attempt"): S.TAKEN,
    (S.CLEARED, "attempt_on"): S.CLEARED,
    (S.TAKEN, "clear"): S.CLEARED,
    (S.CLEARED, "carry"): S.ENDED,
    (S.TAKEN, "end"): S.ENDED,
    (S.CLEARED, "end"): S.ENDED,
}


def test_signal_lifecycle_grid():
    found = {
        (state, step): LIFECYCLE.target(step, state)
        for state in SignalState
        for step in LIFECYCLE.steps
        if LIFECYCLE.allows(step, state)
    }
    assert found == ALLOWED
