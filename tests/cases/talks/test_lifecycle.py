"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.talks.lifecycle import LIFECYCLE, LIVE_STATES, TalkState
from common.errors import RuleViolation

S = TalkState
ALLOWED = {
    (S.PLANNED, "change"): S.PLANNED,
    (S.PLANNED, "hold"): S.HELD,
    (S.PLANNED, "cancel"): S.CANCELLED,
    (S.HELD, "note"): S.HELD,
    (S.HELD, "conclude"): S.CONCLUDED,
}


@pytest.mark.parametrize("state", TalkState)
@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_talk_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer"):
        LIFECYCLE.target(step, state)


def test_the_grid_names_every_step_and_what_is_live():
    assert {step for _, step in ALLOWED} == set(LIFECYCLE.steps)
    assert set(LIVE_STATES) == {S.PLANNED, S.HELD}
