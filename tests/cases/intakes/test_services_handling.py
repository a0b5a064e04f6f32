"""Exactly one handler of the team, or nobody yet (ML-5)."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.intakes.services import (
    assign_notification,
    claim_notification,
    release_notification,
)
from clusters.models import Notice
from common.errors import RuleViolation
from tests.factories.intakes import NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
CODES = {"object_type": "cases.wmonotification"}


def codes_of(notification):
    rows = AuditEvent.objects.filter(object_id=str(notification.pk), **CODES).order_by("pk")
    return list(rows.values_list("code", flat=True))


def test_a_worker_takes_what_nobody_has(noord, cast):
    waiting = NotificationFactory(team=noord)

    claim_notification(notification_id=waiting.pk, by=cast.team_worker)
    claim_notification(notification_id=waiting.pk, by=cast.team_worker)

    waiting.refresh_from_db()
    assert waiting.handler == cast.team_worker
    assert codes_of(waiting) == ["notification.claimed"]


def test_the_second_hears_who_was_first(noord, cast):
    taken = NotificationFactory(team=noord, handler=cast.handler)

    with pytest.raises(RuleViolation, match=f"^{cast.handler} was u voor"):
        claim_notification(notification_id=taken.pk, by=cast.team_worker)


def test_what_is_over_is_not_taken_or_given(noord, cast):
    over = NotificationFactory(team=noord, withdrawn=True)

    with pytest.raises(RuleViolation, match="afgerond"):
        claim_notification(notification_id=over.pk, by=cast.team_worker)
    with pytest.raises(RuleViolation, match="afgerond"):
        assign_notification(notification_id=over.pk, person=cast.handler, by=cast.team_manager)


@pytest.mark.parametrize("person", ["outsider_worker", "team_manager", "contact_centre"])
def test_who_may_not_take_it(noord, cast, person):
    waiting = NotificationFactory(team=noord)

    with pytest.raises(PermissionDenied):
        claim_notification(notification_id=waiting.pk, by=getattr(cast, person))


def test_the_handler_gives_it_back_before_the_confirmation(noord, cast):
    taken = NotificationFactory(team=noord, handler=cast.handler)

    released = release_notification(notification_id=taken.pk, by=cast.handler)

    assert released.handler is None
    assert codes_of(taken) == ["notification.released"]


def test_after_the_confirmation_it_is_not_given_back(noord, cast):
    known = NotificationFactory(team=noord, confirmed=True, handler=cast.handler)

    with pytest.raises(RuleViolation, match="Geef de melding aan een collega"):
        release_notification(notification_id=known.pk, by=cast.handler)


def test_a_colleague_does_not_give_back_or_hand_on(noord, cast):
    taken = NotificationFactory(team=noord, handler=cast.handler)
    act = {"notification_id": taken.pk, "by": cast.team_worker}

    with pytest.raises(PermissionDenied):
        release_notification(**act)
    with pytest.raises(PermissionDenied):
        assign_notification(person=cast.team_worker, **act)


@pytest.mark.parametrize("person", ["handler", "team_manager"])
def test_handler_and_manager_hand_it_to_a_colleague_who_is_told(noord, cast, person):
    taken = NotificationFactory(team=noord, investigating=True, handler=cast.handler)

    by = getattr(cast, person)
    given = assign_notification(notification_id=taken.pk, person=cast.team_worker, by=by)

    assert given.handler == cast.team_worker
    told = Notice.objects.get()
    assert (told.person, told.url_name) == (cast.team_worker, "notification-detail")
    assert str(taken.resident) not in told.text


@pytest.mark.parametrize("person", ["outsider_worker", "handler", "liaison"])
def test_not_to_somebody_of_another_team_or_who_has_it(noord, cast, person):
    taken = NotificationFactory(team=noord, handler=cast.handler)

    with pytest.raises(RuleViolation) as refused:
        assign_notification(
            notification_id=taken.pk, person=getattr(cast, person), by=cast.team_manager
        )
    assert refused.value.field == "person"
