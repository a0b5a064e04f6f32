"""The bezwaar against a decision, with its own clock (AWB 6:7, 7:10)."""

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q

from cases.decisions.models.applications import LAST_MOMENT, Application
from cases.decisions.models.sealed import SealedByApplication
from cases.residents.models import Resident
from clusters.models import User
from common.deadlines import local_day


class ObjectionOutcome(models.TextChoices):
    """What was decided on it."""

    UPHELD = "upheld", "Gegrond"
    PARTLY = "partly", "Deels gegrond"
    REJECTED = "rejected", "Ongegrond"
    INADMISSIBLE = "no_entry", "Niet-ontvankelijk"
    WITHDRAWN = "withdrawn", "Ingetrokken"


class ObjectionQuerySet(models.QuerySet["Objection"]):
    """Objections."""

    def open(self) -> "ObjectionQuerySet":
        """Those on which nothing was decided."""
        return self.filter(outcome="")


class Objection(SealedByApplication):
    """An objection: six weeks to decide, twelve with a committee, from the day after its term.

    ``postponed_weeks`` is the postponement of at most six weeks (AWB 7:10 lid 3).
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="objections")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    received_on = models.DateField("ontvangen op")
    with_committee = models.BooleanField("met adviescommissie", default=False)
    postponed_weeks = models.PositiveSmallIntegerField("verdaagd (weken)", default=0)
    due_at = models.DateTimeField("einde van de termijn")
    content = models.BinaryField("wat de inwoner schrijft", default=bytes)
    outcome = models.CharField(
        "beslissing", max_length=9, choices=ObjectionOutcome.choices, blank=True
    )
    decided_on = models.DateField("beslist op", null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = "bezwaar"
        verbose_name_plural = "bezwaren"
        ordering = ["received_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(outcome=""), name="objection_one_runs"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True)
                | (~Q(outcome="") & Q(decided_on__gte=F("received_on"))),
                name="objection_decided_after_received",
            ),
            models.CheckConstraint(
                condition=Q(postponed_weeks__lte=6), name="objection_postponed_six_weeks"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(outcome=""), name="objection_running"),
        ]

    class Privacy:
        personal = ("resident", "content", "outcome", "by")
        purpose = "Op tijd beslissen op een bezwaar (AWB 7:10)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"bezwaar van {self.received_on:%d-%m-%Y}"

    @property
    def seal_id(self) -> uuid.UUID:  # type: ignore[override]
        """The number of the row, known before it is saved."""
        key: uuid.UUID = self.pk
        return key

    @property
    def words(self) -> str:
        """What the resident writes."""
        return self.opened("content")

    @property
    def due_on(self) -> date:
        """The last day to decide."""
        due: datetime = self.due_at
        return local_day(due - LAST_MOMENT)
