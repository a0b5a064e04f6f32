"""Hand out whole or not at all, by the act of each room; take it back for a day (UD-1 to UD-5)."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.handout.models import HandedPiece, HandOut
from cases.handout.services import undo_hand_out
from cases.models import Application, CallbackRequest, ResidentFile, Task, Waakvlam, WmoNotification
from cases.workload.kinds import KINDS
from clusters.models import Membership, Team, User
from common.errors import RuleViolation
from tests.cases.handout.conftest import board, give
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.todos import TaskFactory

pytestmark = pytest.mark.django_db


def owners():
    """Who has each open piece now, per kind."""
    return {
        code: list(kind.rows().values_list(kind.person, flat=True)) for code, kind in KINDS.items()
    }


def test_everything_goes_over_by_the_act_of_its_room(busy, cast, given):
    taker = cast.team_worker.pk
    assert {code: found for code, found in owners().items() if code != "terugbellen"} == {
        "dossiers": [taker],
        "meldingen": [taker],
        "aanvragen": [taker],
        "taken": [taker],  # goes along with its dossier
        "waakvlammen": [taker],
    }
    waakvlam = Waakvlam.objects.running().get()
    assert waakvlam.deputy == busy.handler  # who took over was the deputy
    assert {piece.kind for piece in given.pieces.all()} == set(KINDS) - {"taken"}
    assert AuditEvent.objects.filter(code="work.handed_out").count() == 1
    assert AuditEvent.objects.filter(code="file.direction_transferred").count() == 1


def test_no_term_moves(busy, cast, noord):
    before = [list(model.objects.order_by("pk").values_list("pk", "due_at")) for model in TERMS]
    give(busy.handler, noord, cast.team_manager)
    after = [list(model.objects.order_by("pk").values_list("pk", "due_at")) for model in TERMS]
    assert after == before


TERMS = (CallbackRequest, WmoNotification, Application, Task, Waakvlam)


def test_sent_twice_is_once(busy, cast, noord):
    key, chosen = uuid.uuid4(), board(busy.handler, noord).proposal()
    first = give(busy.handler, noord, cast.team_manager, chosen, submission_key=key)
    assert give(busy.handler, noord, cast.team_manager, chosen, submission_key=key) == first
    assert HandOut.objects.count() == 1


def test_one_piece_that_changed_meanwhile_stops_the_whole(busy, cast, noord):
    chosen = board(busy.handler, noord).proposal()
    CallbackRequest.objects.filter(handler=busy.handler).update(handler=cast.team_worker)
    with pytest.raises(RuleViolation, match="intussen veranderd"):
        give(busy.handler, noord, cast.team_manager, chosen)
    assert ResidentFile.objects.open().get(pk=busy.file.pk).director == busy.handler
    assert not HandOut.objects.exists()


def test_what_the_act_of_a_room_refuses_stops_the_whole_and_names_the_piece(busy, cast, noord):
    from tests.factories.intakes import SupportRequestFactory  # noqa: F401

    chosen = board(busy.handler, noord).proposal()
    Membership.objects.filter(user=cast.team_worker).update(valid_until=MONDAY.date() - DAY)
    with pytest.raises(RuleViolation, match="kan dit niet hebben"):
        give(busy.handler, noord, cast.team_manager, chosen)
    assert owners()["dossiers"] == [busy.handler.pk]


DAY = timedelta(days=1)


@pytest.mark.parametrize("chosen", [{}, {"geld-1": 1}, {"dossiers-x": 1}, {"dossiers-99999999": 1}])
def test_nothing_and_nonsense_hand_out_nothing(busy, cast, noord, chosen):
    with pytest.raises(RuleViolation):
        give(busy.handler, noord, cast.team_manager, chosen)
    assert not HandOut.objects.exists()


def test_only_who_steers_the_team_and_never_ones_own(busy, cast, noord):
    chosen = board(busy.handler, noord).proposal()
    for person in (cast.team_worker, cast.handler, cast.general_manager, cast.contact_centre):
        with pytest.raises(PermissionDenied):
            give(busy.handler, noord, person, chosen)
    with pytest.raises(Team.DoesNotExist):
        give(busy.handler, noord, cast.outsider, chosen)
    with pytest.raises(User.DoesNotExist):
        give(cast.outsider_worker, noord, cast.team_manager, chosen)
    MembershipFactory(user=cast.team_manager, team=noord)
    with pytest.raises(User.DoesNotExist):
        give(cast.team_manager, noord, cast.team_manager, chosen)


def test_a_task_in_the_dossier_of_another_goes_to_who_works_in_it(busy, cast, noord):
    file = FileFactory(team=noord, director=cast.team_worker)
    FileColleagueFactory(file=file, employee=busy.handler)
    task = TaskFactory(file=file, owner=busy.handler)
    piece = next(
        each
        for each in board(busy.handler, noord).pieces
        if (each.item.kind, each.item.number) == ("taken", task.pk)
    )

    assert piece.able == {cast.team_worker.pk}
    give(busy.handler, noord, cast.team_manager, {piece.key: cast.team_worker.pk})
    task.refresh_from_db()
    assert task.owner == cast.team_worker


def test_a_paused_request_goes_on_waiting(busy, cast, noord):
    paused = CallbackFactory(team=noord, paused=True, handler=busy.handler)
    give(busy.handler, noord, cast.team_manager, {f"terugbellen-{paused.pk}": cast.team_worker.pk})
    paused.refresh_from_db()
    assert (paused.state, paused.handler) == ("paused", cast.team_worker)


def test_a_decision_that_lies_there_stays_and_says_why(busy, cast, noord):
    Application.objects.running().update(state="decided")
    piece = next(
        each for each in board(busy.handler, noord).pieces if each.item.kind == "aanvragen"
    )

    assert "besluit" in piece.stays
    assert piece.key not in board(busy.handler, noord).proposal()
    with pytest.raises(RuleViolation, match="besluit"):
        give(busy.handler, noord, cast.team_manager, {piece.key: cast.team_worker.pk})


def test_everything_goes_back_within_a_day(busy, cast, given):
    undone = undo_hand_out(handout_id=given.pk, by=cast.team_manager, at=MONDAY + DAY)

    for people in owners().values():
        assert set(people) - {None} == {busy.handler.pk}
    assert {piece.fate for piece in undone.pieces.all()} == {"back"}
    assert Waakvlam.objects.running().get().deputy == cast.team_worker
    assert undo_hand_out(handout_id=given.pk, by=cast.team_manager) == undone
    assert AuditEvent.objects.filter(code="work.taken_back").count() == 1


def test_what_moved_on_stays_where_it_is(busy, cast, given):
    Application.objects.running().update(state="decided")
    CallbackRequest.objects.filter(handler=cast.team_worker).update(handler=None, state="waiting")
    undone = undo_hand_out(handout_id=given.pk, by=cast.team_manager)

    fates = dict(undone.pieces.values_list("kind", "fate"))
    assert fates["aanvragen"] == fates["terugbellen"] == "moved_on"
    assert fates["dossiers"] == "back"
    assert Application.objects.running().get().handler == cast.team_worker


def test_after_a_day_or_by_another_manager_nothing_goes_back(busy, cast, given):
    later = MONDAY + DAY + timedelta(seconds=1)
    with pytest.raises(RuleViolation, match="tot een dag"):
        undo_hand_out(handout_id=given.pk, by=cast.team_manager, at=later)
    with pytest.raises(HandOut.DoesNotExist):
        undo_hand_out(handout_id=given.pk, by=cast.outsider)
    assert set(HandedPiece.objects.values_list("fate", flat=True)) == {""}


def test_nothing_goes_back_to_who_left_the_team(busy, cast, given):
    Membership.objects.filter(user=busy.handler).update(valid_until=MONDAY.date() - DAY)
    with pytest.raises(RuleViolation, match="werkt niet meer"):
        undo_hand_out(handout_id=given.pk, by=cast.team_manager)
