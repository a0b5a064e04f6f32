"""Writing a melding down: once, on the right day, with its terms, with somebody or nobody on it."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent, AuditSubject
from cases.callbacks.models import CallbackRequest
from cases.models import NotificationReminder, WmoNotification
from common.errors import RuleViolation
from tests.factories.cases import MONDAY, CallbackFactory, ResidentFactory

DAY = timedelta(days=1)
TODAY = MONDAY.date()


def bells_of(notification):
    return dict(notification.reminders.values_list("kind", "due_at"))


def test_a_melding_from_a_callback_is_mine_and_of_its_resident(report, callback, cast):
    made = report()

    assert (made.resident, made.callback, made.team) == (
        callback.resident,
        callback,
        callback.team,
    )
    assert (made.handler, made.state, made.registered_by) == (
        cast.handler,
        "received",
        cast.handler,
    )
    line = AuditEvent.objects.get(code="notification.registered")
    assert line.rule == "team_worker:register_notification"
    residents = AuditSubject.objects.filter(event=line).values_list("resident_id", flat=True)
    assert list(residents) == [callback.resident_id]


def test_the_terms_follow_from_the_date_of_the_melding_not_from_today(report):
    made = report(received_on=date(2026, 11, 13))

    assert made.due_on == date(2026, 12, 28)  # 25 December is a holiday
    assert made.plan_until == date(2026, 11, 20)
    assert made.due_at.isoformat() == "2026-12-29T00:00:00+01:00"
    assert made.confirm_by.isoformat() == "2026-11-17T17:00:00+01:00"
    assert bells_of(made) == {
        "confirm": made.confirm_by,
        "before": made.due_at - 7 * DAY,
        "end": made.due_at,
    }


def test_two_working_days_to_confirm_end_at_closing_time(report):
    assert report().confirm_by.isoformat() == "2026-11-25T17:00:00+01:00"


@pytest.mark.parametrize(
    ("received_on", "until"),
    [
        (TODAY, MONDAY + 2 * DAY),
        (TODAY - 2 * DAY, MONDAY.replace(hour=0)),  # Saturday: hours run in the weekend
    ],
)
def test_urgent_has_its_own_norm_in_clock_hours(report, received_on, until):
    made = report(is_urgent=True, urgent_reason="Valt telkens.", received_on=received_on)

    assert made.urgent_due_at == until
    assert bells_of(made)["urgent"] == made.urgent_due_at


def test_the_same_form_twice_is_one_melding(report):
    key = uuid.uuid4()

    assert report(submission_key=key) == report(submission_key=key)
    assert WmoNotification.objects.count() == 1
    assert NotificationReminder.objects.count() == 3
    assert AuditEvent.objects.filter(code="notification.registered").count() == 1


def test_a_form_of_a_colleague_is_not_mine(report, cast):
    key = uuid.uuid4()
    report(submission_key=key, channel="walk_in")

    with pytest.raises(RuleViolation, match="Een collega heeft dit formulier al verstuurd"):
        report(submission_key=key, channel="walk_in", by=cast.team_worker)


def test_one_callback_makes_one_melding(report):
    first = report()

    with pytest.raises(RuleViolation, match=f"is al een melding vastgelegd: {first}"):
        report()
    assert WmoNotification.objects.get() == first


def test_a_closed_callback_can_still_become_a_melding(report, callback, calendar_data):
    from tests.factories.cases import OutcomeFactory

    CallbackRequest.objects.update(state="closed", outcome=OutcomeFactory(), closed_at=MONDAY)

    assert report().callback == callback


def test_only_who_has_the_callback_makes_it_a_melding(report, cast):
    with pytest.raises(PermissionDenied):
        report(by=cast.team_worker)


@pytest.mark.parametrize("person", ["team_manager", "general_manager", "liaison"])
def test_who_may_not_report_is_refused(report, cast, person):
    with pytest.raises(PermissionDenied):
        report(by=getattr(cast, person), channel="walk_in")


@pytest.mark.parametrize("person", ["outsider_worker", "city_hall_team"])
def test_a_callback_of_another_team_is_not_there(report, cast, person):
    with pytest.raises(CallbackRequest.DoesNotExist):
        report(by=getattr(cast, person), channel="walk_in")


def test_any_worker_reports_another_way_for_a_resident_of_the_team(report, callback, cast):
    made = report(by=cast.team_worker, channel="letter", mine=False)

    assert (made.callback, made.handler, made.resident) == (None, None, callback.resident)
    assert made.steps.get().note == f"Inwoner bekend van {callback}"
    assert report(by=cast.team_worker, channel="letter").handler == cast.team_worker


def test_the_team_is_that_of_the_callback(report, callback, noord):
    assert report().team == noord


def test_an_anonymous_caller_makes_no_melding(report, noord, cast):
    nobody = ResidentFactory(anonymous=True)
    callback = CallbackFactory(team=noord, claimed=True, handler=cast.handler, resident=nobody)

    with pytest.raises(RuleViolation, match="Een melding heeft een naam"):
        report(callback_id=callback.pk)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"received_on": TODAY + DAY}, "received_on"),
        ({"received_on": TODAY - 367 * DAY}, "received_on"),
        ({"question": " \n "}, "question"),
        ({"is_urgent": True}, "urgent_reason"),
        ({"urgent_reason": "Toch."}, "urgent_reason"),
        ({"reported_by": "family"}, "reporter_name"),
        ({"reporter_name": "Buurvrouw"}, "reporter_name"),
    ],
)
def test_what_a_melding_cannot_be_stands_beside_its_field(report, told, field):
    with pytest.raises(RuleViolation) as refused:
        report(**told)

    assert refused.value.field == field
    assert not WmoNotification.objects.exists()


def test_a_year_ago_is_still_possible(report):
    assert report(received_on=TODAY - 366 * DAY).received_on == TODAY - 366 * DAY
