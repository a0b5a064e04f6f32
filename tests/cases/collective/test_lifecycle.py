"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

from cases.collective.lifecycle import LIFECYCLE, CollectiveState

S = CollectiveState
ALLOWED = {
    (S.IDEA, "start"): S.RUNNING,
    (S.RUNNING, "complete"): S.COMPLETED,
    (S.IDEA, "stop"): S.STOPPED,
    (S.RUNNING, "stop"): S.STOPPED,
}


def test_collective_lifecycle_grid():
    found = {
        (state, step): LIFECYCLE.target(step, state)
        for state in CollectiveState
        for step in LIFECYCLE.steps
        if LIFECYCLE.allows(step, state)
    }
    assert found == ALLOWED
