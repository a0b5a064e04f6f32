"""What is said when a dossier ends: the evaluation of the work, and the grade nobody can trace."""

import json
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.dossiers.models.files import ResidentFile
from cases.dossiers.models.sealed import SealedByFile
from cases.residents.models import Resident
from clusters.models import Cluster, User


class Follows(models.TextChoices):
    """What comes after a dossier."""

    NOTHING = "nothing", "Niets"
    PILOT_LIGHT = "waakvlam", "Later een waakvlamcontact"
    OTHER = "other", "Iets anders"


class FileEvaluation(SealedByFile):
    """How the help went, in the words of the worker; one per dossier (DS-19).

    ``content`` is what went well and what stays.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.OneToOneField(ResidentFile, models.PROTECT, related_name="evaluation")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    follows = models.CharField("wat volgt", max_length=8, choices=Follows.choices)
    content = models.BinaryField("evaluatie", default=bytes)
    at = models.DateTimeField("moment")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "evaluatie van een dossier"
        verbose_name_plural = "evaluaties van dossiers"
        constraints = [
            models.CheckConstraint(
                condition=Q(follows__in=Follows.values), name="evaluation_follows_known"
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "by")
        purpose = "Leren van de hulp en weten wat er nog nodig is (MON-9)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return "evaluatie"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def keep_texts(self, *, well: str, stays: str) -> None:
        """Seal what was said; the caller saves the row."""
        self.keep(json.dumps({"well": well, "stays": stays}))
        self.__dict__.pop("texts", None)

    @cached_property
    def texts(self) -> dict[str, str]:
        """What went well and what stays."""
        said: dict[str, str] = json.loads(self.words or "{}")
        return said


class Asked(models.TextChoices):
    """What residents may answer when a dossier closes."""

    GRADE = "grade", "Welk cijfer geeft u de hulp?"
    THINK_ALONG = "think", "Kon u meedenken?"


LOWEST, HIGHEST = 1, 10


class SatisfactionCount(models.Model):
    """How often an answer was given in a cluster and quarter (MON-2, DS-20).

    A count, not an answer: no row tells which dossier, who, on what day, or which grade and which
    "meedenken" came together. There is no moment in it, and the key is random.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("jaar")
    quarter = models.PositiveSmallIntegerField("kwartaal")
    asked = models.CharField("vraag", max_length=5, choices=Asked.choices)
    answer = models.PositiveSmallIntegerField("antwoord")
    n = models.PositiveIntegerField("aantal", default=0)

    class Meta:
        verbose_name = "telling van tevredenheid"
        verbose_name_plural = "tellingen van tevredenheid"
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "year", "quarter", "asked", "answer"],
                name="satisfaction_count_once",
            ),
            models.CheckConstraint(
                condition=Q(asked=Asked.GRADE, answer__range=(LOWEST, HIGHEST))
                | Q(asked=Asked.THINK_ALONG, answer__in=[0, 1]),
                name="satisfaction_answer_possible",
            ),
            models.CheckConstraint(
                condition=Q(quarter__range=(1, 4)), name="satisfaction_quarter_exists"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cluster} {self.year}, kwartaal {self.quarter}"
