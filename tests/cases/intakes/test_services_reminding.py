"""Reminders of a melding: each exactly once, to whoever must act, never about whom (ML-9)."""

from datetime import timedelta

import pytest

from audit.models import AuditEvent
from cases.intakes.services import deliver_notification_reminder
from cases.tasks import deliver_notification_reminders
from clusters.models import Membership, Notice
from tests.factories.cases import MONDAY
from tests.factories.intakes import BellFactory, NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
HOUR = timedelta(hours=1)


def told(**own):
    """Who was told about a melding whose bell rang an hour ago."""
    kind = own.pop("kind")
    notification = NotificationFactory(**own)
    bell = BellFactory(notification=notification, kind=kind, due_at=MONDAY - HOUR)
    deliver_notification_reminder(reminder_id=bell.pk, at=MONDAY)
    return {notice.person for notice in Notice.objects.all()}


@pytest.mark.parametrize("kind", ["confirm", "before"])
def test_the_handler_is_reminded(noord, cast, kind):
    assert told(team=noord, handler=cast.handler, kind=kind) == {cast.handler}


@pytest.mark.parametrize("kind", ["end", "urgent"])
def test_at_the_end_and_when_urgent_the_manager_too(noord, cast, kind):
    people = told(team=noord, handler=cast.handler, urgent=True, kind=kind)

    assert people == {cast.handler, cast.team_manager}


def test_what_nobody_has_reminds_the_workers_of_the_team(noord, cast):
    assert told(team=noord, kind="before") == {cast.team_worker, cast.handler}


def test_when_the_handler_left_the_manager_hears_it_not_a_colleague(noord, cast):
    Membership.objects.filter(user=cast.handler).update(valid_until=MONDAY.date() - 24 * HOUR)

    assert told(team=noord, handler=cast.handler, kind="before") == {cast.team_manager}


def test_without_anybody_in_the_team_the_administrator_hears_it(noord, cast):
    Membership.objects.filter(team=noord).update(valid_until=MONDAY.date() - 24 * HOUR)

    assert told(team=noord, kind="before") == {cast.application_manager}
    assert Notice.objects.get().url_name == "operations"


def test_without_anybody_at_all_it_waits(noord, cast):
    Membership.objects.all().update(valid_until=MONDAY.date() - 24 * HOUR)

    assert told(team=noord, kind="before") == set()
    assert deliver_notification_reminders() == 0


@pytest.mark.parametrize("kind", ["confirm", "before", "end", "urgent"])
def test_a_notice_names_the_melding_and_never_the_resident(noord, cast, kind):
    told(team=noord, handler=cast.handler, urgent=True, kind=kind, question="Kanarie")

    for notice in Notice.objects.all():
        assert "Melding WM-" in notice.text
        assert "Inwoner" not in notice.text
        assert "Kanarie" not in notice.text


def test_the_sweep_delivers_what_is_due_once(noord, cast):
    notification = NotificationFactory(team=noord, handler=cast.handler)
    BellFactory(notification=notification, kind="before", due_at=MONDAY)
    BellFactory(notification=notification, kind="end", due_at=MONDAY + HOUR)

    assert (deliver_notification_reminders(), deliver_notification_reminders()) == (1, 0)
    assert Notice.objects.count() == 1
    assert AuditEvent.objects.filter(code="notification.reminded.before").count() == 1


def test_a_reminder_that_is_gone_is_no_error():
    assert not deliver_notification_reminder(reminder_id=987654, at=MONDAY)


def test_a_reminder_that_was_delivered_is_left_alone(noord, cast):
    bell = BellFactory(notification__team=noord, state="done", due_at=MONDAY)

    assert not deliver_notification_reminder(reminder_id=bell.pk, at=MONDAY)
