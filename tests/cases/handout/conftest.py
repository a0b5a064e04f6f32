"""A handler with work of every kind, and a way to hand it out."""

import uuid
from typing import Any

import pytest
from django.utils import timezone

from cases.handout.board import Board
from cases.handout.models import HandOut
from cases.handout.services import hand_out
from tests.cases.callbacks.conftest import monday
from tests.cases.workload.conftest import busy, weights

__all__ = ["busy", "monday", "weights"]


def board(person: Any, team: Any, which: str = "alles") -> Board:
    return Board(person, team, timezone.now(), which)


def give(person: Any, team: Any, by: Any, chosen: Any = None, **own: Any) -> HandOut:
    """Hand out what is proposed, or what is chosen."""
    chosen = board(person, team).proposal() if chosen is None else chosen
    told = {"submission_key": uuid.uuid4(), "why": "away", "chosen": chosen, "by": by}
    return hand_out(person_id=person.pk, team_id=team.pk, **(told | own))


@pytest.fixture
def given(busy: Any, cast: Any, noord: Any) -> HandOut:
    """Everything of the handler went to the only other wijkwerker."""
    return give(busy.handler, noord, cast.team_manager)
