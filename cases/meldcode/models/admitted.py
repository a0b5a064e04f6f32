"""Who was let in by name, and who stays out whatever else is true (MC-3, MC-4)."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cases.dossiers.models import FileColleague, ResidentFile
from cases.dossiers.models.colleagues import ONLY_READING
from clusters.models import User


def works_on(resident_id: Any, user: Any) -> Exists:
    """Whether an employee works today in a dossier of a resident that runs; reading is not work."""
    joined = FileColleague.objects.running(timezone.localdate()).exclude(role__in=ONLY_READING)
    joined = joined.filter(employee=user, file=OuterRef("pk"))
    rows = ResidentFile.objects.open().filter(resident_id=resident_id)
    return Exists(rows.filter(Q(director=user) | Q(Exists(joined))))


class StandingQuerySet(models.QuerySet[Any]):
    """Rows that hold until somebody ends them."""

    def standing(self) -> Self:
        """Those that nobody ended."""
        return self.filter(ended_at__isnull=True)


class SafetyCodeColleague(models.Model):
    """A colleague who was let in by name; it counts while they work in the dossier."""

    code = models.ForeignKey("cases.SafetyCode", models.PROTECT, related_name="colleagues")
    employee = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="collega")
    since = models.DateTimeField("vanaf")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("beëindigd op", null=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = "collega bij een meldcode"
        verbose_name_plural = "collega's bij meldcodes"
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "employee"],
                condition=Q(ended_at__isnull=True),
                name="safety_code_colleague_once",
            ),
        ]
        indexes = [models.Index(fields=["employee", "code"], name="safety_code_by_colleague")]

    class Privacy:
        personal = ("employee", "added_by")
        purpose = "Weten wie bij een meldcode mag"
        retention = "zo lang als de meldcode"

    def __str__(self) -> str:
        return str(self.employee)


class SafetyCodeBar(models.Model):
    """An employee who never comes in, because it is about themselves or their own circle (T3)."""

    code = models.ForeignKey("cases.SafetyCode", models.PROTECT, related_name="bars")
    employee = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="medewerker")
    since = models.DateTimeField("vanaf")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("opgeheven op", null=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = "uitgesloten medewerker"
        verbose_name_plural = "uitgesloten medewerkers"
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "employee"],
                condition=Q(ended_at__isnull=True),
                name="safety_code_bar_once",
            ),
        ]
        indexes = [models.Index(fields=["employee", "code"], name="safety_code_by_barred")]

    class Privacy:
        personal = ("employee", "added_by")
        purpose = "Wie zelf betrokken is, ziet de meldcode nooit"
        retention = "zo lang als de meldcode"

    def __str__(self) -> str:
        return str(self.employee)
