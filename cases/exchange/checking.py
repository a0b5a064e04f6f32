"""Whether an object has the form of the standard; every fault in Dutch, with the field it is in.

Form only: whether a team, a number or a person exists here is asked in ``incoming``. A field the
standard has and we do not use is let be.
"""

import re
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from cases.exchange.standard import SHAPES, Field, Kind


def faults_of(value: Any, shape: str, place: str = "") -> Iterator[str]:
    """Everything that is wrong with the form of ``value``; ``place`` is the way to it."""
    if not isinstance(value, dict):
        yield f"{place or shape} moet een object zijn, tussen accolades."
        return
    for name, field in SHAPES[shape].items():
        where = f"{place}.{name}".lstrip(".")
        if value.get(name) is not None:
            yield from _in_field(value[name], field, where)
        elif field.required or (name in value and not field.nullable):
            yield f"{where} ontbreekt." if name not in value else f"{where} mag niet leeg zijn."


def moment_of(value: str) -> datetime | None:
    """A date and time with its zone; None when it is not one."""
    try:
        moment = datetime.fromisoformat(value)
        return moment if moment.utcoffset() is not None else None
    except (ValueError, OverflowError):
        return None


def _in_field(value: Any, field: Field, where: str) -> Iterator[str]:
    """The faults of one field that is filled in."""
    yield from _CHECKS[field.kind](value, field, where)


def _in_text(value: Any, field: Field, where: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{where} moet tekst zijn, tussen aanhalingstekens."
        return
    if field.required and not value.strip():
        yield f"{where} mag niet leeg zijn."
    yield from _unfit(value, field.most, where)
    if field.choices and value not in field.choices:
        yield f"{where} is “{_short(value)}”; het moet {' of '.join(field.choices)} zijn."
    if field.pattern and value and not re.fullmatch(field.pattern, value):
        yield f"{where} heeft niet de vorm “1315 AA”."


def _unfit(value: str, most: int, where: str) -> Iterator[str]:
    """Too long, or with signs no database keeps."""
    if len(value) > most:
        yield f"{where} heeft {len(value)} tekens; het mogen er {most} zijn."
    if "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        yield f"{where} bevat een teken dat geen tekst is."


def _in_uuid(value: Any, _field: Field, where: str) -> Iterator[str]:
    try:
        canonical = isinstance(value, str) and str(uuid.UUID(value)) == value.lower()
    except ValueError:
        canonical = False
    if not canonical:
        yield f"{where} moet een uuid zijn, zoals 3f2b8c1e-5d47-4f0a-9a3e-2b7c6d5e4f10."


def _in_moment(value: Any, _field: Field, where: str) -> Iterator[str]:
    if not isinstance(value, str) or moment_of(value) is None:
        yield f"{where} moet een datum en tijd met tijdzone zijn, zoals 2026-11-23T10:00:00Z."


def _in_flag(value: Any, _field: Field, where: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{where} moet true of false zijn."


def _in_number(value: Any, field: Field, where: str) -> Iterator[str]:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if not is_number or not 1 <= value <= field.most:
        yield f"{where} moet een getal van 1 tot en met {field.most} zijn."


def _in_object(value: Any, field: Field, where: str) -> Iterator[str]:
    yield from faults_of(value, field.shape, where)


def _in_list(value: Any, field: Field, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where} moet een lijst zijn, tussen blokhaken."
        return
    if field.most and len(value) > field.most:
        yield f"{where} heeft {len(value)} onderdelen; het mag er {field.most} zijn."
    for number, each in enumerate(value, start=1):
        yield from faults_of(each, field.shape, f"{where}[{number}]")


def _in_words(value: Any, field: Field, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} moet een object zijn, tussen accolades."
        return
    for key, word in value.items():
        if isinstance(word, str):
            yield from _unfit(word, field.most, f"{where}.{_short(key)}")
        else:
            yield f"{where}.{_short(key)} moet tekst zijn, tussen aanhalingstekens."


def _short(value: str) -> str:
    """What the file says, as far as it helps to find it."""
    return value if len(value) <= 40 else f"{value[:40]}…"


_CHECKS: dict[Kind, Callable[[Any, Field, str], Iterator[str]]] = {
    Kind.TEXT: _in_text,
    Kind.UUID: _in_uuid,
    Kind.MOMENT: _in_moment,
    Kind.FLAG: _in_flag,
    Kind.NUMBER: _in_number,
    Kind.OBJECT: _in_object,
    Kind.LIST: _in_list,
    Kind.WORDS: _in_words,
}
