"""What was done in a meldcode: the steps, and what Veilig Thuis was told (MC-7, MC-12)."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.meldcode.models.choices import StepFacts, StepNumber, Way
from cases.meldcode.models.codes import SafetyCode
from cases.meldcode.models.sealed import SealedByCode
from cases.residents.models import Resident
from clusters.models import User
from common.sealing import Envelope


class SafetyCodeStep(SealedByCode):
    """One time that a step was done; nothing is written over, the newest counts."""

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    code = models.ForeignKey(SafetyCode, models.PROTECT, related_name="steps")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("stap", choices=StepNumber.choices)
    done_on = models.DateField("gedaan op")
    content = models.BinaryField("wat")
    at = models.DateTimeField("vastgelegd op")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "stap van een meldcode"
        verbose_name_plural = "stappen van meldcodes"
        ordering = ["number", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__in=StepNumber.values), name="safety_code_step_known"
            ),
            models.CheckConstraint(condition=~Q(content=b""), name="safety_code_step_says_what"),
        ]
        indexes = [models.Index(fields=["code", "number", "at"], name="safety_code_steps")]

    class Privacy:
        personal = ("resident", "content", "by")
        purpose = "De vijf stappen kunnen nalezen en verantwoorden (WMO 3.3)"
        retention = "zo lang als de meldcode"

    def __str__(self) -> str:
        return f"stap {self.number} van {self.code}"

    @property
    def key(self) -> Envelope:
        """The key of the meldcode."""
        return self.code.key

    def keep(self, facts: StepFacts) -> None:
        """Seal what was done; the caller saves the row."""
        told = {"words": facts.words, "early": facts.early, "answers": facts.answers}
        self.content = self.shut("content", told)
        self.__dict__.pop("told", None)

    @cached_property
    def told(self) -> dict[str, Any]:
        """The words, why it was early, and the answers."""
        found: dict[str, Any] = self.opened("content")
        return found

    @property
    def answers(self) -> dict[str, str]:
        """What was answered to the questions of this step."""
        found: dict[str, str] = self.told["answers"]
        return found

    @property
    def asked_on(self) -> date | None:
        """When Veilig Thuis was asked for advice."""
        day = self.answers.get("asked_on", "")
        return date.fromisoformat(day) if day else None


class SafetyCodeReport(SealedByCode):
    """Veilig Thuis was told, and what it said about it afterwards (MC-12, WMO 5.2.6)."""

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    code = models.ForeignKey(SafetyCode, models.PROTECT, related_name="reports")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    reported_on = models.DateField("gemeld op")
    way = models.CharField("hoe gemeld", max_length=6, choices=Way.choices)
    content = models.BinaryField("wat is gemeld")
    at = models.DateTimeField("vastgelegd op")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    heard_on = models.DateField("terugkoppeling op", null=True)
    feedback = models.BinaryField("terugkoppeling", default=bytes)

    class Meta:
        verbose_name = "melding bij Veilig Thuis"
        verbose_name_plural = "meldingen bij Veilig Thuis"
        ordering = ["reported_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(heard_on__isnull=True, feedback=b"")
                | Q(heard_on__isnull=False) & ~Q(feedback=b""),
                name="safety_code_feedback_has_day",
            ),
            models.CheckConstraint(
                condition=Q(way__in=Way.values) & ~Q(content=b""), name="safety_code_report_says"
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "by", "feedback")
        purpose = "Verantwoorden wat bij Veilig Thuis is gemeld (WMO 5.2.6)"
        retention = "zo lang als de meldcode"

    def __str__(self) -> str:
        return f"melding bij {self.code}"

    @property
    def key(self) -> Envelope:
        """The key of the meldcode."""
        return self.code.key

    @cached_property
    def told(self) -> dict[str, str]:
        """The number Veilig Thuis gave and what was said."""
        found: dict[str, str] = self.opened("content")
        return found

    @cached_property
    def heard(self) -> str:
        """What Veilig Thuis said about it afterwards."""
        return str(self.opened("feedback") or "")
