"""A file of the bank as lines, whatever kind of file it is; writes nothing (BI-1)."""

from datetime import date
from typing import BinaryIO

from budgets.bank.camt import read_camt
from budgets.bank.statements import StatementLine
from budgets.bank.tables import read_table
from cases.brp.lines import BYTE_ORDER_MARK, FileRefused

MOST_MEGABYTES = 5
MOST_BYTES = MOST_MEGABYTES * 1_000_000
TOO_LARGE = f"Dit bestand is groter dan {MOST_MEGABYTES} MB. Splits het."


def read_statement(file: BinaryIO, today: date) -> tuple[bytes, list[StatementLine]]:
    """All of the file, and its lines; raises FileRefused when a part of it cannot be read."""
    body = file.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise FileRefused(TOO_LARGE)
    is_xml = body.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(b"<")
    lines = read_camt(body, today) if is_xml else read_table(body, today)
    if not lines:
        raise FileRefused("In dit bestand staat geen regel met een bedrag.")
    return body, lines
