"""What must happen later, as rows: the database is the truth, Celery is the bell (design 6)."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from cases.callbacks.models.requests import CallbackRequest


class ReminderKind(models.TextChoices):
    """Who must know what, and when (TB-7)."""

    BEFORE_TERM = "before", "Vóór de termijn: behandelaar of team"
    AT_TERM = "term", "Op de termijn: wijkteammanager"
    TWICE_TERM = "twice", "Twee keer de termijn: algemeen manager"
    PAUSE_OVER = "pause", "Pauze voorbij: behandelaar"


class ReminderState(models.TextChoices):
    """Whether a reminder still has to be delivered."""

    PENDING = "pending", "Staat klaar"
    DONE = "done", "Gedaan"
    DROPPED = "dropped", "Vervallen"


class ReminderQuerySet(models.QuerySet["CallbackReminder"]):
    """Reminders of callback requests."""

    def due(self, at: datetime) -> Self:
        """Pending reminders whose moment has come, oldest first."""
        return self.filter(state=ReminderState.PENDING, due_at__lte=at).order_by("due_at", "pk")


class CallbackReminder(models.Model):
    """One reminder of one term of one request; the unique key makes it exist once."""

    callback = models.ForeignKey(CallbackRequest, models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=8, choices=ReminderKind.choices)
    term_round = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField("op")
    state = models.CharField(
        max_length=8, choices=ReminderState.choices, default=ReminderState.PENDING
    )
    done_at = models.DateTimeField("gedaan op", null=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        constraints = [
            models.UniqueConstraint(
                fields=["callback", "kind", "term_round"], name="reminder_once_per_term"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ReminderState.values), name="reminder_state_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(state="pending"),
                name="reminder_pending",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.callback_id}:{self.kind}:{self.term_round}"

    @property
    def dedup_key(self) -> str:
        """The key under which the notice of this reminder exists once."""
        return f"callback:{self.callback_id}:{self.kind}:{self.term_round}"
