"""The whole grids, spelled out: a new state or step fails here until somebody decides."""

import pytest

from cases.conferences.lifecycle import (
    AGREEMENT_LIFECYCLE,
    CONFERENCE_LIFECYCLE,
    ITEM_LIFECYCLE,
)
from common.errors import RuleViolation

ALLOWED = {
    CONFERENCE_LIFECYCLE: {
        ("planned", "move"): "planned",
        ("planned", "cancel"): "cancelled",
        ("planned", "close"): "held",
    },
    ITEM_LIFECYCLE: {
        ("waiting", "move"): "waiting",
        ("waiting", "discuss"): "discussed",
        ("discussed", "discuss"): "discussed",
        ("waiting", "withdraw"): "withdrawn",
    },
    AGREEMENT_LIFECYCLE: {("open", "keep"): "kept", ("open", "drop"): "dropped"},
}


@pytest.mark.parametrize("table", ALLOWED, ids=lambda table: table.states.__name__)
def test_conference_lifecycle_grids(table):
    for step in table.steps:
        for state in table.states.values:
            wanted = ALLOWED[table].get((state, step))
            assert table.allows(step, state) is (wanted is not None)
            if wanted is not None:
                assert table.target(step, state) == wanted
                continue
            with pytest.raises(RuleViolation, match="kan niet meer"):
                table.target(step, state)
