"""Consents: who may get which data of a resident, why, and until when (AVG-1, AVG-2)."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.residents.models.parties import Party
from cases.residents.models.people import Resident
from cases.residents.models.sealed import CannotOpenError
from cases.residents.models.sharing import DataCategory, RecipientKind, SharingGround
from clusters.models import User
from common.periods import PeriodModel, PeriodQuerySet, period_constraint, valid_q
from common.sealing import seal, unseal

RECIPIENT_LENGTH, WHY_LENGTH = 120, 500
CLOSED = "(niet te openen)"


class Giver(models.TextChoices):
    """Who gives a consent, or takes it back (WMO 5.3.3 lid 2)."""

    RESIDENT = "resident", "De inwoner zelf"
    REPRESENTATIVE = "representative", "De wettelijk vertegenwoordiger"
    BOTH = "both", "De inwoner en de wettelijk vertegenwoordiger"
    NOBODY = "nobody", "Niemand: de wet staat het toe"


class ConsentWay(models.TextChoices):
    """How a consent was given."""

    ORAL = "oral", "Mondeling"
    WRITTEN = "written", "Schriftelijk"


class SealedWords(SubjectModel):
    """A row whose words, an object of texts, are only kept encrypted and open in their own row."""

    audit_resident_field = "resident"

    resident: Any
    submission_key = models.UUIDField(unique=True, editable=False)
    words = models.BinaryField("versleuteld", editable=False)

    class Meta:
        abstract = True

    def sealed(self, column: str, texts: dict[str, str]) -> bytes:
        """These texts for this column of this row; the row has its key before it is saved."""
        return seal(json.dumps(texts).encode(), bound_to=self._place(column))

    def opened(self, column: str) -> dict[str, str]:
        """The texts of a column; raises CannotOpenError (fail closed)."""
        try:
            plain = unseal(bytes(getattr(self, column)), bound_to=self._place(column))
        except (InvalidTag, ValueError) as error:
            raise CannotOpenError from error
        texts: dict[str, str] = json.loads(plain)
        return texts

    def _place(self, column: str) -> str:
        return f"{self._meta.db_table}|{column}|{self.submission_key}"


class ConsentQuerySet(PeriodQuerySet):
    """Consents, also those that ended."""

    def in_force(self, resident: Resident | int, day: date) -> Self:
        """What allows sharing data of this resident on ``day``, first and last day included.

        From the day of its withdrawal a consent is not in force. A ground in the law without
        consent is also in here; ``given_by`` is then NOBODY.
        """
        standing = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day)
        return self.filter(valid_q(day), standing, resident=resident)

    def that_cover(self, kind: RecipientKind, data: Iterable[DataCategory]) -> Self:
        """Those for this kind of recipient and at least all of these data."""
        rows = self.filter(recipient_kind=kind)
        for category in data:
            rows = rows.filter(categories=category)
        return rows

    def for_card(self) -> Self:
        """Everything the card shows of them, newest first; two queries."""
        rows = self.select_related("recipient_kind", "ground", "recorded_by", "withdrawn_noted_by")
        return rows.prefetch_related("categories").order_by("-valid_from", "-pk")


class Consent(SealedWords, PeriodModel):
    """A consent of a resident, or another ground to share; ends or is withdrawn, never deleted.

    ``words`` hold who gets the data, who gave the consent by name, and why when nobody did.
    ``given_on`` is the day it was given: the age of the resident that day says who had to.
    """

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="consents")
    recipient_kind = models.ForeignKey(RecipientKind, models.PROTECT, related_name="+")
    categories: Any = models.ManyToManyField(DataCategory, related_name="+")
    ground = models.ForeignKey(SharingGround, models.PROTECT, related_name="+")
    given_by = models.CharField("door wie", max_length=14, choices=Giver.choices)
    representative = models.ForeignKey(Party, models.PROTECT, null=True, related_name="consents")
    way = models.CharField("hoe", max_length=7, choices=ConsentWay.choices, blank=True)
    given_on = models.DateField("gegeven op")
    recorded_at = models.DateTimeField("vastgelegd op")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_on = models.DateField("ingetrokken op", null=True)
    withdrawn_by = models.CharField(
        "ingetrokken door", max_length=14, choices=Giver.choices, blank=True
    )
    withdrawn_at = models.DateTimeField("intrekking vastgelegd op", null=True)
    withdrawn_noted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawal = models.BinaryField("reden van intrekking, versleuteld", editable=False, null=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        constraints = [
            period_constraint("consent_period"),
            models.CheckConstraint(
                condition=Q(given_by=Giver.RESIDENT, representative=None)
                | Q(given_by__in=[Giver.REPRESENTATIVE, Giver.BOTH], representative__isnull=False)
                | Q(given_by=Giver.NOBODY, representative=None, way=""),
                name="consent_given_by_somebody_or_the_law",
            ),
            models.CheckConstraint(
                condition=Q(given_by=Giver.NOBODY) | Q(way__in=ConsentWay.values),
                name="consent_way_known",
            ),
            models.CheckConstraint(
                condition=Q(given_on__lte=F("valid_from")), name="consent_begins_once_given"
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_on=None,
                    withdrawn_by="",
                    withdrawn_at=None,
                    withdrawn_noted_by=None,
                    withdrawal=None,
                )
                | Q(
                    withdrawn_on__gte=F("given_on"),
                    withdrawn_by__in=Giver.values,
                    withdrawn_at__isnull=False,
                    withdrawn_noted_by__isnull=False,
                ),
                name="consent_withdrawn_once_given",
            ),
        ]
        indexes = [models.Index(fields=["resident", "valid_from"], name="consent_by_resident")]

    class Privacy:
        personal = (
            "resident",
            "words",
            "recipient_kind",
            "categories",
            "ground",
            "given_by",
            "representative",
            "way",
            "withdrawn_by",
            "withdrawal",
        )
        purpose = "Kunnen aantonen met wie gegevens gedeeld mogen worden (AVG 7 lid 1, WMO 5.3.3)"
        retention = "gelijk met het dossier: vijftien jaar (WMO 5.3.4 lid 1)"

    def __str__(self) -> str:
        return f"toestemming {self.pk}"

    @cached_property
    def said(self) -> dict[str, str]:
        """The texts: ``recipient``, ``representative`` (a name and role) and ``why``.

        Words that do not open are not shown, and the rest of the card stays readable.
        """
        try:
            return self.opened("words")
        except CannotOpenError:
            return {"recipient": CLOSED, "representative": "", "why": ""}

    @cached_property
    def withdrawal_reason(self) -> str:
        """Why it was withdrawn, when somebody said so."""
        if self.withdrawal is None:
            return ""
        try:
            return self.opened("withdrawal")["why"]
        except CannotOpenError:
            return CLOSED

    def is_in_force(self, day: date) -> bool:
        """Whether it allows sharing on ``day``; the same rule as ``in_force`` without a query."""
        return self.holds_on(day) and (self.withdrawn_on is None or day < self.withdrawn_on)

    def is_over(self, day: date) -> bool:
        """Whether it cannot allow anything on ``day`` or later."""
        ended = self.valid_until is not None and self.valid_until < day
        return ended or (self.withdrawn_on is not None and self.withdrawn_on <= day)


def has_consent(resident: Resident | int, recipient_kind: str, category: str, day: date) -> bool:
    """Whether somebody consents that this data goes to this kind of recipient on ``day``.

    ``recipient_kind`` and ``category`` are codes of the lists. Another ground than consent does not
    count (H11): who shares on such a ground reads it on the card and decides.
    """
    given = Consent.objects.in_force(resident, day).exclude(given_by=Giver.NOBODY)
    return given.filter(recipient_kind__code=recipient_kind, categories__code=category).exists()
