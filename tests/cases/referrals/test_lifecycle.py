"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.referrals.lifecycle import LIFECYCLE, ReferralState
from common.errors import RuleViolation

S = ReferralState
ALLOWED = {
    (S.SENT, "arrive"): S.ARRIVED,
    (S.SENT, "fail"): S.FAILED,
    (S.SENT, "wait"): S.SENT,
    (S.SENT, "give_up"): S.GIVEN_UP,
}


@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_referral_lifecycle_grid(step):
    for state in ReferralState:
        assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
        if (state, step) in ALLOWED:
            assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
            continue
        with pytest.raises(RuleViolation, match="kan niet meer"):
            LIFECYCLE.target(step, state)
