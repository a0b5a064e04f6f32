"""An evaluation: the day on which the plan is looked at, who was there and what came of it."""

import uuid

from django.db import models
from django.db.models import Q

from cases.dossiers.models import ResidentFile
from cases.plans.models.household import Plan
from cases.plans.models.told import ToldByFile
from cases.residents.models import Resident
from clusters.models import User


class EvaluationState(models.TextChoices):
    """Whether it still has to come."""

    PLANNED = "planned", "Gepland"
    HELD = "held", "Gehouden"
    DROPPED = "dropped", "Niet doorgegaan"


E = EvaluationState


class Evaluation(ToldByFile):
    """One evaluation of a plan. Texts: ``present``, ``findings``, and ``why`` there is no next one.

    A constraint keeps it at one planned evaluation per plan (PL-8).
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="evaluations")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="evaluations")
    planned_on = models.DateField("gepland op")
    state = models.CharField("stand", max_length=7, choices=E.choices, default=E.PLANNED)
    held_on = models.DateField("gehouden op", null=True)
    content = models.BinaryField("bevindingen", default=bytes)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        ordering = ["-planned_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(state=E.PLANNED), name="one_planned_evaluation"
            ),
            models.CheckConstraint(
                condition=Q(state=E.PLANNED, held_on__isnull=True)
                | (Q(state=E.HELD, held_on__isnull=False) & ~Q(content=b""))
                | (Q(state=E.DROPPED, held_on__isnull=True) & ~Q(content=b"")),
                name="evaluation_ends_with_words",
            ),
        ]
        indexes = [models.Index(fields=["file", "state", "planned_on"], name="evaluation_of_file")]

    class Privacy:
        personal = ("resident", "content", "planned_on", "held_on", "state", "written_by")
        purpose = "Samen kijken of het plan helpt (GES-6)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"evaluatie van {self.planned_on:%d-%m-%Y}"

    @property
    def is_planned(self) -> bool:
        """Whether it still has to come."""
        return self.state == E.PLANNED
