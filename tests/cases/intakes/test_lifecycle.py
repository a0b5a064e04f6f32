"""The whole grid of a melding, state by state and step by step."""

import pytest

from cases.intakes.lifecycle import LIFECYCLE, OPEN_STATES, NotificationState

GRID = {
    "received": {"confirm", "withdraw", "drop"},
    "confirmed": {"start", "withdraw", "drop"},
    "investigating": {"complete", "withdraw"},
    "investigated": set(),
    "withdrawn": set(),
    "no_follow_up": set(),
}
TARGETS = {
    "confirm": "confirmed",
    "start": "investigating",
    "complete": "investigated",
    "withdraw": "withdrawn",
    "drop": "no_follow_up",
}


@pytest.mark.parametrize("state", NotificationState)
def test_from_every_state_exactly_these_steps_lead_on(state):
    allowed = {name for name in LIFECYCLE.steps if LIFECYCLE.allows(name, state)}

    assert allowed == GRID[state]


@pytest.mark.parametrize("name", LIFECYCLE.steps)
def test_every_step_ends_where_it_should(name):
    assert LIFECYCLE.steps[name].target == TARGETS[name]


def test_open_is_every_state_with_a_way_on():
    assert {state for state, steps in GRID.items() if steps} == set(OPEN_STATES)
