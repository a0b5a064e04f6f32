"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

from cases.feedback.lifecycle import LIFECYCLE, FeedbackState

S = FeedbackState


def test_feedback_lifecycle_grid():
    found = {
        (state, step): LIFECYCLE.target(step, state)
        for state in FeedbackState
        for step in LIFECYCLE.steps
        if LIFECYCLE.allows(step, state)
    }
    assert found == {(S.DUE, "send"): S.SENT, (S.DUE, "drop"): S.DROPPED}
