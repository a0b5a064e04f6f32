"""A CSV file of a bank as lines: columns found by their header, all of it or nothing (BI-1)."""

import io
from dataclasses import dataclass
from datetime import date

from budgets.bank.amounts import day_of, decimal_sign, signed_cents
from budgets.bank.statements import MOST_LINES, MOST_TEXT, StatementLine, tidy, tidy_account
from cases.brp.lines import FileRefused, Line, read_header, read_lines

NAMES: dict[str, tuple[str, ...]] = {
    "day": ("boekdatum", "boekingsdatum", "datum", "transactiedatum", "date", "booking date"),
    "amount": ("bedrag", "bedrag (eur)", "bedrag eur", "transactiebedrag", "amount"),
    "side": ("af bij", "af/bij", "bij/af", "debet/credit", "debit/credit", "credit/debet", "d/c"),
    "account": (
        "tegenrekening",
        "tegenrekening iban/bban",
        "tegenrekeningnummer",
        "tegenrekening iban",
        "counter account",
        "counterparty account",
    ),
    "name": (
        "naam / omschrijving",
        "naam tegenpartij",
        "naam tegenrekening",
        "naam",
        "tegenpartij",
        "name",
        "counterparty name",
    ),
    "reference": (
        "volgnr",
        "volgnummer",
        "transactiereferentie",
        "referentie",
        "transactie-id",
        "reference",
    ),
    "own": ("rekening", "iban/bban", "opdrachtgeversrekening", "eigen rekening", "account"),
    "currency": ("munt", "valuta", "valuta transactie", "currency"),
}
WORDS = (
    *("mededelingen", "omschrijving", "omschrijving-1", "omschrijving-2", "omschrijving-3"),
    *("betalingskenmerk", "description"),
)
INCOMING = frozenset({"bij", "c", "cr", "credit", "crdt", "+"})
OUTGOING = frozenset({"af", "d", "db", "debet", "debit", "dbit", "-"})
NEEDED = {"day": "datum", "amount": "bedrag"}
FAULTS_SHOWN = 5


@dataclass(frozen=True)
class Columns:
    """Where each thing stands; ``words`` are the places of the description."""

    width: int
    at: dict[str, int]
    words: tuple[int, ...]

    @classmethod
    def of(cls, header: tuple[str, ...]) -> "Columns":
        """Found by name; raises FileRefused when day or amount is not there."""
        at = {
            what: next(header.index(name) for name in names if name in header)
            for what, names in NAMES.items()
            if any(name in header for name in names)
        }
        if missing := [label for what, label in NEEDED.items() if what not in at]:
            raise FileRefused(f"In de kop ontbreekt de kolom voor: {', '.join(missing)}.")
        words = tuple(number for number, name in enumerate(header) if name in WORDS)
        return cls(len(header), at, words)

    def cell(self, line: Line, what: str) -> str:
        """What stands there; empty without such a column."""
        return line.cells[self.at[what]] if what in self.at else ""


def read_table(body: bytes, today: date) -> list[StatementLine]:
    """Every line that moved money; raises FileRefused with what is wrong with which line."""
    file = io.BytesIO(body)
    header, delimiter, start = read_header(file)
    columns, lines = Columns.of(header), list[Line]()
    for line in read_lines(file, delimiter=delimiter, number=1, start=start):
        lines.append(line)
        if len(lines) > MOST_LINES:
            raise FileRefused(f"Dit bestand heeft meer dan {MOST_LINES} regels. Splits het.")
    whole = [line for line in lines if not line.fault and len(line.cells) == columns.width]
    try:
        sign = decimal_sign(columns.cell(line, "amount") for line in whole)
    except ValueError as fault:
        raise FileRefused(str(fault)) from None
    return _all_or_nothing(lines, columns, sign, today)


def _all_or_nothing(
    lines: list[Line], columns: Columns, sign: str, today: date
) -> list[StatementLine]:
    found, faults = list[StatementLine](), list[str]()
    for line in lines:
        try:
            found.append(_read(line, columns, sign, today))
        except ValueError as fault:
            faults.append(f"Regel {line.number}: {fault}.")
    if faults:
        more = f" En nog {len(faults) - FAULTS_SHOWN}." if len(faults) > FAULTS_SHOWN else ""
        raise FileRefused(f"{' '.join(faults[:FAULTS_SHOWN])}{more} Er is niets ingelezen.")
    return [line for line in found if line.cents]


def _read(line: Line, columns: Columns, sign: str, today: date) -> StatementLine:
    if line.fault:
        raise ValueError(line.fault.rstrip("."))
    if len(line.cells) != columns.width:
        raise ValueError("er staan meer of minder kolommen in dan in de kop")
    if any(len(cell) > MOST_TEXT for cell in line.cells):
        raise ValueError(f"een veld is langer dan {MOST_TEXT} tekens")
    if columns.cell(line, "currency").upper() not in ("", "EUR"):
        raise ValueError("het bedrag is niet in euro")
    cents = signed_cents(columns.cell(line, "amount"), sign)
    return StatementLine(
        number=line.number,
        booked_on=day_of(columns.cell(line, "day"), today),
        cents=abs(cents),
        is_incoming=_is_incoming(columns, line, cents),
        account=tidy_account(columns.cell(line, "account")),
        name=tidy(columns.cell(line, "name")),
        description=tidy(" ".join(line.cells[number] for number in columns.words)),
        reference=tidy(columns.cell(line, "reference")),
        own_account=tidy_account(columns.cell(line, "own")),
    )


def _is_incoming(columns: Columns, line: Line, cents: int) -> bool:
    """By the column that says so, else by the sign of the amount."""
    if "side" not in columns.at:
        return cents >= 0
    side = columns.cell(line, "side").lower()
    if side not in INCOMING | OUTGOING or (side in INCOMING and cents < 0):
        raise ValueError("er staat niet of het geld erbij kwam of eraf ging")
    return side in INCOMING
