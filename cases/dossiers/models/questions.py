"""A hulpvraag in a dossier, and the coded outcome with which it ends (GES-5, COL-9)."""

import uuid

from django.db import models
from django.db.models import Q

from cases.dossiers.models.files import ResidentFile
from cases.dossiers.models.sealed import SealedByFile
from cases.intakes.models import LifeDomain, WmoNotification
from cases.residents.models import Resident
from clusters.models import User


class Outcome(models.TextChoices):
    """How a question was solved; the informal share is counted from this (domain 7.2)."""

    OWN_STRENGTH = "own_strength", "Eigen kracht"
    NETWORK = "network", "Netwerk of mantelzorg"
    VOLUNTEER = "volunteer", "Vrijwilliger"
    GENERAL = "general", "Algemeen of collectief aanbod"
    TEAM = "team", "Kortdurende ondersteuning door het team"
    FORMAL = "formal", "Maatwerkvoorziening"
    MIXED = "mixed", "Deels informeel, deels maatwerk"
    REFERRED = "referred", "Overgedragen aan een andere wet of organisatie"
    WITHDRAWN = "withdrawn", "De inwoner trok de vraag in"
    GONE = "gone", "Verhuisd of overleden"
    UNSOLVED = "unsolved", "Niet opgelost"


INFORMAL = frozenset(
    {Outcome.OWN_STRENGTH, Outcome.NETWORK, Outcome.VOLUNTEER, Outcome.GENERAL, Outcome.TEAM}
)
"""Outcomes that count as informal; a mixed one is counted apart (domain 7.2, COL-9)."""


class HelpRequest(SealedByFile):
    """One question of the resident, in own words; ended only with an outcome from the list.

    ``content`` is the question. What came of it stands in the line of the dossier of that day.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="questions")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    domain = models.ForeignKey(LifeDomain, models.PROTECT, related_name="+")
    notification = models.ForeignKey(
        WmoNotification, models.PROTECT, null=True, related_name="help_requests"
    )
    asked_at = models.DateTimeField("gesteld op")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    content = models.BinaryField("vraag in eigen woorden")
    outcome = models.CharField("uitkomst", max_length=12, choices=Outcome.choices, blank=True)
    ended_at = models.DateTimeField("afgesloten op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "hulpvraag"
        verbose_name_plural = "hulpvragen"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", ended_at__isnull=True, ended_by__isnull=True)
                | Q(outcome__in=Outcome.values, ended_at__isnull=False, ended_by__isnull=False),
                name="question_ends_with_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["file", "asked_at"], name="question_of_file"),
            models.Index(
                fields=["ended_at", "id"],
                condition=Q(ended_at__isnull=False),
                name="question_by_end",
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "outcome", "asked_by", "ended_by")
        purpose = "Weten wat de inwoner vraagt en hoe het is opgelost (GES-5, COL-9)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"hulpvraag over {str(self.domain).lower()}"

    @property
    def is_open(self) -> bool:
        """Whether it has no outcome yet."""
        return self.ended_at is None

    @property
    def is_informal(self) -> bool:
        """Whether it counts as informally solved."""
        return self.outcome in INFORMAL
