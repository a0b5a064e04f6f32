"""A file as lines: read one by one, with what is wrong with a line instead of an exception."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

LARGEST_FILE, LONGEST_LINE = 200_000_000, 1_000_000
LONGEST_NUMBER = 18
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Line:
    """One line of a file: its number and its object, or what is wrong with it."""

    number: int
    value: Any = None
    fault: str = ""


def read_lines(path: Path) -> Iterator[Line]:
    """Every line that is not empty; never more than one line in memory.

    A line that is too long is skipped to its end, so that the lines after it keep their number.
    """
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(LONGEST_LINE + 2):
            number += 1
            text = raw.rstrip(b"\r\n")
            if len(text) > LONGEST_LINE:
                _skip(file, raw)
                yield Line(number, fault="deze regel is langer dan 1 MB.")
            elif text.strip():
                yield _parsed(number, text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text)


def to_line(value: Any) -> bytes:
    """An object as one line of a file; the same object is always the same line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _skip(file: Any, raw: bytes) -> None:
    """Read on to the end of a line that is too long."""
    while raw and not raw.endswith(b"\n"):
        raw = file.readline(LONGEST_LINE)


def _parsed(number: int, text: bytes) -> Line:
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError as error:
        return Line(number, fault=f"byte {error.start + 1} is geen UTF-8.")
    try:
        value = json.loads(
            decoded, object_pairs_hook=_once, parse_constant=_refuse, parse_int=_small
        )
    except json.JSONDecodeError as error:
        return Line(number, fault=f"dit is geen JSON (bij teken {error.pos + 1}).")
    except ValueError as error:
        return Line(number, fault=str(error))
    except RecursionError:
        return Line(number, fault="deze regel is te diep genest.")
    return Line(number, value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a key that stands in it twice would silently lose the first."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("een sleutel staat twee keer in hetzelfde object.")
    return found


def _small(digits: str) -> int:
    """A number of a size that means something; Python itself refuses the very long ones."""
    if len(digits) > LONGEST_NUMBER:
        raise ValueError("een getal is te groot.")
    return int(digits)


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is geen JSON.")
