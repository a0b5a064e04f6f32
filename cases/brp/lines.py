"""An extract as lines: one line is one inwoner, read one by one, never more than one in memory.

A field with an end of line in it is refused: one forgotten quote then spoils one line, not the
hundred thousand after it.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from common.errors import RuleViolation

LONGEST_LINE = 10_000
"""Bytes; the widest line that the columns allow is less than half of it."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SIXTEEN_BITS = (b"\xff\xfe", b"\xfe\xff")
SAVE_AS = "Sla het bestand op als “CSV UTF-8” en probeer het opnieuw."
TOO_LONG = f"Deze regel is langer dan {LONGEST_LINE} tekens."
QUOTES = "De aanhalingstekens kloppen niet; een veld mag niet over een regeleinde lopen."


class FileRefused(RuleViolation):
    """The file as a whole cannot be read; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the file, its cells or what is wrong, and where the next begins."""

    number: int
    end: int
    cells: tuple[str, ...] = ()
    fault: str = ""


def read_lines(
    file: BinaryIO, *, delimiter: str, number: int = 0, start: int = 0
) -> Iterator[Line]:
    """Every line that is not empty from ``start``, which is where line ``number`` ended.

    Raises FileRefused for a line that is not UTF-8: then the names of the whole file are wrong.
    """
    file.seek(start)
    while raw := file.readline(LONGEST_LINE + 2):
        number += 1
        text = raw.rstrip(b"\r\n")
        if len(text) > LONGEST_LINE:
            start += len(raw) + _skip(file, raw)
            yield Line(number, start, fault=TOO_LONG)
            continue
        start += len(raw)
        if text.strip():
            yield _split(number, start, _decoded(text, number), delimiter)


def read_header(file: BinaryIO) -> tuple[tuple[str, ...], str, int]:
    """The names of the columns, the sign between them, and where the first line begins."""
    file.seek(0)
    raw = file.readline(LONGEST_LINE)
    if raw.startswith(SIXTEEN_BITS):
        raise FileRefused(f"Dit bestand is UTF-16. {SAVE_AS}")
    text = _decoded(raw.removeprefix(BYTE_ORDER_MARK).strip(), 1)
    delimiter = ";" if ";" in text else ","
    line = _split(1, len(raw), text.lower(), delimiter)
    if line.fault or not raw.endswith(b"\n"):
        raise FileRefused("De eerste regel is geen kop met de namen van de kolommen.")
    return line.cells, delimiter, line.end


def _decoded(text: bytes, number: int) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        found = "Het lijkt Windows-1252. " if _is_windows(text) else ""
        raise FileRefused(f"Regel {number} is geen UTF-8. {found}{SAVE_AS}") from None


def _is_windows(text: bytes) -> bool:
    """Whether the odd bytes would be letters in the code page of Windows."""
    try:
        odd = re.sub(rb"[\x00-\x7f]", b"", text).decode("cp1252")
    except UnicodeDecodeError:
        return False
    return odd.isalpha()


def _split(number: int, end: int, text: str, delimiter: str) -> Line:
    try:
        cells = next(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error:
        return Line(number, end, fault=QUOTES)
    return Line(number, end, tuple(cell.strip() for cell in cells))


def _skip(file: BinaryIO, raw: bytes) -> int:
    """Read on to the end of a line that is too long; how many bytes that was."""
    skipped = 0
    while raw and not raw.endswith(b"\n"):
        raw = file.readline(LONGEST_LINE)
        skipped += len(raw)
    return skipped
