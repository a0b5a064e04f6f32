"""What one line says, with a list of everything that is wrong with it."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.exchange.checking import moment_of
from cases.exchange.incoming.lists import Lists
from cases.exchange.metadata import NO, YES, gathered


class Told:
    """A line whose form is right; ``faults`` grows while it is read."""

    def __init__(self, value: dict[str, Any], lists: Lists) -> None:
        self.lists = lists
        self.contact: dict[str, Any] = value["klantcontact"]
        self.person: dict[str, Any] | None = value.get("betrokkene")
        self.addresses: list[dict[str, Any]] = value.get("digitaleAdressen") or []
        self.task: dict[str, Any] | None = next(iter(value.get("internetaken") or []), None)
        self.words: Mapping[str, str] = self.contact.get("metadata") or {}
        self.faults: list[str] = []

    def refuse(self, fault: str) -> None:
        """Something is wrong; the line is read on, so that every fault is said at once."""
        self.faults.append(fault)

    def word(self, key: str, longest: int | None = None) -> str:
        """A value of ``metadata`` with its pieces together; empty when it is not there."""
        value = gathered(self.words, key)
        if longest is not None and len(value) > longest:
            self.refuse(f"metadata.{key} heeft {len(value)} tekens; het mogen er {longest} zijn.")
        return value

    def flag(self, key: str, *, otherwise: bool = False) -> bool:
        """A yes or no of ``metadata``."""
        word = self.word(key)
        if word not in ("", YES, NO):
            self.refuse(f"metadata.{key} is “{word}”; het moet {YES} of {NO} zijn.")
        return word == YES if word else otherwise

    def number(self, key: str, otherwise: int | None, most: int = 32_767) -> int | None:
        """A number of ``metadata``, not below nought."""
        word = self.word(key)
        if not word:
            return otherwise
        if not (word.isascii() and word.isdigit()) or len(word) > 10 or int(word) > most:
            self.refuse(f"metadata.{key} moet een getal van 0 tot en met {most} zijn.")
            return otherwise
        return int(word)

    def moment(self, key: str) -> datetime | None:
        """A date and time of ``metadata``."""
        word = self.word(key)
        moment = moment_of(word) if word else None
        if word and moment is None:
            self.refuse(f"metadata.{key} moet een datum en tijd met tijdzone zijn.")
        return moment

    def past(self, place: str, moment: datetime | None) -> None:
        """What has happened lies behind us."""
        if moment is not None and moment > self.lists.now:
            self.refuse(f"{place} ligt in de toekomst.")

    def uuid(self, key: str) -> uuid.UUID | None:
        """A uuid of ``metadata``."""
        word = self.word(key)
        try:
            return uuid.UUID(word) if word else None
        except ValueError:
            self.refuse(f"metadata.{key} moet een uuid zijn.")
            return None

    def choice(self, key: str, allowed: Iterable[str], otherwise: str = "") -> str:
        """One of the values we know."""
        word = self.word(key) or otherwise
        if word and word not in allowed:
            self.refuse(f"metadata.{key} is “{word}”; dat kennen we niet.")
            return otherwise
        return word

    def listed(self, key: str, table: Mapping[str, int]) -> int | None:
        """The row of a list that ``metadata`` names by its code."""
        word = self.word(key)
        if word and word not in table:
            self.refuse(f"metadata.{key}: de code “{word}” bestaat hier niet.")
        return table.get(word)

    def employee(self, place: str, username: str) -> int | None:
        """An employee by the name to sign in with, or who stands in for people we do not know."""
        known = self.lists.person(username)
        if known is None and username:
            self.refuse(
                f"{place}: medewerker “{username}” is hier niet bekend; "
                "geef met --employee aan wie in de plaats komt."
            )
        elif known is None:
            self.refuse(f"{place}: er staat geen medewerker bij; geef die met --employee.")
        return known

    def as_in_form(self, place: str, field: forms.Field, value: Any) -> Any:
        """The value as the field of our forms keeps it; its own words when it does not."""
        try:
            return field.clean(value)
        except ValidationError as error:
            for message in error.messages:
                self.refuse(f"{place}: {message}")
            return None


def code_of(actors: Iterable[dict[str, Any]], kind: str) -> str:
    """The code of the first actor of a kind; empty when there is none."""
    for actor in actors:
        if actor.get("soortActor") == kind:
            return str((actor.get("actoridentificator") or {}).get("objectId") or "")
    return ""
