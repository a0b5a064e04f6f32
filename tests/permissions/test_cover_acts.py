"""What a deputy does with the work of another: on whose desk it stays, and what is not theirs."""

import uuid
from typing import Any

import pytest

from audit.models import AuditEvent
from cases.intakes.services import Melding, register_notification
from cases.matching.services import take_match
from cases.models import Handover, KitchenTableTalk, Resident, ResidentFile
from cases.permissions import GRANTS, Action
from cases.talks.services import plan_talk
from clusters.models import User
from tests.cases.callbacks.conftest import monday
from tests.cases.talks.test_services_planning import TOMORROW
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.cover import covered
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.handovers import HandoverFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.matching import MatchFactory
from tests.factories.talks import TalkColleagueFactory, TalkFactory

__all__ = ["monday"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calendar_data", "monday")]
TODAY = MONDAY.date()


@pytest.fixture
def deputy(cast: Any, noord: Any) -> User:
    """A colleague who covers for the handler."""
    person = MembershipFactory(user__username="deputy", team=noord).user
    covered(cast.handler, person, TODAY)
    return User.objects.get(pk=person.pk)


def test_a_melding_out_of_a_callback_stays_on_the_desk_of_who_is_covered_wn_1(cast, noord, deputy):
    callback = CallbackFactory(team=noord, claimed=True, handler=cast.handler)
    told = {"channel": "callback", "received_on": TODAY, "reported_by": "resident"}
    made = register_notification(
        submission_key=uuid.uuid4(),
        callback_id=callback.pk,
        melding=Melding(question="Hulp?", **told),
        by=deputy,
    )

    assert (made.handler, made.registered_by) == (cast.handler, deputy)
    assert AuditEvent.objects.get(code="notification.registered").actor_id == deputy.pk


def test_a_deputy_plans_the_talk_and_is_at_the_table_as_deputy_wn_7(cast, noord, deputy):
    melding = NotificationFactory(team=noord, handler=cast.handler, confirmed=True)
    talk = plan_talk(
        submission_key=uuid.uuid4(), notification_id=melding.pk, appointment=TOMORROW, by=deputy
    )

    assert GRANTS.require(deputy, Action.WRITE_TALK, talk).relation == "talk_deputy"
    own = TalkFactory()
    TalkColleagueFactory(talk=own, employee=deputy)
    assert GRANTS.require(deputy, Action.WRITE_TALK, own).relation == "talker"
    joined = TalkFactory()
    TalkColleagueFactory(talk=joined, employee=cast.handler)
    assert set(KitchenTableTalk.objects.visible_to(deputy)) == {talk, own, joined}


def test_who_covers_for_the_sender_does_not_receive_h10(cast, noord, deputy):
    MembershipFactory(user=deputy, team=cast.elsewhere)
    deputy = User.objects.get(pk=deputy.pk)
    file = FileFactory(team=noord, director=cast.handler)
    offered = HandoverFactory(file=file, to_team=cast.elsewhere)

    assert "handover_receiver" not in offered.relations_to(deputy)
    assert not Handover.objects.for_us(deputy).exists()
    other = HandoverFactory(file=FileFactory(team=noord), to_team=cast.elsewhere)
    assert list(Handover.objects.for_us(deputy)) == [other]


@pytest.mark.parametrize(("role", "reached"), [("helper", True), ("former", False)])
def test_working_along_goes_along_and_reading_afterwards_does_not_wn_7(
    cast, noord, deputy, role, reached
):
    file = FileFactory(team=cast.elsewhere, director=cast.outsider_worker)
    FileColleagueFactory(file=file, employee=cast.handler, role=role)

    assert ResidentFile.objects.visible_to(deputy).filter(pk=file.pk).exists() is reached
    assert file.relations_to(deputy) == ({"file_deputy"} if reached else set())


def test_the_card_opens_and_the_sealed_stays_closed_rows_2_and_3(cast, noord, deputy):
    file = FileFactory(team=cast.elsewhere, director=cast.handler)
    resident = Resident.objects.openable_by(deputy).get(pk=file.resident_id)

    assert resident.relations_to(deputy) == {"resident_deputy"}
    assert Action.SHOW_BSN not in GRANTS.allowed_actions(deputy, resident)
    near = FileFactory(team=noord, director=cast.handler).resident
    assert Action.SHOW_BSN in GRANTS.allowed_actions(cast.handler, near)
    assert Action.SHOW_BSN not in GRANTS.allowed_actions(deputy, near)


def test_a_match_that_was_taken_stays_with_who_took_it_wn_1(cast, noord, deputy):
    match = MatchFactory(question__file__team=noord, coordinator=cast.handler)

    taken = take_match(match_id=match.pk, by=deputy)

    assert AuditEvent.objects.get(code="match.taken").relation == "match_deputy"
    assert taken.coordinator == cast.handler
