"""The closing of a year: what was chosen and why, how far it is, and the figure to check it by."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from budgets.closing.lifecycle import ClosingState
from budgets.ledger.models import PotPurpose
from clusters.models import User

MOST_TRIES = 3
STALE = timedelta(minutes=5)
"""So long without an end and the worker is gone; five million entries take half a minute."""
REASON_LENGTH = 500


class Remainder(models.TextChoices):
    """What happens with what nobody asked for."""

    CARRY = "carry", "Meenemen naar het volgende jaar"
    GIVE_BACK = "give_back", "Teruggeven aan de gemeente"


class ClosingQuerySet(models.QuerySet["YearClosing"]):
    """Closings of years. Who may see one is in the grant table: it has no scope of its own."""

    def stale(self, at: datetime) -> Self:
        """Begun by a worker that is gone."""
        return self.filter(state=ClosingState.RUNNING, started_at__lte=at - STALE)

    def to_do(self, at: datetime) -> Self:
        """What waits for a worker, the oldest first (GB-27)."""
        gone = Q(state=ClosingState.RUNNING, started_at__lte=at - STALE)
        rows = self.filter(Q(state=ClosingState.ASKED) | gone, tries__lt=MOST_TRIES)
        return rows.order_by("asked_at", "pk")


class YearClosing(models.Model):
    """The closing of all pots of one year and purpose: asked once, done whole by the worker.

    ``entries`` and ``cents`` are the check figure: how many entries the pots had in the end, and
    what these add up to. ``check_ledger`` counts both again.
    """

    key = models.UUIDField("kenmerk", unique=True, editable=False)
    year = models.PositiveSmallIntegerField("jaar")
    purpose = models.CharField("doel", max_length=4, choices=PotPurpose.choices)
    remainder = models.CharField("wat overblijft", max_length=9, choices=Remainder.choices)
    reason = models.CharField("waarom", max_length=REASON_LENGTH)
    state = models.CharField(
        "status", max_length=7, choices=ClosingState.choices, default=ClosingState.ASKED
    )
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    started_at = models.DateTimeField("begonnen op", null=True)
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    refusal = models.CharField("waarom het niet lukte", max_length=200, blank=True)
    done_at = models.DateTimeField("afgesloten op", null=True)
    entries = models.BigIntegerField("aantal boekingen", default=0)
    cents = models.BigIntegerField("som van de boekingen in centen", default=0)

    objects = ClosingQuerySet.as_manager()

    class Meta:
        verbose_name = "afsluiting van een jaar"
        verbose_name_plural = "afsluitingen van jaren"
        ordering = ["-year", "purpose"]
        constraints = [
            models.UniqueConstraint(fields=["year", "purpose"], name="year_closing_once"),
            models.CheckConstraint(
                condition=Q(state__in=ClosingState.values), name="year_closing_state_known"
            ),
            models.CheckConstraint(
                condition=Q(remainder__in=Remainder.values) & ~Q(reason=""),
                name="year_closing_has_choice_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=ClosingState.DONE, done_at__isnull=False)
                | ~Q(state=ClosingState.DONE) & Q(done_at__isnull=True, entries=0, cents=0),
                name="year_closing_done_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=ClosingState.RUNNING) | Q(started_at__isnull=False),
                name="year_closing_running_has_moment",
            ),
        ]

    class Privacy:
        personal = ("asked_by", "reason")
        purpose = "Weten wie een jaar afsloot en waarom (BUD-4)"
        retention = "7 jaar na het boekjaar"

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.year}"

    @property
    def is_waiting(self) -> bool:
        """Whether the worker still has to do something."""
        return self.state in (ClosingState.ASKED, ClosingState.RUNNING)

    @property
    def is_given_back(self) -> bool:
        """Whether what is left goes back to the municipality."""
        return self.remainder == Remainder.GIVE_BACK
