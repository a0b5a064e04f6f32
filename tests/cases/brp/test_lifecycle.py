"""The grid of an upload: every step from every state (UT-1, UT-5, UT-6)."""

import pytest

from cases.brp.lifecycle import LIFECYCLE, LIVE_STATES, UploadState
from common.errors import RuleViolation

LEADS = {
    ("check", "uploaded"): "checked",
    ("start", "checked"): "importing",
    ("finish", "importing"): "done",
    ("fail", "uploaded"): "failed",
    ("fail", "importing"): "failed",
    **{(step, state): "cancelled" for step in ("cancel", "expire") for state in LIVE_STATES},
}


@pytest.mark.parametrize("state", UploadState.values)
@pytest.mark.parametrize("step", LIFECYCLE.steps)
def test_a_step_leads_where_the_table_says_or_is_refused(step, state):
    if (step, state) in LEADS:
        assert LIFECYCLE.target(step, state) == LEADS[step, state]
    else:
        with pytest.raises(RuleViolation, match="kan niet meer"):
            LIFECYCLE.target(step, state)
