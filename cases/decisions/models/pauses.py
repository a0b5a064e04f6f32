"""The days on which the term of an aanvraag stands still (AWB 4:15)."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from cases.decisions.models.applications import Application
from cases.decisions.models.sealed import SealedByApplication
from cases.residents.models import Resident
from clusters.models import User
from common.deadlines import ONE_DAY
from common.legal_terms import Suspension


class PauseGround(models.TextChoices):
    """Why the term stands still."""

    INCOMPLETE = "incomplete", "De aanvraag is niet volledig: gegevens gevraagd (AWB 4:5, 4:15)"
    CONSENT = "consent", "De inwoner stemt schriftelijk in met uitstel (AWB 4:15 lid 2 onder a)"
    ATTRIBUTABLE = "caused", "De vertraging komt door de inwoner (AWB 4:15 lid 2 onder b)"
    FORCE_MAJEURE = "force", "Overmacht (AWB 4:15 lid 2 onder c)"


class TermPause(SealedByApplication):
    """One interval: from the day after ``asked_on`` through ``until_on``, or a shorter one.

    ``until_on`` is the last day of the term that was given, or the day agreed; ``ended_on`` the day
    on which what was asked came in, which is not suspended any more. Without it the term runs
    again by itself on the day after ``until_on``.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="pauses")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    ground = models.CharField("reden", max_length=10, choices=PauseGround.choices)
    asked_on = models.DateField("gevraagd op")
    until_on = models.DateField("tot en met")
    ended_on = models.DateField("binnen op", null=True)
    asked = models.BinaryField("wat is gevraagd")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "opschorting"
        verbose_name_plural = "opschortingen"
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gt=F("asked_on")), name="pause_ends_after_begin"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | Q(ended_on__gte=F("asked_on"), ended_on__lte=F("until_on")),
                name="pause_ended_within",
            ),
        ]

    class Privacy:
        personal = ("resident", "asked", "by")
        purpose = "Weten waarom de termijn stilstond (AWB 4:15)"
        retention = "zo lang als de aanvraag"

    def __str__(self) -> str:
        return f"opschorting vanaf {self.asked_on:%d-%m-%Y}"

    @property
    def seal_id(self) -> uuid.UUID:  # type: ignore[override]
        """The number of the row, known before it is saved."""
        key: uuid.UUID = self.pk
        return key

    @property
    def words(self) -> str:
        """What was asked, or why the term stands still."""
        return self.opened("asked")

    @property
    def resumes_on(self) -> date:
        """The first day that counts again."""
        return self.ended_on or self.until_on + ONE_DAY

    @property
    def as_suspension(self) -> Suspension:
        """As the calendar counts it."""
        return Suspension(self.asked_on, self.resumes_on)

    def covers(self, day: date) -> bool:
        """Whether the term stands still on this day."""
        return self.as_suspension.covers(day)


def covering(day: date) -> Q:
    """The rows of which ``covers`` says yes, for a query."""
    runs = Q(ended_on__isnull=True, until_on__gte=day) | Q(ended_on__gt=day)
    return runs & Q(asked_on__lt=day)


def standing_still(application: Application, day: date) -> TermPause | None:
    """The pause that covers this day; read from what was fetched."""
    return next((pause for pause in application.pauses.all() if pause.covers(day)), None)
