"""What the tables refuse, and what they hold only sealed (BI-5)."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, connection, transaction

from budgets.bank.models import BankLine, BankMatch, Counterparty
from tests.factories.bank import IBAN, a_line
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db
WRONG = (
    {"amount_cents": 0},
    {"amount_cents": -1},
    {"matched_cents": -1},
    {"matched_cents": 1_001},
    {"matched_cents": 1_000},
    {"state": "matched", "settled_at": MONDAY},
    {"state": "set_aside"},
    {"settled_at": MONDAY},
)


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_line_that_cannot_be_is_refused(bank, wrong):
    line = a_line(bank.controller, 1_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        BankLine.objects.filter(pk=line.pk).update(**wrong)


def test_a_match_without_amount_or_half_undone_is_refused(bank):
    line = a_line(bank.controller, 1_000)
    facts = {"line": line, "request": bank.advance, "matched_at": MONDAY}
    facts |= {"matched_by": bank.controller, "key": line.uuid}
    for wrong in ({"amount_cents": 0}, {"amount_cents": 1, "undone_at": MONDAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            BankMatch.objects.create(**facts, **wrong)


def test_names_and_accounts_are_sealed_and_open_only_in_their_own_line(bank):
    line = a_line(bank.controller, 1_000, name="Kanarie", words="Kanarie")
    other = a_line(bank.controller, 1_001)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM budgets_bankline")
        kept = b"|".join(
            bytes(cell) if isinstance(cell, memoryview | bytes) else str(cell).encode()
            for row in cursor.fetchall()
            for cell in row
        )

    assert b"Kanarie" not in kept
    assert IBAN.encode() not in kept
    assert line.told == Counterparty("Kanarie", IBAN, "Kanarie")
    assert line.told.masked == "NL•• •••• 4567"
    other.content = line.content
    with pytest.raises(InvalidTag):
        _ = other.told


def test_only_the_controller_sees_a_line(bank):
    line = a_line(bank.controller)
    seen = {
        name
        for name, person in vars(bank.cast).items()
        if hasattr(person, "acting_role") and BankLine.objects.visible_to(person).exists()
    }

    assert seen == {"controller"}
    assert line.relations_to(bank.controller) == frozenset()
    assert (str(line)[:3], str(BankLine()), str(BankMatch())) == ("BR-", "bankregel", "koppeling")
    assert str(line.file) == f"bankbestand {line.file.pk}"
