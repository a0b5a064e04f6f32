"""What the rows of one dossier of the generated city are made of."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

MINE, OPEN_ONES = 60, 20_000
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

TableFacts = tuple[Any, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The facts of one dossier; the first sixty are of the worker who is measured."""

    number: int
    resident: int
    team: int
    director: int
    domain: int
    at: datetime
    now: datetime
    question: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def is_open(self) -> bool:
        """The open work does not grow with the city."""
        return self.number <= OPEN_ONES

    @property
    def is_mine(self) -> bool:
        """Whether our worker directs it."""
        return self.number <= MINE

    @property
    def is_long(self) -> bool:
        """The one of two thousand lines, with more than a page of everything."""
        return self.number == 1

    @property
    def ended_at(self) -> datetime | None:
        """Half an hour after it was opened, so that what is in it lies between."""
        return None if self.is_open else self.at + 30 * MINUTE

    def of(self, **facts: Any) -> dict[str, Any]:
        """A row of this dossier."""
        return {"file_id": self.number, **facts}


def sealed(envelope: Any, place: str, words: str) -> bytes:
    """Words as the application keeps them: ``place`` is table, column and row."""
    kept: bytes = envelope.seal(words.encode(), bound_to=place)
    return kept


def copied(names: list[str], facts: dict[str, Any]) -> list[Any]:
    """In the order of the columns; bytes as COPY reads them."""
    values = [facts[name] for name in names]
    return [rf"\\x{value.hex()}" if isinstance(value, bytes) else value for value in values]
