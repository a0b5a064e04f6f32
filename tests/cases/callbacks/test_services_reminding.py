"""Who is told, when, and exactly once (TB-7); the clock is frozen, the sweep is the task."""

from datetime import date, timedelta

import pytest
from django.core import mail

from audit.models import AuditEvent
from cases.callbacks.services import (
    cancel_callback,
    close_callback,
    deliver_reminder,
    forward_callback,
    reopen_callback,
)
from cases.callbacks.tasks import deliver_reminders
from cases.models import CallbackOutcome, CallbackReminder
from clusters.models import Membership, Notice, OutboxMail
from clusters.notices.tasks import send_notice_mail
from tests.cases.callbacks.acts import bells_of, lines_of, ready_for, told
from tests.cases.callbacks.test_models_lights import at
from tests.cases.callbacks.test_services_registering import register
from tests.factories.cases import MONDAY, ReminderFactory, ResidentFactory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

pytestmark = pytest.mark.usefixtures("monday", "noord")


@pytest.fixture
def sweep(time_machine):
    """Let it be a moment and let the bell ring."""

    def ring(moment):
        time_machine.move_to(moment, tick=False)
        return deliver_reminders()

    return ring


def people_told():
    return sorted(Notice.objects.values_list("person__username", flat=True))


def ring(callback, kind):
    """Deliver one reminder of this kind, due now."""
    reminder = ReminderFactory(callback=callback, kind=kind, due_at=MONDAY)
    return deliver_reminder(reminder_id=reminder.pk, at=MONDAY)


def test_the_life_of_a_request_nobody_takes(cast, sweep):
    callback = register(cast.contact_centre, urgency="spoed")  # due 12:00, escalates 14:00

    assert sweep(MONDAY + timedelta(minutes=59)) == 0
    assert people_told() == []
    assert sweep(MONDAY + HOUR) == 1
    assert people_told() == ["handler", "team_worker"]
    assert sweep(MONDAY + 2 * HOUR) == 1
    assert people_told() == ["handler", "team_manager", "team_worker"]
    assert sweep(MONDAY + 4 * HOUR) == 1
    assert people_told() == ["general_manager", "handler", "team_manager", "team_worker"]
    assert sweep(MONDAY + 9 * DAY) == 0
    assert told(cast.handler) == [
        f"Terugbelverzoek {callback} (spoed) moet uiterlijk ma 23 november 12:00 gebeld zijn."
    ]
    assert told(cast.team_manager) == [
        f"Terugbelverzoek {callback} (spoed) is te laat: de termijn was ma 23 november 12:00."
    ]
    assert told(cast.general_manager) == [
        f"Terugbelverzoek {callback} (spoed) is veel te laat: twee keer de termijn is voorbij."
    ]
    assert lines_of(callback)[1:] == [
        "callback.reminded.before",
        "callback.reminded.term",
        "callback.reminded.twice",
    ]


def test_before_the_term_the_handler_alone_is_told(cast):
    ring(ready_for("release", cast), "before")

    assert people_told() == ["handler"]


@pytest.mark.parametrize("kind", ["before", "pause"])
def test_when_the_handler_left_the_team_is_told(cast, kind):
    Membership.objects.filter(user=cast.handler).update(valid_until=date(2026, 11, 22))

    ring(ready_for("release", cast), kind)

    assert people_told() == ["team_worker"]


LADDER = ["handler", "team_worker", "team_manager", "general_manager", "application_manager"]


@pytest.mark.parametrize(
    ("kind", "gone", "who", "page"),
    [
        ("before", 0, "handler", "callback-detail"),
        ("before", 2, "team_manager", "callback-detail"),
        ("before", 3, "general_manager", "callback-overdue"),
        ("before", 4, "application_manager", "operations"),
        ("term", 0, "team_manager", "callback-detail"),
        ("term", 3, "general_manager", "callback-overdue"),
        ("term", 4, "application_manager", "operations"),
        ("twice", 0, "general_manager", "callback-overdue"),
        ("twice", 4, "application_manager", "operations"),
    ],
)
def test_the_ladder_climbs_when_nobody_is_there(cast, kind, gone, who, page):
    """TB-7: a reminder is never for nobody; above the team it opens a page without names."""
    callback = ready_for("release", cast)
    absent = [getattr(cast, name) for name in LADDER[:gone]]
    Membership.objects.filter(user__in=absent).update(valid_until=date(2026, 11, 22))

    ring(callback, kind)

    notice = Notice.objects.get()
    assert (notice.person.username, notice.url_name) == (who, page)
    assert notice.object_id == (callback.pk if page == "callback-detail" else None)


def test_a_reminder_waits_until_there_is_somebody_to_tell(cast):
    """TB-7: never to nobody: it is not marked as done while no employee could have read it."""
    callback = ready_for("release", cast)
    everybody = Membership.objects.filter(user__in=[getattr(cast, name) for name in LADDER])
    everybody.update(valid_until=date(2026, 11, 22))

    ring(callback, "before")
    assert people_told() == []

    everybody.filter(user=cast.team_manager).update(valid_until=None)
    reminder = callback.reminders.get(kind="before")
    assert deliver_reminder(reminder_id=reminder.pk, at=MONDAY)
    assert people_told() == ["team_manager"]


def test_another_team_is_never_told(cast):
    for kind in ("before", "term", "twice"):
        ring(ready_for("claim", cast), kind)

    assert not {"outsider", "outsider_worker", "liaison"} & set(people_told())


