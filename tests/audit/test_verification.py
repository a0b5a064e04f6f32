"""Somebody who owns the tables changes something: the check says so, and where."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from audit import sealing
from audit.models import AuditEvent
from audit.services import seal_trail
from audit.verification import verify
from tests.factories.audit import act, acts

pytestmark = pytest.mark.django_db

EVENT = "audit_auditevent"
OTHERS = ", ".join(
    field.column for field in AuditEvent._meta.concrete_fields if field.column != "id"
)


@pytest.fixture
def numbers(anchor) -> list[int]:
    """Nine lines under three seals, and their numbers."""
    for _ in range(3):
        acts(3)
        seal_trail(at=timezone.now() - timedelta(days=3))
    return list(AuditEvent.objects.order_by("id").values_list("id", flat=True))


def findings(pattern: str) -> list[str]:
    return [sentence for sentence in verify().tampered if re.search(pattern, sentence)]


def test_untouched_trail_is_in_order(numbers):
    report = verify()

    assert (report.exit_code, report.rows, report.seals, report.unsealed) == (0, 9, 3, 0)


def test_trail_without_lines_is_in_order():
    assert verify().exit_code == 0


def test_lines_that_wait_for_their_seal_are_in_order(numbers):
    acts(2)

    report = verify()

    assert (report.exit_code, report.unsealed) == (0, 2)


@pytest.mark.parametrize(
    "change",
    [
        "actor_login = 'ander'",
        "at = '2020-01-01'",
        "outcome = 8",
        "fields = '[\"phone\"]'",
        "result_count = 2",
        "purpose = 'verzonnen'",
        "role = 'controller'",
    ],
)
def test_edited_line_is_found_in_its_window(numbers, as_owner, change):
    as_owner(f"UPDATE {EVENT} SET {change} WHERE id = {numbers[4]}")

    assert findings(rf"Regel {numbers[4]} is veranderd \(zegel 2, ")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditsubject SET resident_id = 99 WHERE event_id = {id}",
        "DELETE FROM audit_auditsubject WHERE event_id = {id}",
        "INSERT INTO audit_auditsubject (event_id, resident_id) VALUES ({id}, 99)",
    ],
)
def test_edited_residents_of_a_line_are_found(numbers, as_owner, statement):
    as_owner(statement.format(id=numbers[4]))

    assert findings(rf"Regel {numbers[4]} is veranderd")


def test_deleted_line_is_found_in_its_window(numbers, as_owner):
    as_owner(
        f"DELETE FROM audit_auditsubject WHERE event_id = {numbers[4]}",
        f"DELETE FROM {EVENT} WHERE id = {numbers[4]}",
    )

    assert findings(r"Er ontbreken 1 regels \(zegel 2, ")


def test_residents_without_their_line_are_found(numbers, as_owner):
    as_owner(f"DELETE FROM {EVENT} WHERE id = {numbers[4]}")

    assert findings("Bij 1 bewoners in het logboek hoort geen regel meer")


def test_added_line_without_the_key_is_found(numbers, as_owner):
    other = OTHERS.replace("uuid", "'0190a000000070008000000000000000'")
    as_owner(f"INSERT INTO {EVENT} ({OTHERS}) SELECT {other} FROM {EVENT} WHERE id = {numbers[0]}")

    assert findings(r"is veranderd \(nog niet verzegeld\)")


def test_old_line_that_turns_up_between_sealed_lines_is_found(numbers, as_owner):
    last = numbers[-1]
    act("retention.run")
    as_owner(f"UPDATE {EVENT} SET id = {last + 20} WHERE id > {last}")
    seal_trail(at=timezone.now())
    with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
        act("retention.run")
    as_owner(f"UPDATE {EVENT} SET id = {last + 10} WHERE id > {last} AND id <> {last + 20}")

    assert findings(f"Regel {last + 10} is toegevoegd tussen verzegelde regels")


def test_swapped_lines_are_found_in_their_window(numbers, as_owner):
    a, b, spare = numbers[3], numbers[4], numbers[-1] + 1000
    as_owner(
        "DELETE FROM audit_auditsubject WHERE event_id NOT IN (0)",
        f"UPDATE {EVENT} SET id = {spare} WHERE id = {a}",
        f"UPDATE {EVENT} SET id = {a} WHERE id = {b}",
        f"UPDATE {EVENT} SET id = {b} WHERE id = {spare}",
    )

    assert findings(r"Regels zijn verwisseld of vervangen \(zegel 2, ")


def test_line_put_under_another_number_after_the_seal_is_found(numbers, as_owner):
    as_owner(
        f"DELETE FROM audit_auditsubject WHERE event_id = {numbers[4]}",
        f"UPDATE {EVENT} SET id = {numbers[-1] + 50} WHERE id = {numbers[4]}",
    )

    assert findings(r"Er ontbreken 1 regels \(zegel 2, ")


def test_restamped_line_is_found(numbers, as_owner, settings):
    """The mark is remade with a key the attacker made up; everything in the row agrees."""
    own = settings.AUDIT_KEY
    settings.AUDIT_KEY = "sleutel-van-de-aanvaller"
    acts(1)
    forged = AuditEvent.objects.order_by("-id")[0]
    settings.AUDIT_KEY = own

    assert findings(rf"Regel {forged.pk} is veranderd")


@pytest.mark.parametrize(("n", "found"), [(1, "Voor zegel 2 ontbreekt"), (2, "Voor zegel 3")])
def test_dropped_seal_is_found(numbers, as_owner, n, found):
    as_owner(f"DELETE FROM audit_auditseal WHERE n = {n}")

    assert findings(found)


@pytest.mark.parametrize("change", ["count = 2", "ranges = '[[1, 2]]'", "sealed_at = '2020-01-01'"])
def test_edited_seal_is_found(numbers, as_owner, change):
    as_owner(f"UPDATE audit_auditseal SET {change} WHERE n = 2")

    assert findings("Zegel 2 is veranderd of nagemaakt")


def test_truncated_tail_is_found_with_the_anchor_file(numbers, as_owner):
    as_owner(
        f"DELETE FROM audit_auditsubject WHERE event_id > {numbers[5]}",
        f"DELETE FROM {EVENT} WHERE id > {numbers[5]}",
        "DELETE FROM audit_auditseal WHERE n = 3",
    )

    assert findings("Zegel 3 tot en met 3 van het ankerbestand ontbreekt")


@pytest.mark.parametrize(
    ("sealer", "found"),
    [
        (sealing.seal_batch, "Zegel 3 wijkt af van het ankerbestand"),
        (seal_trail, "Het ankerbestand noemt zegel 3 twee keer verschillend"),
    ],
)
def test_tail_that_was_cut_and_sealed_again_is_found(numbers, as_owner, sealer, found):
    as_owner(
        f"DELETE FROM audit_auditsubject WHERE event_id > {numbers[5]}",
        f"DELETE FROM {EVENT} WHERE id > {numbers[5]}",
        "DELETE FROM audit_auditseal WHERE n = 3",
    )
    acts(1)
    sealer(at=timezone.now())

    assert findings(found)


@pytest.mark.postgres
def test_line_copied_under_a_new_number_is_found(numbers, as_owner):
    as_owner(
        "ALTER TABLE audit_auditevent DROP CONSTRAINT audit_auditevent_uuid_key",
        f"INSERT INTO {EVENT} ({OTHERS}) SELECT {OTHERS} FROM {EVENT} WHERE id = {numbers[0]}",
    )

    assert findings("1 regels staan er dubbel in")


def test_emptied_trail_is_found(numbers, as_owner):
    as_owner(
        "DELETE FROM audit_auditsubject", f"DELETE FROM {EVENT}", "DELETE FROM audit_auditseal"
    )

    assert findings("Zegel 1 tot en met 3 van het ankerbestand ontbreekt")


def test_missing_anchor_file_is_not_called_in_order(numbers, anchor):
    anchor.unlink()

    report = verify()

    assert (report.exit_code, report.tampered) == (2, [])
    assert report.unsure == [f"Het ankerbestand {anchor} ontbreekt."]


def test_wrong_key_on_this_server_is_not_called_tampering(numbers, settings):
    settings.AUDIT_KEY = "andere-sleutel"

    report = verify()

    assert (report.exit_code, report.tampered) == (2, [])


def test_check_can_begin_halfway(numbers, as_owner):
    as_owner(f"UPDATE {EVENT} SET role = 'controller' WHERE id = {numbers[0]}")

    assert verify(from_id=numbers[3]).exit_code == 0
    assert verify().exit_code == 1


def test_lines_of_many_chunks_are_all_checked(numbers, monkeypatch):
    monkeypatch.setattr("audit.verification.CHUNK", 2)

    assert (verify().rows, verify().exit_code) == (9, 0)


@pytest.mark.parametrize("position", range(9))
def test_any_deleted_line_is_found(numbers, as_owner, position):
    as_owner(
        f"DELETE FROM audit_auditsubject WHERE event_id = {numbers[position]}",
        f"DELETE FROM {EVENT} WHERE id = {numbers[position]}",
    )

    assert findings(rf"Er ontbreken 1 regels \(zegel {position // 3 + 1}, ")


def run_command(*arguments: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("audit_verify", *arguments, stdout=out, stderr=err)
    except SystemExit as leaving:
        return int(leaving.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_command_says_that_all_is_well(numbers):
    code, out, err = run_command()

    assert (code, err) == (0, "")
    assert "9 regels, 3 zegels, 0 nog niet verzegeld" in out
    assert out.endswith("Het logboek is in orde.\n")


def test_command_names_the_window_and_leaves_with_1(numbers, as_owner):
    as_owner(f"UPDATE {EVENT} SET role = 'controller' WHERE id = {numbers[4]}")

    code, out, err = run_command("--from", str(numbers[3]))

    assert code == 1
    assert err.startswith(f"GEKNOEID  Regel {numbers[4]} is veranderd (zegel 2, regel")
    assert "in orde" not in out


def test_command_shows_no_more_than_a_screen(numbers, as_owner, monkeypatch):
    monkeypatch.setattr("audit.management.commands.audit_verify.SHOWN", 3)
    as_owner(f"UPDATE {EVENT} SET role = 'controller'")

    code, _out, err = run_command()

    assert (code, len(err.splitlines())) == (1, 4)
    assert err.splitlines()[-1] == "GEKNOEID  En nog 6 bevindingen."


def test_command_that_cannot_check_leaves_with_2(numbers, anchor):
    anchor.write_text("geen zegel")

    code, _out, err = run_command()

    assert (code, "kon niet worden gecontroleerd" in err) == (2, True)
    anchor.unlink()
    assert run_command()[0] == 2
