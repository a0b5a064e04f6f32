"""What is only kept encrypted, each in a table of its own so that no list can carry it along."""

import json
from dataclasses import asdict, dataclass
from typing import Self

from cryptography.exceptions import InvalidTag
from django.db import models

from audit.guard import SubjectModel
from cases.residents.models.people import Resident
from common.blind_index import MARK_LENGTH, blind_index
from common.sealing import seal, unseal

SHOWN_DIGITS = 4
BSN_LENGTH = 9


class CannotOpenError(Exception):
    """The content does not belong to this row or this key: nothing is shown (fail closed)."""


class SealedModel(SubjectModel):
    """One encrypted value of one resident; it opens in its own row only."""

    audit_resident_field = "resident"

    resident = models.OneToOneField(Resident, models.PROTECT, primary_key=True)
    sealed = models.BinaryField("versleuteld", editable=False)

    class Meta:
        abstract = True

    @classmethod
    def place(cls, resident_id: int) -> str:
        """What the value is bound to: table, column and row (design 8)."""
        return f"{cls._meta.db_table}|sealed|{resident_id}"

    def opened(self) -> bytes:
        """The value itself; raises CannotOpenError."""
        try:
            return unseal(bytes(self.sealed), bound_to=self.place(self.resident_id))
        except (InvalidTag, ValueError) as error:
            raise CannotOpenError from error


class ResidentBsn(SealedModel):
    """The BSN of a resident, when it is known; found by its mark, which is nobody else's.

    Somebody may have none (domain 2.6): then there is no row.
    """

    mark = models.CharField(max_length=MARK_LENGTH, unique=True, editable=False)

    class Meta:
        verbose_name = "burgerservicenummer"
        verbose_name_plural = "burgerservicenummers"

    class Privacy:
        personal = ("resident", "sealed", "mark")
        purpose = "Bij uitvoering van de wet zeker weten om wie het gaat (WMO 5.2.9)"
        retention = "zolang de inwoner bewaard wordt"

    def __str__(self) -> str:
        return "BSN"

    @classmethod
    def of(cls, resident_id: int, bsn: str) -> Self:
        """The row for a number of nine digits; not saved."""
        return cls(
            resident_id=resident_id,
            sealed=seal(bsn.encode(), bound_to=cls.place(resident_id)),
            mark=bsn_mark(bsn),
        )

    @property
    def number(self) -> str:
        """All nine digits; only for an act that writes who asked and why."""
        return self.opened().decode()

    @property
    def masked(self) -> str:
        """The last four digits, to compare with a letter; the rest stays closed."""
        try:
            return "•" * (BSN_LENGTH - SHOWN_DIGITS) + self.number[-SHOWN_DIGITS:]
        except CannotOpenError:
            return "•" * BSN_LENGTH


def bsn_mark(bsn: str) -> str:
    """By what a BSN is found."""
    return blind_index(bsn, of="bsn")


class SecretGround(models.TextChoices):
    """Why an address is secret."""

    BRP = "brp", "Geheimhouding in de BRP"
    DANGER = "danger", "Gevaar voor de inwoner"


@dataclass(frozen=True)
class HiddenAddress:
    """A secret address, opened; ``postcode`` is 1315AA."""

    postcode: str
    house_number: int | None
    house_suffix: str
    ground: str

    @property
    def line(self) -> str:
        """As it reads on the screen."""
        number = f"{self.house_number or ''}{self.house_suffix}"
        return f"{self.postcode[:4]} {self.postcode[4:]} {number}".strip()

    @property
    def why(self) -> str:
        """Why it is secret."""
        return SecretGround(self.ground).label


class SecretAddress(SealedModel):
    """The address of somebody whose address is secret: one closed block, without an index.

    No search finds it and no list, export, mail or print has it; only a reveal with a reason.
    """

    class Meta:
        verbose_name = "geheim adres"
        verbose_name_plural = "geheime adressen"

    class Privacy:
        personal = ("resident", "sealed")
        purpose = "Iemand thuis kunnen bezoeken van wie niemand mag weten waar dat is"
        retention = "zolang de inwoner bewaard wordt; weg zodra het adres niet meer geheim is"

    def __str__(self) -> str:
        return "geheim adres"

    @classmethod
    def of(cls, resident_id: int, address: HiddenAddress) -> Self:
        """The row for an address; not saved."""
        plain = json.dumps(asdict(address)).encode()
        return cls(resident_id=resident_id, sealed=seal(plain, bound_to=cls.place(resident_id)))

    @property
    def address(self) -> HiddenAddress:
        """The address; only for an act that writes who asked and why."""
        return HiddenAddress(**json.loads(self.opened()))
