"""When somebody last looked in a dossier, so that it can say what is new (DS-15)."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Case, Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from cases.dossiers.models.files import WORKING_ROLES, ResidentFile
from cases.dossiers.models.lines import FileLine
from clusters.models import User

VISIT = timedelta(minutes=10)
"""Reading back and forth within this time is one visit: what was new stays marked."""


class FileLook(models.Model):
    """The visits of one employee to one dossier: the one before, and the one that runs.

    What came after ``since`` is new on the page; what came after ``seen_at`` is new in the list.
    """

    file = models.ForeignKey(ResidentFile, models.CASCADE, related_name="looks")
    employee = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField("vorige bezoek")
    seen_at = models.DateTimeField("laatste bezoek")

    class Meta:
        verbose_name = "laatste blik in een dossier"
        verbose_name_plural = "laatste blikken in dossiers"
        constraints = [
            models.UniqueConstraint(fields=["file", "employee"], name="file_look_once"),
            models.CheckConstraint(condition=Q(since__lte=F("seen_at")), name="file_look_order"),
        ]

    class Privacy:
        personal = ("employee",)
        purpose = "Een collega laten zien wat er nieuw is sinds het vorige bezoek"
        retention = "zo lang als het dossier; het is geen logboek"

    def __str__(self) -> str:
        return f"{self.employee} in {self.file}"


def with_look(
    rows: models.QuerySet[ResidentFile], user: User, at: datetime
) -> models.QuerySet[ResidentFile]:
    """Say of a dossier what is new for somebody who opens it at this moment (DS-15).

    ``border`` is the moment after which lines are new, ``new_lines`` how many there are and
    ``unseen`` whether any came since the last look; whoever was never here finds nothing new.
    """
    mine = FilteredRelation("looks", condition=Q(looks__employee=user))
    theirs = FileLine.objects.filter(file=OuterRef("pk")).exclude(by=user).order_by()
    counted = theirs.filter(at__gt=OuterRef("border")).values("file").annotate(n=Count("pk"))
    again = When(look__seen_at__lte=at - VISIT, then=F("look__seen_at"))
    rows = rows.annotate(look=mine).annotate(
        look_seen=F("look__seen_at"), border=Case(again, default=F("look__since"))
    )
    return rows.annotate(
        new_lines=Coalesce(Subquery(counted.values("n")), 0),
        unseen=Exists(theirs.filter(at__gt=OuterRef("look_seen"))),
    )


def unseen_lines(files: list[ResidentFile], user: User) -> dict[int, int]:
    """How many lines came since the last look, per dossier one works in; one query for a list."""
    if user.acting_role not in WORKING_ROLES or not files:
        return {}
    mine = ResidentFile.objects.filter(pk__in=[file.pk for file in files])
    mine = mine.filter(ResidentFile.objects.working(user))
    rows = FileLine.objects.filter(
        file__in=mine, file__looks__employee=user, at__gt=F("file__looks__seen_at")
    )
    counted = rows.exclude(by=user).order_by().values("file").annotate(count=Count("pk"))
    return {row["file"]: row["count"] for row in counted}
