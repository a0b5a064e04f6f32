"""Long forms that save themselves: a version, a window, and what to do when two meet (design 9).

What stands in the form is kept as the browser sends it, right or wrong, and sealed for its row. A
save says which version its window knows, which window that is, and the number of the change there.
Window and number together are the idempotency key: what was sent twice is kept once, also when the
answer to the first got lost on the line.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.http import QueryDict

from common.errors import RuleViolation
from common.sealing import seal, unseal

VERSION, WINDOW, NUMBER = "version", "window", "number"
"""The names under which a form says what its window knows, which it is, and how far it got."""
STAMP = frozenset({VERSION, WINDOW, NUMBER})
LONGEST_CONTENT = 200_000
LONGEST_WINDOW = 40
DIGITS = re.compile(r"[0-9]{1,9}")

Typed = Mapping[str, list[str]]


class SaveConflict(RuleViolation):
    """Another window saved meanwhile; ``theirs`` is what stands there."""

    def __init__(self, theirs: QueryDict) -> None:
        super().__init__("Dit is in een ander venster gewijzigd.")
        self.theirs = theirs


@dataclass(frozen=True)
class Stamp:
    """What a save says about itself; ``number`` 0 is a window without script."""

    version: int
    window: str
    number: int = 0


def stamp_of(data: QueryDict) -> Stamp:
    """The stamp a form carries; what cannot be read counts as nothing known."""
    return Stamp(
        version=_whole(data.get(VERSION)),
        window=(data.get(WINDOW) or "")[:LONGEST_WINDOW],
        number=_whole(data.get(NUMBER)),
    )


class AutosavedModel(models.Model):
    """A row that holds what stands in a form, sealed; a service locks it, asks, and saves it."""

    saved_at = models.DateTimeField("bewaard op")
    version = models.PositiveIntegerField(default=1)
    content = models.BinaryField("inhoud")

    class Meta:
        abstract = True

    @property
    def seal_name(self) -> str:
        """What the content is bound to: table, column and row."""
        return f"{self._meta.db_table}|content|{self.pk}"

    def seal_text(self, plain: bytes) -> bytes:
        """Seal with the key this row belongs to."""
        return seal(plain, bound_to=self.seal_name)

    def open_text(self, sealed: bytes) -> bytes:
        """Open with the key this row belongs to."""
        return unseal(sealed, bound_to=self.seal_name)

    def keep(self, typed: Typed) -> None:
        """Seal what stands in the form; the caller saves the row."""
        self.content = self.seal_text(json.dumps(typed).encode())

    def typed(self) -> QueryDict:
        """What stood in the form, as the browser sent it."""
        kept = QueryDict(mutable=True)
        for name, values in json.loads(self.open_text(bytes(self.content))).items():
            kept.setlist(name, values)
        return kept

    def answers(self) -> dict[str, str]:
        """What was filled in, by the name of the field; without the stamp and what is empty."""
        texts = {name: str(text or "").strip() for name, text in self.typed().items()}
        return {name: text for name, text in texts.items() if text and name not in STAMP}

    def accept(self, typed: Typed, stamp: Stamp, *, at: datetime) -> bool:
        """Keep it as the next version; False when it, or something newer, is here already.

        Raises SaveConflict when another window saved since ``stamp.version``, and RuleViolation
        when there is too much text.
        """
        if sum(len(value) for values in typed.values() for value in values) > LONGEST_CONTENT:
            raise RuleViolation("Dit is te veel tekst. Er is niets weggegooid.")
        theirs = self.typed()
        if theirs.get(WINDOW, "") == stamp.window:
            if not _is_newer(stamp, self.version, _whole(theirs.get(NUMBER))):
                return False
        elif stamp.version != self.version:
            raise SaveConflict(theirs)
        self.keep({**typed, WINDOW: [stamp.window], NUMBER: [str(stamp.number)]})
        self.version += 1
        self.saved_at = at
        return True


def _is_newer(stamp: Stamp, version: int, number: int) -> bool:
    """Whether one window sends something after what it sent before."""
    if stamp.number:
        return stamp.number > number
    return stamp.version >= version


def _whole(text: str | None) -> int:
    return int(text) if text and DIGITS.fullmatch(text) else 0
