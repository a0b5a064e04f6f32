"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.handovers.lifecycle import CAME_BACK, LIFECYCLE, RUNNING, WAITING, HandoverState
from common.errors import RuleViolation

S = HandoverState
ALLOWED = {
    (S.DRAFT, "offer"): S.OFFERED,
    (S.OFFERED, "ask"): S.ASKED,
    (S.ASKED, "explain"): S.OFFERED,
    (S.OFFERED, "accept"): S.ACCEPTED,
    (S.OFFERED, "refuse"): S.REFUSED,
    (S.ASKED, "refuse"): S.REFUSED,
    (S.DRAFT, "withdraw"): S.WITHDRAWN,
    (S.OFFERED, "withdraw"): S.WITHDRAWN,
    (S.ASKED, "withdraw"): S.WITHDRAWN,
    (S.OFFERED, "expire"): S.EXPIRED,
    (S.ASKED, "expire"): S.EXPIRED,
    (S.ACCEPTED, "return"): S.RETURNED,
}


@pytest.mark.parametrize("state", HandoverState)
def test_handover_lifecycle_grid(state):
    for step in LIFECYCLE.steps:
        assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
        if (state, step) in ALLOWED:
            assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        else:
            with pytest.raises(RuleViolation, match="kan niet meer"):
                LIFECYCLE.target(step, state)


def test_the_sets_of_states():
    assert {S.OFFERED, S.ASKED} == WAITING
    assert {S.DRAFT, S.OFFERED, S.ASKED} == RUNNING
    assert {S.REFUSED, S.EXPIRED} == CAME_BACK
