"""From draft to adopted, once (GJ-5)."""

import pytest

from budgets.joint.lifecycle import LIFECYCLE, PlanState
from common.errors import RuleViolation


def test_a_draft_is_adopted_and_never_again():
    assert LIFECYCLE.target("adopt", PlanState.DRAFT) == PlanState.ADOPTED
    assert set(LIFECYCLE.steps) == {"adopt"}
    with pytest.raises(RuleViolation, match="vastgesteld"):
        LIFECYCLE.target("adopt", PlanState.ADOPTED)
