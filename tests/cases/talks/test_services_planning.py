"""The appointment: by whom, when, once; and what happens to whoever comes second."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent, AuditSubject
from cases.models import KitchenTableTalk, WmoNotification
from cases.talks.services import Appointment, cancel_talk, change_talk, plan_talk
from common.errors import RuleViolation
from tests.factories.cases import MONDAY

DAY = timedelta(days=1)
TOMORROW = Appointment(
    starts_at=MONDAY + DAY,
    ends_at=MONDAY + DAY + timedelta(hours=1),
    place="home",
    place_note="Bel bij nummer 12",
    guests=(("carer", "Ans", "resident"),),
)


def plan(melding, by, appointment=TOMORROW, key=None):
    return plan_talk(
        submission_key=key or uuid.uuid4(),
        notification_id=melding.pk,
        appointment=appointment,
        by=by,
    )


def test_the_worker_plans_a_talk_and_it_is_in_the_trail(melding, cast):
    talk = plan(melding, cast.handler)

    assert (talk.state, talk.resident, talk.place) == ("planned", melding.resident, "home")
    assert talk.words["place_note"] == "Bel bij nummer 12"
    assert talk.guests == [("Mantelzorger", "Ans", "de inwoner")]
    line = AuditEvent.objects.get(code="talk.planned")
    assert line.rule == "team_worker:plan_talk"
    assert AuditSubject.objects.get(event=line).resident_id == melding.resident_id


def test_a_form_sent_twice_makes_one_talk(melding, cast):
    key = uuid.uuid4()

    assert plan(melding, cast.handler, key=key) == plan(melding, cast.handler, key=key)
    assert KitchenTableTalk.objects.count() == 1


def test_a_second_talk_waits_for_the_first(melding, cast):
    plan(melding, cast.handler)

    with pytest.raises(RuleViolation, match="al een gesprek"):
        plan(melding, cast.handler)


def test_no_talk_about_a_melding_that_is_over(melding, cast):
    WmoNotification.objects.filter(pk=melding.pk).update(state="withdrawn", ended_at=MONDAY)

    with pytest.raises(RuleViolation, match="afgesloten"):
        plan(melding, cast.handler)


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "city_social_team"])
def test_who_is_not_the_worker_of_the_melding_plans_nothing(melding, cast, noord, person):
    getattr(cast, person).memberships.update(team=noord)

    with pytest.raises(PermissionDenied):
        plan(melding, type(cast.handler).objects.get(username=person))


@pytest.mark.parametrize("person", ["outsider_worker", "contact_centre", "liaison"])
def test_for_somebody_out_of_scope_the_melding_does_not_exist(melding, cast, person):
    with pytest.raises(WmoNotification.DoesNotExist):
        plan(melding, getattr(cast, person))


@pytest.mark.parametrize(
    ("start", "hours", "field"),
    [
        (DAY, 0, "until"),
        (DAY, -1, "until"),
        (DAY, 9, "until"),
        (-61 * DAY, 1, "day"),
        (367 * DAY, 1, "day"),
    ],
)
def test_a_moment_that_cannot_be_is_said_at_its_field(melding, cast, start, hours, field):
    starts_at = MONDAY + start
    wrong = replace(TOMORROW, starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours))

    with pytest.raises(RuleViolation) as broken:
        plan(melding, cast.handler, wrong)
    assert broken.value.field == field


def test_a_talk_that_moves_is_reminded_of_again_and_knows_its_new_company(melding, cast):
    talk = plan(melding, cast.handler, replace(TOMORROW, colleagues=(cast.team_worker,)))
    KitchenTableTalk.objects.update(reminded_at=MONDAY)

    later = replace(TOMORROW, place="centre", colleagues=())
    change_talk(talk_id=talk.pk, version=1, appointment=later, by=cast.handler)

    talk.refresh_from_db()
    assert (talk.place, talk.version, talk.reminded_at) == ("centre", 2, None)
    assert not talk.colleagues.exists()


def test_a_stale_form_does_not_overwrite_a_colleagues_change(melding, cast):
    talk = plan(melding, cast.handler, replace(TOMORROW, colleagues=(cast.team_worker,)))
    change_talk(talk_id=talk.pk, version=1, appointment=TOMORROW, by=cast.handler)

    with pytest.raises(RuleViolation, match="collega"):
        change_talk(talk_id=talk.pk, version=1, appointment=TOMORROW, by=cast.handler)


def test_a_talk_that_is_cancelled_keeps_its_reason_sealed_and_makes_room(melding, cast):
    talk = plan(melding, cast.handler)
    cancel_talk(talk_id=talk.pk, reason="Kanarie is ziek", by=cast.handler)

    talk = KitchenTableTalk.objects.get(pk=talk.pk)
    assert (talk.state, talk.words["cancel_reason"]) == ("cancelled", "Kanarie is ziek")
    assert "Kanarie" not in str(list(AuditEvent.objects.values()))
    plan(melding, cast.handler)


def test_what_was_held_is_not_cancelled_or_moved(held, cast):
    for act in (
        lambda: cancel_talk(talk_id=held.pk, reason="nee", by=cast.handler),
        lambda: change_talk(talk_id=held.pk, version=1, appointment=TOMORROW, by=cast.handler),
    ):
        with pytest.raises(RuleViolation, match="kan niet meer"):
            act()
