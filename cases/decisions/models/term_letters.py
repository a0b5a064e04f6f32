"""The letters that tell the resident that the term stands still or is not met (AWB 4:14, 4:15)."""

import json
import uuid
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Q

from cases.decisions.models.applications import Application
from cases.decisions.models.pauses import TermPause
from cases.decisions.models.sealed import SealedByApplication
from cases.intakes.models.letters import LetterWay
from cases.residents.models import Resident
from clusters.models import User


class TermLetter(SealedByApplication):
    """What the resident got on paper: about one ``pause``, or about the day that was promised.

    Its words are sealed as they went and never change. Per pause and per promised day there is one.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="term_letters")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    pause = models.OneToOneField(TermPause, models.PROTECT, null=True, related_name="letter")
    promised_on = models.DateField("toegezegd", null=True)
    letter = models.BinaryField("de brief")
    way = models.CharField("hoe verstuurd", max_length=6, choices=LetterWay.choices)
    sent_on = models.DateField("verstuurd op")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "brief over de termijn"
        verbose_name_plural = "brieven over de termijn"
        ordering = ["sent_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pause__isnull=False) ^ Q(promised_on__isnull=False),
                name="term_letter_is_about_one_thing",
            ),
            models.UniqueConstraint(
                fields=["application", "promised_on"], name="term_letter_once_per_promise"
            ),
            models.CheckConstraint(
                condition=Q(way__in=LetterWay.values), name="term_letter_way_known"
            ),
        ]

    class Privacy:
        personal = ("resident", "letter", "by")
        purpose = "Kunnen laten zien wat de inwoner over de termijn hoorde (AWB 4:14, 4:15)"
        retention = "zo lang als de aanvraag"

    def __str__(self) -> str:
        return f"brief van {self.sent_on:%d-%m-%Y}"

    @property
    def seal_id(self) -> uuid.UUID:  # type: ignore[override]
        """The number of the row, known before it is saved."""
        key: uuid.UUID = self.pk
        return key

    def freeze(self, content: dict[str, Any]) -> None:
        """Seal the letter as it goes out; the caller saves the row."""
        self.seal_in("letter", json.dumps(content))
        self.__dict__.pop("frozen", None)

    @cached_property
    def frozen(self) -> dict[str, Any]:
        """The letter as it went."""
        found: dict[str, Any] = json.loads(self.opened("letter"))
        return found
