"""Every arrow of a paper, and no other one."""

import pytest

from cases.papers.lifecycle import LIFECYCLE, PaperState

ALLOWED = {
    ("ask", "failed"),
    ("begin", "asked"),
    ("begin", "making"),
    ("release", "making"),
    ("finish", "making"),
    ("fail", "making"),
}


@pytest.mark.parametrize("step", LIFECYCLE.steps)
@pytest.mark.parametrize("state", PaperState.values)
def test_the_grid(step, state):
    assert LIFECYCLE.allows(step, state) == ((step, state) in ALLOWED)


def test_what_was_made_stays():
    assert not any(LIFECYCLE.allows(step, "made") for step in LIFECYCLE.steps)
