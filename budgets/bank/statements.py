"""A line of a bank statement as it was read, whatever file it came from, and by what it is known.

Pure functions; nothing is kept here.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from common.blind_index import blind_index

MOST_LINES = 5_000
MOST_TEXT = 4_000
"""Characters in one field; the widest that a bank writes is less than a tenth of it."""
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Money that came in or went out; ``number`` is its place in the file."""

    number: int
    booked_on: date
    cents: int
    is_incoming: bool
    account: str = ""
    name: str = ""
    description: str = ""
    reference: str = ""
    own_account: str = ""


def marks_of(lines: Iterable[StatementLine]) -> list[str]:
    """By what each is known again (BI-4): the reference of the bank, day, amount, counter account,
    and how many the same came before it in this file."""
    seen, marks = Counter[str](), []
    for line in lines:
        facts = (line.own_account, line.reference, line.booked_on.isoformat(), line.is_incoming)
        text = "|".join(map(str, (*facts, line.cents, line.account)))
        seen[text] += 1
        marks.append(blind_index(f"{text}|{seen[text]}", of="bank_line"))
    return marks


def account_mark(account: str) -> str:
    """By what an account is known without opening it; empty without an account."""
    return blind_index(account, of="bank_account") if account else ""


def tidy(text: str) -> str:
    """One line of text without signs that no page can show."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return SPACES.sub(" ", shown).strip()


def tidy_account(text: str) -> str:
    """An account number without spaces, in capitals."""
    return SPACES.sub("", tidy(text)).upper()
