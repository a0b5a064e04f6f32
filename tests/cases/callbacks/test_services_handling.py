"""Taking, giving back, forwarding and handing over (TB-3, TB-4)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases.callbacks.services import (
    assign_callback,
    claim_callback,
    forward_callback,
    release_callback,
)
from clusters.models import Notice, Role
from common.errors import RuleViolation
from tests.cases.callbacks.acts import ACTS, bells_of, lines_of, ready_for, told
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.cases import MONDAY, ReminderFactory

pytestmark = pytest.mark.usefixtures("monday")


def test_claim_puts_the_request_on_my_desk(cast):
    callback = claim_callback(callback_id=ready_for("claim", cast).pk, by=cast.team_worker)

    assert callback.handler == cast.team_worker


def test_claim_tells_the_second_who_was_first(cast):
    callback = ready_for("claim", cast)
    claim_callback(callback_id=callback.pk, by=cast.handler)

    with pytest.raises(RuleViolation) as refused:
        claim_callback(callback_id=callback.pk, by=cast.team_worker)

    assert str(refused.value) == f"{cast.handler} was u voor en heeft dit al opgepakt."


def test_claim_twice_by_the_same_person_is_one_claim(cast):
    callback = ready_for("claim", cast)

    claim_callback(callback_id=callback.pk, by=cast.handler)
    claim_callback(callback_id=callback.pk, by=cast.handler)

    assert lines_of(callback) == ["callback.claimed"]


def test_claim_of_my_own_closed_request_says_it_is_closed(cast):
    callback = ready_for("reopen", cast)

    with pytest.raises(RuleViolation, match="afgesloten"):
        claim_callback(callback_id=callback.pk, by=cast.handler)


def test_release_puts_it_back_on_the_list_of_the_team(cast, noord):
    callback = release_callback(callback_id=ready_for("release", cast).pk, by=cast.handler)

    assert callback.handler is None
    assert callback.team == noord


@pytest.mark.parametrize("name", ["claim", "release", "forward", "assign"])
def test_moving_a_request_never_resets_the_clock(cast, name):
    """TB-4: neither the term, nor twice the term, nor the bells."""
    callback = ready_for(name, cast)
    ReminderFactory(callback=callback)
    before = callback.due_at, callback.escalate_at, callback.term_round, bells_of(callback)

    ACTS[name].do(callback, cast, cast.handler)

    callback.refresh_from_db()
    after = callback.due_at, callback.escalate_at, callback.term_round, bells_of(callback)
    assert after == before


def test_forward_tells_everybody_of_the_other_team_once(cast):
    callback = ready_for("forward", cast)

    forward_callback(callback_id=callback.pk, team=cast.elsewhere, reason="Daar.", by=cast.handler)

    text = f"Terugbelverzoek {callback} is naar uw team doorgestuurd."
    assert told(cast.outsider) == told(cast.outsider_worker) == [text]
    assert Notice.objects.count() == 2
    callback.refresh_from_db()
    assert (callback.team, callback.handler) == (cast.elsewhere, None)
    assert callback.steps.get().note == "Naar Team Elders: Daar."


def test_forward_keeps_the_cluster_where_it_counts(cast, noord):
    callback = ready_for("forward", cast)

    forward_callback(callback_id=callback.pk, team=cast.elsewhere, reason="Daar.", by=cast.handler)

    callback.refresh_from_db()
    assert callback.cluster == noord.cluster


def test_forward_to_the_same_team_is_refused(cast, noord):
    callback = ready_for("forward", cast)

    with pytest.raises(RuleViolation) as refused:
        forward_callback(callback_id=callback.pk, team=noord, reason="?", by=cast.handler)

    assert refused.value.field == "team"


def _empty():
    return TeamFactory()


def _only_left():
    return MembershipFactory(valid_until=date(2026, 11, 22)).team


def _only_liaison():
    return MembershipFactory(role=Role.LIAISON).team


def _only_leave():
    return MembershipFactory(user__is_active=False).team


def _without_agreement():
    return MembershipFactory(organisation__agreement_until=date(2026, 11, 22)).team


@pytest.mark.parametrize(
    "make", [_empty, _only_left, _only_liaison, _only_leave, _without_agreement]
)
def test_forward_is_refused_when_nobody_would_be_told(cast, make):
    """TB-4: a request never disappears into a team without people."""
    callback = ready_for("forward", cast)

    with pytest.raises(RuleViolation, match="niemand") as refused:
        forward_callback(callback_id=callback.pk, team=make(), reason="?", by=cast.handler)

    callback.refresh_from_db()
    assert refused.value.field == "team"
    assert callback.handler == cast.handler
    assert told() == []


def test_forward_there_and_back_tells_each_time(cast, noord, time_machine):
    callback = ready_for("forward", cast)
    forward_callback(callback_id=callback.pk, team=cast.elsewhere, reason="a", by=cast.handler)
    forward_callback(callback_id=callback.pk, team=noord, reason="b", by=cast.outsider)
    time_machine.move_to(MONDAY + timedelta(minutes=1), tick=False)
    forward_callback(callback_id=callback.pk, team=cast.elsewhere, reason="c", by=cast.handler)

    assert len(told(cast.outsider_worker)) == 2
    assert len(told(cast.team_worker)) == 1


def test_after_forwarding_the_request_is_out_of_my_scope(cast):
    callback = ready_for("forward", cast)
    forward_callback(callback_id=callback.pk, team=cast.elsewhere, reason="a", by=cast.handler)

    with pytest.raises(PermissionDenied):
        claim_callback(callback_id=callback.pk, by=cast.handler)


def test_assign_tells_the_colleague_by_whom(cast):
    callback = ready_for("assign", cast)

    assign_callback(callback_id=callback.pk, person=cast.team_worker, by=cast.team_manager)

    assert told(cast.team_worker) == [f"{cast.team_manager} gaf u terugbelverzoek {callback}."]
    callback.refresh_from_db()
    assert callback.handler == cast.team_worker


def test_assign_to_myself_needs_no_notice(cast):
    callback = ready_for("assign", cast)

    assign_callback(callback_id=callback.pk, person=cast.team_worker, by=cast.team_worker)

    assert told() == []


@pytest.mark.parametrize("person", ["outsider_worker", "liaison", "contact_centre"])
def test_assign_only_to_who_calls_back_for_this_team(cast, person):
    callback = ready_for("assign", cast)

    with pytest.raises(RuleViolation) as refused:
        assign_callback(callback_id=callback.pk, person=getattr(cast, person), by=cast.team_manager)

    assert refused.value.field == "person"


def test_assign_to_who_has_it_already_is_refused(cast):
    callback = ready_for("release", cast)

    with pytest.raises(RuleViolation, match="al bij deze collega"):
        assign_callback(callback_id=callback.pk, person=cast.handler, by=cast.team_manager)
