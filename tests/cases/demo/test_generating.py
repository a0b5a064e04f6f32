"""The generator of large cities: valid by every rule, on both engines."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection

from audit.models import AuditEvent
from cases.callbacks.lifecycle import OPEN_STATES
from cases.callbacks.models import CallbackReminder, ReminderState
from cases.demo.bulk import bare_tables
from cases.demo.generating import Size, generate_city
from cases.demo.marks import demo_requests
from cases.helpdesk.models import day_part_of
from cases.models import (
    CallbackAttempt,
    CallbackRequest,
    CallbackStep,
    Contact,
    ContactQuestion,
    Resident,
)
from cases.residents.recognition import caller_mark
from clusters.models import HANDLING_ROLES, Membership

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
SIZE = Size(residents=80, callbacks=660)


@pytest.fixture
def city(transactional_db):
    call_command("load_reference_data", verbosity=0)
    heard = []
    generate_city(size=SIZE, seed=5, now=NOW, progress=heard.append)
    return heard


def _snapshot():
    return list(CallbackRequest.objects.order_by("pk").values_list("state", "question", "due_at"))


def test_the_city_is_as_large_as_asked_and_progress_counts_every_row(city):
    assert CallbackRequest.objects.count() == SIZE.callbacks
    assert Resident.objects.count() == SIZE.residents
    assert sum(city) == SIZE.callbacks + SIZE.residents


def test_every_rule_of_the_database_holds(city):
    connection.check_constraints()
    for row in CallbackRequest.objects.select_related("resident"):
        row.validate_constraints()
        row.resident.validate_constraints()


def test_handlers_belong_to_the_team(city):
    held = set(Membership.objects.filter(role__in=HANDLING_ROLES).values_list("user_id", "team_id"))
    rows = CallbackRequest.objects.filter(handler__isnull=False)

    assert set(rows.values_list("handler_id", "team_id")) - held == set()


def test_every_closed_request_has_an_attempt_and_steps(city):
    closed = CallbackRequest.objects.filter(state="closed")
    called = set(CallbackAttempt.objects.values_list("callback_id", flat=True))
    steps = Counter(CallbackStep.objects.values_list("callback_id", flat=True))

    assert closed
    assert {row.pk for row in closed} <= called
    assert min(steps[row.pk] for row in closed) >= 2


def test_only_open_requests_have_reminders_and_those_of_the_past_are_done(city):
    assert not CallbackReminder.objects.filter(callback__state="closed").exists()
    pending = CallbackReminder.objects.filter(state=ReminderState.PENDING)
    assert pending.exists()
    assert not pending.filter(due_at__lte=NOW).exists()


def test_the_history_is_spread_over_ten_years_and_ends_before_now(city):
    years = Counter(
        moment.year
        for moment in CallbackRequest.objects.filter(state="closed").values_list(
            "registered_at", flat=True
        )
    )
    oldest = CallbackRequest.objects.order_by("registered_at")[0].registered_at

    assert NOW - oldest > timedelta(days=9.9 * 365)
    assert all(years[year] >= 25 for year in range(2017, 2026)), years
    assert not CallbackRequest.objects.filter(closed_at__gt=NOW).exists()


def test_the_open_work_is_the_same_for_every_team(city):
    opened = Counter(
        CallbackRequest.objects.filter(state__in=OPEN_STATES).values_list("team_id", flat=True)
    )

    assert len(opened) == 11
    assert set(opened.values()) == {30}


def test_every_request_was_promised_in_a_contact_and_some_contacts_needed_none(city):
    rows = ContactQuestion.objects.select_related("contact")
    results = Counter(row.result for row in rows)

    assert results["callback"] == SIZE.callbacks
    assert rows.count() == Contact.objects.count() == SIZE.callbacks * 3 // 2
    assert {row.callback_id for row in rows} - {None} == set(
        CallbackRequest.objects.values_list("pk", flat=True)
    )
    assert {row.resident_id is None for row in rows if row.result == "answered"} == {True}
    assert {row.with_help_desk for row in rows} == {True, False}
    assert all(row.part == day_part_of(row.ended_at) for row in rows)
    assert not rows.filter(ended_at__gt=NOW).exists()
    for row in rows:
        row.validate_constraints()
        row.contact.validate_constraints()


def test_a_caller_has_one_open_request_with_their_mark(city):
    marked = CallbackRequest.objects.filter(caller_mark__isnull=False).select_related("resident")

    assert marked
    assert not marked.filter(state="closed").exists()
    for row in marked:
        assert row.caller_mark == caller_mark(row.resident.phone, row.resident.name)
    assert len({row.caller_mark for row in marked}) == len(marked)


def test_a_part_of_the_work_has_a_line_in_the_trail(city):
    assert AuditEvent.objects.filter(code="callback.registered").count() == SIZE.callbacks // 50


def test_new_rows_get_a_number_that_is_free(city):
    resident = Resident.objects.create(name="Na de stad", phone="+31360000001")

    assert resident.pk > SIZE.residents


@pytest.mark.postgres
def test_the_checks_that_were_left_out_come_back_and_find_a_bad_row(city):
    with pytest.raises(IntegrityError), bare_tables(CallbackStep):
        CallbackStep.objects.filter(pk=1).update(callback_id=10**9)


@pytest.mark.postgres
def test_no_index_and_no_foreign_key_is_lost(transactional_db):
    def kept():
        with connection.cursor() as cursor:
            cursor.execute("SELECT indexdef FROM pg_indexes ORDER BY 1")
            indexes = cursor.fetchall()
            cursor.execute(
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1"
            )
            return indexes, cursor.fetchall()

    before = kept()
    with bare_tables(CallbackRequest, CallbackStep):
        assert kept() != before

    assert kept() == before


@pytest.mark.django_db(transaction=True)
def test_generate_city_fills_an_empty_database(capsys):
    call_command("generate_city", residents=50, callbacks=300, seed=3)

    assert (Resident.objects.count(), demo_requests().count()) == (50, 300)
    assert "300 terugbelverzoeken" in capsys.readouterr().out
