"""Informatie en advies: a short contact that leaves a count and nothing about anybody (TRI-11)."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, Q, Sum

from cases.callbacks.models import CallbackSubject
from clusters.models import HANDLING_ROLES, Team, User
from common.reference import ReferenceModel

LONGEST_MINUTES = 240


class AdviceAnswer(ReferenceModel):
    """What came of a short contact; a list, so that nobody types about a resident."""

    class Meta(ReferenceModel.Meta):
        verbose_name = "uitkomst van informatie en advies"
        verbose_name_plural = "uitkomsten van informatie en advies"


class AdviceChannel(models.TextChoices):
    """How the resident reached the team."""

    WALK_IN = "walk_in", "Inloop"
    PHONE = "phone", "Telefoon"
    STREET = "street", "In de wijk"


class AdviceContactQuerySet(models.QuerySet["AdviceContact"]):
    """Short contacts."""

    def visible_to(self, user: User) -> Self:
        """Those of one's teams."""
        if user.acting_role in HANDLING_ROLES:
            return self.filter(team_id__in=user.team_ids)
        return self.none()

    def counts(self, first: date) -> list[dict[str, Any]]:
        """Per topic how many since ``first`` and how long they took, most first; one query."""
        rows = self.filter(on__gte=first).order_by().values("topic__label")
        counted = rows.annotate(times=Count("pk"), minutes=Sum("minutes"))
        return list(counted.order_by("-times", "topic__label"))


class AdviceContact(models.Model):
    """One short anonymous contact: a topic, what came of it and how long it took; nobody in it."""

    submission_key = models.UUIDField(unique=True, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    on = models.DateField("dag")
    channel = models.CharField("kanaal", max_length=7, choices=AdviceChannel.choices)
    topic = models.ForeignKey(CallbackSubject, models.PROTECT, related_name="+")
    answer = models.ForeignKey(AdviceAnswer, models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField("minuten")

    objects = AdviceContactQuerySet.as_manager()

    class Meta:
        verbose_name = "contact informatie en advies"
        verbose_name_plural = "contacten informatie en advies"
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=LONGEST_MINUTES), name="advice_minutes"
            ),
        ]
        indexes = [models.Index(fields=["team", "on"], name="advice_by_team")]

    def __str__(self) -> str:
        return f"informatie en advies op {self.on:%d-%m-%Y}"
