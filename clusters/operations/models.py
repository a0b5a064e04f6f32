"""The heartbeat: when did each periodic task last run (dead-man's switch, design 6)."""

from datetime import datetime, timedelta

from django.db import models


class SweepRun(models.Model):
    """The last run of one periodic task."""

    task = models.CharField("taak", max_length=80, unique=True)
    ran_at = models.DateTimeField("laatst gelopen")
    handled = models.PositiveIntegerField("verwerkt")
    total_handled = models.PositiveBigIntegerField("totaal verwerkt", default=0)

    class Meta:
        verbose_name = "taak van de werker"
        verbose_name_plural = "taken van de werker"
        ordering = ["task"]

    def __str__(self) -> str:
        return self.task

    def is_overdue(self, at: datetime, *, seconds: int) -> bool:
        """Whether the task is silent longer than ``seconds``."""
        return at - self.ran_at > timedelta(seconds=seconds)
