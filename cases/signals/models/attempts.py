"""An attempt to get in touch with somebody who did not ask (SG-6)."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.signals.models.choices import Result, Way
from cases.signals.models.signals import Signal
from clusters.models import User
from common.sealed import SealedModel
from common.sealing import Envelope


class OutreachAttempt(SealedModel):
    """What came of going there, calling or leaving a card."""

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    signal = models.ForeignKey(Signal, models.PROTECT, related_name="attempts")
    at = models.DateTimeField("moment")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    way = models.CharField("hoe", max_length=5, choices=Way.choices)
    result = models.CharField("resultaat", max_length=9, choices=Result.choices)
    content = models.BinaryField("wat", default=bytes)

    class Meta:
        verbose_name = "outreachpoging"
        verbose_name_plural = "outreachpogingen"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(way=Way.CARD) | Q(result=Result.LEFT), name="outreach_card_is_left"
            ),
            models.CheckConstraint(
                condition=Q(way__in=Way.values, result__in=Result.values),
                name="outreach_says_what_came_of_it",
            ),
        ]
        indexes = [
            models.Index(fields=["signal", "at", "id"], name="outreach_of_signal"),
            models.Index(fields=["at"], name="outreach_by_moment"),
        ]

    class Privacy:
        personal = ("content", "by")
        purpose = "Weten wat er is gedaan om iemand te bereiken (COL-5)"
        retention = "zo lang als de woorden van het signaal"

    def __str__(self) -> str:
        return f"poging bij {self.signal}"

    @property
    def key(self) -> Envelope:
        """The key of the signal."""
        return self.signal.key

    @cached_property
    def words(self) -> str:
        """What was written about it."""
        return self.opened("content")
