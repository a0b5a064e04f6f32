"""The grid of the lifecycle."""

import pytest

from budgets.bank.lifecycle import LIFECYCLE, LineState
from common.errors import RuleViolation

ALLOWED = {
    "open": {"match", "split", "undo", "set_aside"},
    "matched": {"undo"},
    "set_aside": {"undo", "take_back"},
}


def test_every_step_from_every_state():
    for state in LineState:
        for step in LIFECYCLE.steps:
            if step in ALLOWED[state]:
                assert LIFECYCLE.target(step, state) == LIFECYCLE.steps[step].target
            else:
                with pytest.raises(RuleViolation, match="kan niet meer"):
                    LIFECYCLE.target(step, state)
