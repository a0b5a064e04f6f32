"""The running call: one employee's, saved as it is typed, gone after a working day."""

import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.contacts.services import (
    drop_call,
    drop_expired_calls,
    open_call,
    save_call,
)
from cases.helpdesk.lifecycle import HelpState
from cases.models import CallDraft, Resident
from common.autosave import SaveConflict, Stamp
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import HelpQuestionFactory

pytestmark = pytest.mark.django_db


def save(draft, by, *, version=1, window="w1", at=MONDAY, **typed):
    return save_call(
        call_id=draft.pk,
        typed={name: [value] for name, value in typed.items()},
        stamp=Stamp(version, window),
        by=by,
        at=at,
    )


def test_open_gives_an_empty_call_that_ends_after_a_working_day(draft, cast):
    assert draft.employee == cast.contact_centre
    assert draft.typed().dict() == {}
    assert draft.expires_at == MONDAY.replace(day=24, hour=17)


def test_open_again_gives_the_call_in_which_nothing_was_typed(draft, cast):
    assert open_call(by=cast.contact_centre) == draft


def test_open_gives_another_call_when_the_first_is_in_use(draft, cast):
    save(draft, cast.contact_centre, name="Harmsen")

    assert open_call(by=cast.contact_centre) != draft
    assert CallDraft.objects.count() == 2


def test_open_refuses_a_fifth_call(cast, calendar_data):
    for _ in range(4):
        save(open_call(by=cast.contact_centre), cast.contact_centre, name="x")

    with pytest.raises(RuleViolation, match="vier gesprekken"):
        open_call(by=cast.contact_centre)


def test_open_is_for_the_desk(cast, calendar_data):
    with pytest.raises(PermissionDenied):
        open_call(by=cast.team_worker)


def test_what_is_typed_is_not_readable_in_the_table(draft, cast):
    save(draft, cast.contact_centre, name="Kanarienaam")

    draft.refresh_from_db()
    assert b"Kanarie" not in bytes(draft.content)
    assert draft.typed()["name"] == "Kanarienaam"


def test_the_content_of_one_call_does_not_open_in_another(draft, cast):
    save(draft, cast.contact_centre, name="Harmsen")
    other = open_call(by=cast.contact_centre)
    CallDraft.objects.filter(pk=other.pk).update(content=CallDraft.objects.get(pk=draft.pk).content)
    other.refresh_from_db()

    with pytest.raises(Exception):  # noqa: B017, PT011 - InvalidTag of the library
        other.typed()


def test_save_grows_the_version_and_moves_the_end(draft, cast):
    later = MONDAY + timedelta(days=1)

    saved = save(draft, cast.contact_centre, at=later, name="Harmsen")

    assert (saved.version, saved.saved_at) == (2, later)
    assert saved.expires_at == MONDAY.replace(day=25, hour=17)


def test_save_stores_no_resident(draft, cast):
    save(draft, cast.contact_centre, name="Harmsen", phone="06 12345678")

    assert not Resident.objects.exists()


def test_save_of_another_window_is_a_conflict_that_shows_both(draft, cast):
    save(draft, cast.contact_centre, window="w1", name="Harmsen")

    with pytest.raises(SaveConflict) as conflict:
        save(draft, cast.contact_centre, window="w2", name="Jansen")

    assert conflict.value.theirs["name"] == "Harmsen"
    draft.refresh_from_db()
    assert draft.typed()["name"] == "Harmsen"


def test_a_late_save_of_the_same_window_changes_nothing(draft, cast):
    save(draft, cast.contact_centre, name="Harm")
    save(draft, cast.contact_centre, version=2, name="Harmsen")

    save(draft, cast.contact_centre, version=1, name="Ha")

    draft.refresh_from_db()
    assert draft.typed()["name"] == "Harmsen"


def test_save_of_a_colleagues_call_finds_nothing(draft, cast):
    with pytest.raises(CallDraft.DoesNotExist):
        save(draft, cast.help_desk, name="x")


def test_save_refuses_a_book(draft, cast):
    with pytest.raises(RuleViolation, match="te veel tekst"):
        save(draft, cast.contact_centre, name="x" * 200_001)


def test_drop_leaves_nothing_and_lets_the_vraagbaak_go(draft, cast):
    asked = HelpQuestionFactory(call_id=draft.pk, asked_by=cast.contact_centre)

    drop_call(call_id=draft.pk, by=cast.contact_centre)

    asked.refresh_from_db()
    assert not CallDraft.objects.exists()
    assert asked.state == HelpState.WITHDRAWN
    assert AuditEvent.objects.filter(code="call.dropped").count() == 1


def test_drop_of_a_colleagues_call_finds_nothing(draft, cast):
    with pytest.raises(CallDraft.DoesNotExist):
        drop_call(call_id=draft.pk, by=cast.help_desk)


def test_expired_calls_go_and_running_ones_stay(draft, cast):
    save(draft, cast.contact_centre, name="Harmsen")
    draft.refresh_from_db()

    assert drop_expired_calls(at=draft.expires_at - timedelta(seconds=1)) == 0
    assert drop_expired_calls(at=draft.expires_at) == 1
    assert drop_expired_calls(at=draft.expires_at) == 0
    assert not CallDraft.objects.exists()
    assert AuditEvent.objects.filter(code="call.expired").count() == 1


def test_a_call_that_does_not_exist_cannot_be_saved(cast, nowhere, calendar_data):
    gone = SimpleNamespace(pk=nowhere)

    with pytest.raises(CallDraft.DoesNotExist):
        save(gone, cast.contact_centre, name="x")


def test_ids_of_calls_cannot_be_guessed(draft):
    assert draft.pk.version == 4
    assert isinstance(draft.pk, uuid.UUID)
