"""News and instructions for the desk and the teams, with a beginning and an end."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from cases.knowledge.models.articles import Audience, audiences_of
from clusters.models import User


class Importance(models.TextChoices):
    """How loud a message is."""

    NORMAL = "normal", "Gewoon"
    HIGH = "high", "Belangrijk"


class NewsQuerySet(models.QuerySet["NewsItem"]):
    """News and instructions."""

    def visible_to(self, user: User) -> Self:
        """Scope: what is for one's audience; who edits sees everything."""
        return self.filter(audience__in=audiences_of(user.acting_role))

    def showing_at(self, at: datetime) -> Self:
        """Items inside their window, the important ones first."""
        return self.filter(visible_from__lte=at, visible_until__gt=at).order_by(
            "importance", "-visible_from", "-pk"
        )


class NewsItem(models.Model):
    """One message on the desk: from when until when it shows, and how important it is."""

    title = models.CharField("titel", max_length=120)
    body = models.TextField("tekst", max_length=2000)
    importance = models.CharField("belang", max_length=6, choices=Importance.choices)
    audience = models.CharField("voor wie", max_length=8, choices=Audience.choices)
    visible_from = models.DateTimeField("tonen vanaf")
    visible_until = models.DateTimeField("tonen tot")
    written_at = models.DateTimeField("geschreven op")
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    submission_key = models.UUIDField(unique=True, editable=False)

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = "nieuwsbericht"
        verbose_name_plural = "nieuwsberichten"
        ordering = ["-visible_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(importance__in=Importance.values), name="news_importance_known"
            ),
            models.CheckConstraint(
                condition=Q(audience__in=Audience.values), name="news_audience_known"
            ),
            models.CheckConstraint(
                condition=Q(visible_until__gt=F("visible_from")), name="news_window_order"
            ),
        ]
        indexes = [models.Index(fields=["visible_until"], name="news_by_end")]

    class Privacy:
        personal = ("written_by",)
        purpose = "Weten van wie een instructie komt"
        retention = "een jaar na het einde van het bericht"

    def __str__(self) -> str:
        return self.title

    @property
    def mark(self) -> str:
        """What a form sends back to say which text it changes."""
        return self.written_at.isoformat()
