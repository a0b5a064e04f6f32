"""Which dossiers belong together: those of a household, a partner or a child (DS-17)."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from cases.dossiers.models.files import ResidentFile
from clusters.models import User


class RelationKind(models.TextChoices):
    """Who the resident of the other dossier is to the resident of this one."""

    PARTNER = "partner", "De partner"
    CHILD = "child", "Een kind"
    PARENT = "parent", "Een ouder"
    HOUSEHOLD = "household", "Iemand in hetzelfde huishouden"
    OTHER = "other", "Iemand anders"


INVERSE = {RelationKind.CHILD: RelationKind.PARENT, RelationKind.PARENT: RelationKind.CHILD}
"""What it is called from the other side, where that differs."""


class RelationQuerySet(models.QuerySet["FileRelation"]):
    """Relations between dossiers."""

    def running(self) -> Self:
        """Not taken away."""
        return self.filter(ended_at__isnull=True)

    def of(self, file: ResidentFile) -> Self:
        """Those of a dossier, on whichever side it stands."""
        return self.filter(Q(file=file) | Q(other=file))


class FileRelation(models.Model):
    """Two dossiers that have to do with each other, and why is on the line of each (DS-17)."""

    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="relations")
    other = models.ForeignKey(ResidentFile, models.PROTECT, related_name="+")
    kind = models.CharField("relatie", max_length=9, choices=RelationKind.choices)
    since = models.DateTimeField("gekoppeld op")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("losgekoppeld op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = RelationQuerySet.as_manager()

    class Meta:
        verbose_name = "relatie tussen dossiers"
        verbose_name_plural = "relaties tussen dossiers"
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                Least("file", "other"),
                Greatest("file", "other"),
                condition=Q(ended_at__isnull=True),
                name="file_relation_once",
            ),
            models.CheckConstraint(condition=~Q(file=F("other")), name="file_relation_of_two"),
            models.CheckConstraint(
                condition=Q(kind__in=RelationKind.values), name="file_relation_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__gte=F("since"), ended_by__isnull=False),
                name="file_relation_ends_after_begin",
            ),
        ]

    class Privacy:
        personal = ("file", "other", "kind", "by", "ended_by")
        purpose = "Weten welke dossiers bij één huishouden horen (één gezin, één plan)"
        retention = "zo lang als de dossiers"

    def __str__(self) -> str:
        return self.get_kind_display()

    def kind_from(self, file: ResidentFile) -> str:
        """Who the other one is, seen from this dossier."""
        kind = RelationKind(self.kind)
        return str((kind if self.file_id == file.pk else INVERSE.get(kind, kind)).label)
