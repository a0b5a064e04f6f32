"""What happens in other rooms leaves a line in the dossier that runs, and never a word."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from audit.services import record
from cases.callbacks.services import close_callback, log_attempt
from cases.dossiers import services
from cases.dossiers.models import FileLine, ResidentFile
from cases.models import CallbackOutcome, CallbackStep
from tests.cases.dossiers.acting import close, lines, open_file
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.contacts import ContactFactory
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import TalkFactory

CANARY = "Kanarieverzoek"


def attempt(callback, by):
    return log_attempt(
        callback_id=callback.pk,
        submission_key=uuid.uuid4(),
        result="no_answer",
        note=CANARY,
        again_at=None,
        outcome=None,
        by=by,
    )


def test_a_call_for_the_resident_stands_on_the_line_without_its_words(file, resident, cast):
    attempt(resident.callbacks.get(), cast.handler)

    line = file.lines.get()
    assert (line.kind, line.event, line.by) == ("callback", "callback.attempted", cast.handler)
    assert (line.ref, line.at, line.words) == (resident.callbacks.get().pk, MONDAY, "")
    assert str(line) == "Gebeld voor een terugbelverzoek"
    assert CANARY not in str(FileLine.objects.values())


def test_the_end_of_a_request_too_and_the_day_of_the_last_change(
    file, resident, cast, calendar_data
):
    ResidentFile.objects.update(touched_on="2020-01-01")
    outcome = CallbackOutcome.objects.in_use().first()
    number = resident.callbacks.get().pk
    close_callback(callback_id=number, outcome=outcome, outcome_note="", by=cast.handler)

    assert [line.event for line in file.lines.all()] == ["callback.closed"]
    file.refresh_from_db()
    assert file.touched_on == MONDAY.date()


def test_only_the_dossier_that_runs_and_only_of_that_resident(file, resident, cast):
    over = FileFactory(resident=resident, team=file.team, closed=True)
    other = FileFactory(team=file.team)
    attempt(resident.callbacks.get(), cast.handler)

    assert (file.lines.count(), over.lines.count(), other.lines.count()) == (1, 0, 0)


def test_an_act_that_fails_leaves_no_line(file, resident, cast):
    number = resident.callbacks.get()

    @transaction.atomic
    def stumble():
        attempt(number, cast.handler)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert not file.lines.exists()


@pytest.mark.parametrize("code", ["callback.read", "callback.claimed", "file.noted"])
def test_what_is_not_in_the_list_leaves_none(file, resident, cast, code):
    with transaction.atomic():
        record(code, resident.callbacks.get(), by=cast.handler)
    assert not file.lines.exists()


def test_the_system_leaves_none(file, resident):
    with transaction.atomic():
        record("callback.closed", resident.callbacks.get(), by=None)
    assert not file.lines.exists()


def test_a_contact_with_the_desk_is_heard_from_a_room_above(file, resident, cast, desk):
    contact = ContactFactory(employee=cast.contact_centre, desk=desk, resident=resident)
    with transaction.atomic():
        record("contact.ended", contact, by=cast.contact_centre)
        nobody = ContactFactory(employee=cast.contact_centre, desk=desk)
        record("contact.ended", nobody, by=cast.contact_centre)

    assert [(line.kind, line.ref) for line in file.lines.all()] == [("contact", contact.pk)]


def test_an_act_for_somebody_without_a_dossier_costs_one_query(
    resident, cast, django_assert_num_queries
):
    callback = resident.callbacks.get()
    with django_assert_num_queries(3):  # savepoint, question, release
        services.note_elsewhere(
            code="callback.closed",
            subjects=[callback],
            by=cast.handler,
            at=MONDAY,
        )


def test_what_was_before_comes_along_once_oldest_first(resident, cast, noord):
    callback = resident.callbacks.get()
    ago = MONDAY - timedelta(days=3)
    own = {"callback": callback, "resident": resident, "by": cast.team_worker}
    for hour, step in enumerate(("registered", "claimed", "attempted")):
        CallbackStep.objects.create(at=ago + timedelta(hours=hour), step=step, **own)
    melding = NotificationFactory(resident=resident, team=noord, handler=cast.handler)
    talk = TalkFactory(notification=melding, held=True)
    file = open_file(resident, cast.handler, noord)

    found = [line for line in file.lines.order_by("at", "pk") if line.event]
    events = [line.event for line in found]
    assert events[:2] == ["callback.registered", "callback.attempted"]
    assert found[0].by == cast.team_worker
    assert found[0].at == ago
    assert {"talk.planned", "talk.held"} <= set(events)
    assert {line.ref for line in found if line.kind == "talk"} == {talk.pk}
    assert file.lines.filter(kind="opened").count() == 1
    again = open_file(resident, cast.handler, noord, submission_key=file.uuid)
    assert again.lines.count() == file.lines.count()


def test_no_more_than_fifty_come_along(resident, cast, noord):
    callback = resident.callbacks.get()
    for number in range(60):
        CallbackStep.objects.create(
            callback=callback,
            resident=resident,
            by=cast.handler,
            at=MONDAY - timedelta(minutes=number + 1),
            step="attempted",
        )
    file = open_file(resident, cast.handler, noord)

    taken = file.lines.exclude(event="")
    assert taken.count() == 50
    assert taken.order_by("at")[0].at == MONDAY - timedelta(minutes=50)


@pytest.mark.parametrize(
    "own",
    [
        {"kind": "callback", "event": "callback.closed", "ref": 1, "content": b"x"},
        {"kind": "callback"},
        {"kind": "note", "event": "callback.closed", "ref": 1, "content": b"x"},
        {"kind": "note", "content": b"x", "by": None},
    ],
)
def test_the_database_keeps_words_out_of_lines_of_other_rooms(file, own):
    told = {"file": file, "resident": file.resident, "at": MONDAY, "by": file.director}
    with pytest.raises(IntegrityError), transaction.atomic():
        FileLine.objects.create(**told | own)


def test_a_dossier_that_closed_gets_no_line(question, resident, cast):
    close(question, cast.handler)
    services.close_file(file_id=question.file_id, words="Klaar.", by=cast.handler)
    own = {"resident": resident, "team": question.file.team, "handler": cast.handler}
    attempt(CallbackFactory(claimed=True, **own), cast.handler)

    assert lines(question.file) == ["outcome", "closed"]
