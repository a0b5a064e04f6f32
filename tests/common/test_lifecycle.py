"""The table of steps: what it allows, what it says when it refuses, how it draws itself."""

import pytest
from django.db.models import TextChoices

from common.errors import RuleViolation
from common.lifecycle import Lifecycle, Step


class Door(TextChoices):
    OPEN = "open", "Open"
    SHUT = "shut", "Dicht"
    LOCKED = "locked", "Op slot"


DOOR = Lifecycle(
    Door,
    Step("close", "Sluiten", {Door.OPEN}, Door.SHUT, why="draught"),
    Step("lock", "Op slot doen", {Door.SHUT, Door.OPEN}, Door.LOCKED, why="night"),
)


def test_a_step_leads_to_its_target():
    assert DOOR.allows("close", "open")
    assert DOOR.target("close", "open") == "shut"
    assert DOOR.target("lock", "shut") == "locked"


def test_a_step_from_another_state_is_refused_in_words_of_the_screen():
    assert not DOOR.allows("close", "locked")
    with pytest.raises(RuleViolation) as refused:
        DOOR.target("close", "locked")
    assert str(refused.value) == "Sluiten kan niet meer: de status is “op slot”."


def test_an_unknown_step_is_a_mistake_in_the_code():
    with pytest.raises(KeyError):
        DOOR.allows("paint", "open")


def test_the_graph_has_one_arrow_per_source_in_the_order_of_the_states():
    assert DOOR.as_mermaid() == (
        "stateDiagram-v2\n    open --> shut: close\n    open --> locked: lock\n"
        "    shut --> locked: lock"
    )
