"""What happened to a melding, and what must happen later, as rows (design 6)."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel
from cases.intakes.models.notifications import WmoNotification
from cases.residents.models import Resident
from clusters.models import User


class NotificationAct(models.TextChoices):
    """What happened to a melding; the value is also the audit code after "notification."."""

    REGISTERED = "registered", "Vastgelegd"
    CLAIMED = "claimed", "Opgepakt"
    RELEASED = "released", "Teruggegeven aan het team"
    ASSIGNED = "assigned", "Gegeven aan een collega"
    CONFIRMED = "confirmed", "Bevestiging verstuurd"
    TRIAGED = "triaged", "Triage vastgelegd"
    SUPPORT_OFFERED = "support", "Cliëntondersteuning aangeboden"
    SUPPORT_ASKED = "oco_asked", "Cliëntondersteuning gevraagd"
    STARTED = "started", "Onderzoek gestart"
    COMPLETED = "completed", "Onderzoek afgerond"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    DROPPED = "dropped", "Geen vervolg"


class NotificationStep(SubjectModel):
    """One step in the life of a melding as colleagues read it back; never changed afterwards."""

    audit_resident_field = "resident"

    notification = models.ForeignKey(WmoNotification, models.PROTECT, related_name="steps")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    at = models.DateTimeField("tijdstip")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    act = models.CharField("stap", max_length=12, choices=NotificationAct.choices)
    note = models.TextField("toelichting", blank=True, max_length=1000)

    class Meta:
        verbose_name = "stap van een melding"
        verbose_name_plural = "stappen van een melding"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(act__in=NotificationAct.values), name="notification_act_known"
            ),
        ]

    class Privacy:
        personal = ("resident", "note")
        purpose = "Collega's laten weten wat er met een melding gebeurde"
        retention = "gelijk met de melding"

    def __str__(self) -> str:
        return f"{self.get_act_display()} ({self.at:%d-%m-%Y %H:%M})"


class BellKind(models.TextChoices):
    """Who must know what about a melding, and when (ML-9)."""

    URGENT = "urgent", "Spoednorm voorbij: behandelaar en manager"
    CONFIRM = "confirm", "Nog niet bevestigd: behandelaar of team"
    BEFORE_END = "before", "Vóór het einde van de zes weken: behandelaar of team"
    AT_END = "end", "Zes weken voorbij: behandelaar en manager"


class BellState(models.TextChoices):
    """Whether a reminder still has to be delivered."""

    PENDING = "pending", "Staat klaar"
    DONE = "done", "Gedaan"
    DROPPED = "dropped", "Vervallen"


class NotificationReminderQuerySet(models.QuerySet["NotificationReminder"]):
    """Reminders of meldingen."""

    def due(self, at: datetime) -> Self:
        """Pending reminders whose moment has come, oldest first."""
        return self.filter(state=BellState.PENDING, due_at__lte=at).order_by("due_at", "pk")


class NotificationReminder(models.Model):
    """One reminder of one melding; the unique key makes it exist once."""

    notification = models.ForeignKey(WmoNotification, models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=8, choices=BellKind.choices)
    due_at = models.DateTimeField("op")
    state = models.CharField(max_length=8, choices=BellState.choices, default=BellState.PENDING)
    done_at = models.DateTimeField("gedaan op", null=True)

    objects = NotificationReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "herinnering van een melding"
        verbose_name_plural = "herinneringen van meldingen"
        constraints = [
            models.UniqueConstraint(
                fields=["notification", "kind"], name="notification_reminder_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=BellState.values), name="notification_reminder_state"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(state="pending"),
                name="notification_reminder_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notification_id}:{self.kind}"

    @property
    def dedup_key(self) -> str:
        """The key under which the notice of this reminder exists once."""
        return f"notification:{self.notification_id}:{self.kind}"
