"""Hand out twice at the same moment, and take back while somebody goes on (UD-3, UD-5)."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from cases.handout.models import HandedPiece, HandOut
from cases.handout.services import undo_hand_out
from cases.workload.kinds import KINDS
from clusters.models import User
from common.errors import RuleViolation
from tests.cases.handout.conftest import board, busy, give, weights
from tests.factories import MembershipFactory
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory

__all__ = ["busy", "weights"]
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def together(*acts):
    def run(act):
        try:
            return act()
        except RuleViolation as broken:
            return str(broken)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_managers_at_once_hand_out_every_piece_once(busy, cast, noord):
    other = MembershipFactory(team=noord, role="team_manager").user
    for _ in range(20):
        FileFactory(team=noord, director=busy.handler)
        CallbackFactory(team=noord, claimed=True, handler=busy.handler)
    chosen = board(busy.handler, noord).proposal()
    managers = [User.objects.get(pk=each.pk) for each in (cast.team_manager, other)]

    told = together(*(lambda by=by: give(busy.handler, noord, by, chosen) for by in managers))

    assert HandOut.objects.count() == 1
    assert sum(isinstance(each, str) for each in told) == 1
    assert HandedPiece.objects.count() == len(chosen)
    for kind in KINDS.values():
        assert not kind.of(busy.handler.pk).exists()


def test_a_double_click_is_one(busy, cast, noord):
    key, chosen = uuid.uuid4(), board(busy.handler, noord).proposal()
    by = [User.objects.get(pk=cast.team_manager.pk) for _ in range(4)]
    together(
        *(lambda one=one: give(busy.handler, noord, one, chosen, submission_key=key) for one in by)
    )
    assert HandOut.objects.count() == 1


def test_taking_back_twice_at_once_is_once(busy, cast, noord):
    made = give(busy.handler, noord, cast.team_manager)
    by = [User.objects.get(pk=cast.team_manager.pk) for _ in range(4)]
    together(*(lambda one=one: undo_hand_out(handout_id=made.pk, by=one) for one in by))

    assert set(made.pieces.values_list("fate", flat=True)) == {"back"}
    for kind in KINDS.values():
        assert kind.of(busy.handler.pk).exists()
