"""Who works along in a dossier, as what and until when (rows 5 and 6)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cases.permissions import FILE_READER, FORMER_DIRECTOR
from clusters.models import User
from common.deadlines import local_day


class FileRole(models.TextChoices):
    """What a colleague does in a dossier."""

    HELPER = "helper", "Helpt mee"
    ADVISER = "adviser", "Wmo-adviseur"
    VOLUNTEERS = "volunteers", "Zoekt vrijwilligers"
    READER = "reader", "Denkt mee"
    FORMER = "former", "Vorige casusregisseur"
    PREVIEW = "preview", "Leest vóór de overdracht"


ONLY_READING = {FileRole.FORMER: FORMER_DIRECTOR, FileRole.PREVIEW: FILE_READER}
"""Roles that come with a hand-over (SST-3) and do not write; each with its relation."""
CHOOSABLE = tuple(role for role in FileRole if role not in ONLY_READING)
"""What the casusregisseur can ask of a colleague."""


class FileColleagueQuerySet(models.QuerySet["FileColleague"]):
    """Colleagues in dossiers."""

    def running(self, day: date) -> Self:
        """Who works along on this day and was not told to stop."""
        in_period = Q(until__isnull=True) | Q(until__gte=day)
        return self.filter(in_period, since__lte=day, ended_at__isnull=True)

    def files_of(self, user: User) -> list[int]:
        """In which dossiers this employee works along today: a few, read before they are used.

        As a subquery they would cost the index; one query.
        """
        mine = self.running(timezone.localdate()).of(user)
        return list(mine.values_list("file_id", flat=True))

    def of(self, user: User) -> Self:
        """This employee, and of whose desk they mind what is work and not only reading (WN-7)."""
        if not user.minded_ids:
            return self.filter(employee=user)
        minded = user.on_minded_desk("employee") & ~Q(role__in=ONLY_READING)
        return self.filter(Q(employee=user) | minded)


class FileColleague(models.Model):
    """A colleague who works along in a dossier for a time, and may therefore read it (row 6)."""

    file = models.ForeignKey("cases.ResidentFile", models.PROTECT, related_name="colleagues")
    employee = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="collega")
    role = models.CharField("wat doet deze collega", max_length=10, choices=FileRole.choices)
    since = models.DateField("vanaf")
    until = models.DateField("tot en met", null=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("beëindigd op", null=True)

    objects = FileColleagueQuerySet.as_manager()

    class Meta:
        verbose_name = "collega in een dossier"
        verbose_name_plural = "collega's in dossiers"
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "employee"],
                condition=Q(until__isnull=True, ended_at__isnull=True),
                name="file_colleague_once",
            ),
            models.CheckConstraint(
                condition=Q(role__in=FileRole.values), name="file_colleague_role_known"
            ),
        ]
        indexes = [models.Index(fields=["employee", "file"], name="file_by_colleague")]

    class Privacy:
        personal = ("employee", "added_by")
        purpose = "Weten welke collega's meewerken en erbij mogen"
        retention = "zo lang als het dossier"

    def __str__(self) -> str:
        return str(self.employee)

    @property
    def is_running(self) -> bool:
        """Whether this colleague may read and write today."""
        today = local_day(timezone.now())
        in_period = self.since <= today and (self.until is None or self.until >= today)
        return in_period and self.ended_at is None

    @property
    def last_day(self) -> date | None:
        """The last day on which this colleague could read it; None while it goes on."""
        return local_day(self.ended_at) if self.ended_at else self.until
