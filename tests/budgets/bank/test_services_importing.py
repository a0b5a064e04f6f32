"""Reading a file in: what is new is kept, what was known changes nothing (BI-1, BI-4)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from budgets.bank.models import BankFile, BankLine
from common.errors import RuleViolation
from tests.factories.bank import csv_file, csv_line, hand_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ledger_is_whole")]


def test_the_same_file_twice_changes_nothing(bank, upload_dir):
    body = csv_file([csv_line(100), csv_line(200), csv_line(-300)])
    first = hand_in(bank.controller, body)
    again = hand_in(bank.controller, body)

    assert (first.pk, first.fresh_count, first.line_count) == (again.pk, 3, 3)
    assert BankLine.objects.count() == 3
    assert AuditEvent.objects.filter(code="bank.imported").count() == 1
    assert list(upload_dir.iterdir()) == []


def test_another_file_through_the_same_form_is_read_in_as_well(bank):
    key = uuid.uuid4()
    files = [hand_in(bank.controller, csv_file([csv_line(100)]), submission_key=key)]
    files.append(hand_in(bank.controller, csv_file([csv_line(200)]), submission_key=key))

    assert [file.fresh_count for file in files] == [1, 1]


def test_of_an_overlapping_file_only_what_is_new_is_kept(bank):
    lines = [csv_line(number) for number in (100, 200, 300)]
    hand_in(bank.controller, csv_file(lines[:2]))
    later = hand_in(bank.controller, csv_file(lines))

    assert (later.fresh_count, later.known_count) == (1, 2)
    assert later.lines.get().amount_cents == 300


def test_two_equal_lines_of_one_day_are_two_and_stay_two(bank):
    twice = csv_line(100, reference="")
    file = hand_in(bank.controller, csv_file([twice, twice]))
    later = hand_in(bank.controller, csv_file([twice, twice, csv_line(7)]))

    assert (file.fresh_count, later.fresh_count) == (2, 1)


def test_a_file_with_a_fault_keeps_nothing_and_only_the_controller_may(bank, upload_dir):
    with pytest.raises(RuleViolation, match="Regel 3") as fault:
        hand_in(bank.controller, csv_file([csv_line(100), csv_line(100) + ";x"]))
    with pytest.raises(RuleViolation, match="foto"):
        hand_in(bank.controller, b"\x89PNG")
    for person in (bank.cast.handler, bank.cast.general_manager):
        with pytest.raises(PermissionDenied):
            hand_in(person, csv_file([csv_line(100)]))

    assert fault.value.field == "bank_file"
    assert BankFile.objects.count() == BankLine.objects.count() == 0
    assert list(upload_dir.iterdir()) == []