def test_many_sweeps_tell_once(cast, sweep):
    register(cast.contact_centre, urgency="spoed")
    for _ in range(5):
        sweep(MONDAY + HOUR)
    for _ in range(5):
        sweep(MONDAY + 4 * HOUR)

    assert people_told() == ["general_manager", "handler", "team_manager", "team_worker"]
    assert AuditEvent.objects.filter(code__startswith="callback.reminded").count() == 3


def test_a_second_beat_at_the_same_minute_tells_nothing_new(cast, sweep):
    register(cast.contact_centre, urgency="spoed")

    assert [sweep(MONDAY + HOUR), deliver_reminders(), deliver_reminders()] == [1, 0, 0]
    assert people_told() == ["handler", "team_worker"]


def test_a_reminder_that_lost_its_mark_still_tells_once(cast, sweep):
    """The notice itself exists once, whatever happens to the reminder."""
    register(cast.contact_centre, urgency="spoed")
    sweep(MONDAY + HOUR)
    CallbackReminder.objects.filter(kind="before").update(state="pending")
    sweep(MONDAY + HOUR + timedelta(minutes=1))

    assert people_told() == ["handler", "team_worker"]


def test_a_worker_that_was_away_tells_everything_once_when_it_is_back(cast, sweep):
    register(cast.contact_centre, urgency="spoed")

    assert sweep(MONDAY + 2 * DAY) == 3
    assert people_told() == ["general_manager", "handler", "team_manager", "team_worker"]


def test_a_closed_request_is_silent(cast, sweep):
    callback = ready_for("close", cast)
    ReminderFactory(callback=callback)
    outcome = CallbackOutcome.objects.get(code="beantwoord")
    close_callback(callback_id=callback.pk, outcome=outcome, outcome_note="", by=cast.handler)

    assert sweep(MONDAY + 9 * DAY) == 0
    assert told() == []


def test_a_reopened_request_has_a_round_of_its_own(cast, sweep):
    callback = register(cast.contact_centre, urgency="spoed")
    sweep(MONDAY + 4 * HOUR)
    cancel_callback(callback_id=callback.pk, by=cast.contact_centre)
    sweep(MONDAY + DAY)
    Notice.objects.all().delete()
    reopen_callback(callback_id=callback.pk, reason="Toch.", by=cast.team_worker)
    Notice.objects.all().delete()

    sweep(MONDAY + DAY + 4 * HOUR)

    assert people_told() == ["general_manager", "handler", "team_manager", "team_worker"]


@pytest.mark.parametrize("moment", ["2026-10-25 01:30", "2026-03-29 01:30"])
def test_the_sweep_runs_through_a_change_of_the_clock(cast, sweep, moment):
    night = at(moment)
    sweep(night - 2 * DAY + 15 * HOUR)  # Friday 16:30
    callback = register(cast.contact_centre, urgency="spoed")
    monday = callback.due_at
    assert (monday - HOUR).isoformat()[11:16] == "09:00"

    for minutes in range(0, 180, 5):  # through the hour that comes twice, or never
        assert sweep(night + timedelta(minutes=minutes)) == 0
    assert sweep(monday - HOUR - timedelta(minutes=1)) == 0
    assert sweep(monday - HOUR) == 1
    assert sweep(monday) == 1


def test_the_reminder_of_somebody_else_s_hands_is_left(cast):
    reminder = ReminderFactory(callback=ready_for("claim", cast), due_at=MONDAY + HOUR)

    assert not deliver_reminder(reminder_id=reminder.pk, at=MONDAY)  # not due yet
    assert not deliver_reminder(reminder_id=reminder.pk + 99, at=MONDAY)  # not there
    reminder.state = "done"
    reminder.save()
    assert not deliver_reminder(reminder_id=reminder.pk, at=MONDAY + 2 * HOUR)  # done
    assert told() == []


def test_mail_is_one_per_person_per_round_and_names_nobody(cast, sweep):
    for number, urgency in enumerate(("spoed", "spoed", "normaal")):
        canary = {"name": "kanarie-naam", "phone": f"+3161234999{number}"}
        callback = register(cast.contact_centre, urgency=urgency, **canary)
    sweep(MONDAY + 4 * HOUR)

    assert send_notice_mail() == 4  # two workers, the manager, the general manager
    assert send_notice_mail() == 0
    assert sorted(message.to[0] for message in mail.outbox) == [
        "general_manager@example.org",
        "handler@example.org",
        "team_manager@example.org",
        "team_worker@example.org",
    ]
    for message in mail.outbox:
        text = f"{message.subject}\n{message.body}\n{message.message()}"
        assert not [
            secret
            for secret in ("kanarie", "349999", "12349999", "Mag ik", "Jansen", str(callback))
            if secret in text
        ]
    assert OutboxMail.objects.filter(sent_at__isnull=True).count() == 0


def test_no_notice_names_the_resident_or_the_question(cast):
    resident = ResidentFactory(name="kanarie-naam", phone="+31612349999")
    callback = ready_for("claim", cast, resident=resident, question="kanarie-vraag")
    for kind in ("before", "term", "twice", "pause"):
        ring(callback, kind)

    assert len(told()) == 2 + 1 + 1 + 2
    assert not [text for text in told() if "kanarie" in text or "349999" in text]


def test_the_bell_of_a_request_that_changed_hands_rings_at_the_new_desk(cast, sweep):
    callback = register(cast.contact_centre, urgency="spoed")
    forward_callback(callback_id=callback.pk, team=cast.elsewhere, reason="a", by=cast.handler)
    Notice.objects.all().delete()

    sweep(MONDAY + 2 * HOUR)

    assert people_told() == ["outsider", "outsider_worker"]
    assert bells_of(callback) == {"twice": callback.escalate_at}
