"""The whole grid, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.matching.lifecycle import LIFECYCLE, RUNNING, UNANSWERED, MatchState
from common.errors import RuleViolation

S = MatchState
ALLOWED = {
    (S.ASKED, "take"): S.TAKEN,
    (S.TAKEN, "match"): S.MATCHED,
    (S.TAKEN, "refuse"): S.NO_MATCH,
    (S.ASKED, "withdraw"): S.WITHDRAWN,
    (S.TAKEN, "withdraw"): S.WITHDRAWN,
    (S.MATCHED, "arrive"): S.ARRIVED,
    (S.MATCHED, "fail"): S.FAILED,
}


@pytest.mark.parametrize("state", MatchState)
@pytest.mark.parametrize("step", sorted(LIFECYCLE.steps))
def test_match_lifecycle_grid(state, step):
    assert LIFECYCLE.allows(step, state) is ((state, step) in ALLOWED)
    if (state, step) in ALLOWED:
        assert LIFECYCLE.target(step, state) == ALLOWED[state, step]
        return
    with pytest.raises(RuleViolation, match="kan niet meer"):
        LIFECYCLE.target(step, state)


def test_what_still_asks_something_of_somebody():
    assert {S.ASKED, S.TAKEN} == UNANSWERED
    assert {S.ASKED, S.TAKEN, S.MATCHED} == RUNNING
