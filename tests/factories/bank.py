"""Files of the bank, handed in as the browser would: lines are never made by hand."""

import uuid
from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any

from budgets.bank.models import BankFile, BankLine
from budgets.bank.services import register_bank_file
from budgets.bank.uploading import BankUpload
from tests.factories.cases import MONDAY

IBAN = "NL20INGB0001234567"
HEADER = "Datum;Naam tegenpartij;Tegenrekening;Bedrag;Volgnr;Omschrijving"
NUMBERS = count(1)


def csv_line(cents: int, **own: Any) -> str:
    """A line of a file as banks write it; a reference of its own unless it says otherwise."""
    facts: dict[str, Any] = {
        "day": MONDAY.date(),
        "name": "Gemeentelijk fonds",
        "account": IBAN,
        "reference": f"R{next(NUMBERS)}",
        "words": "",
    } | own
    amount = f"{'-' if cents < 0 else ''}{abs(cents) // 100},{abs(cents) % 100:02d}"
    day: date = facts["day"]
    cells = (f"{day:%d-%m-%Y}", facts["name"], facts["account"], amount)
    return ";".join((*cells, facts["reference"], facts["words"]))


def csv_file(lines: Iterable[str], header: str = HEADER) -> bytes:
    """The whole file."""
    return "\n".join((header, *lines, "")).encode()


def hand_in(by: Any, body: bytes, **own: Any) -> BankFile:
    """Read a file in."""
    upload = BankUpload.of("afschrift van de heer X.csv", body)
    upload.refusal = BankUpload.begin_refused(body)
    try:
        told = {"submission_key": uuid.uuid4(), "by": by, "at": MONDAY} | own
        return register_bank_file(bank_file=upload, **told)
    finally:
        upload.close()


def a_line(by: Any, cents: int = 100_000, **own: Any) -> BankLine:
    """One line of a file of its own; below zero went out."""
    file = hand_in(by, csv_file([csv_line(cents, **own)]))
    line: BankLine = file.lines.get()
    return line
