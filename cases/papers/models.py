"""A letter or report as PDF: what it is made of, how far it is, and the file, closed."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel
from cases.papers.lifecycle import PaperState
from cases.papers.making import Order
from cases.residents.models import Resident
from clusters.models import User
from common.sealing import Envelope, new_data_key

MOST_TRIES = 3
STALE = timedelta(minutes=5)
"""So long without an end and the worker is gone; sixty pages take some seconds."""
WAITING = (PaperState.ASKED, PaperState.MAKING)


class PaperQuerySet(models.QuerySet["Paper"]):
    """Papers. Who may see one is decided by the room of what it is made of, before it asks here."""

    def of_order(self, order: Order) -> Self:
        """The paper of this order, if there is one."""
        return self.filter(kind=order.kind, source=order.source, mark=order.mark)

    def of_card(self, order: Order) -> Self:
        """The same as long as it is about whom the order is about, or about nobody."""
        whose: Any = order.resident_id
        return self.of_order(order).filter(resident_id=whose)

    def stale(self, at: datetime) -> Self:
        """Begun by a worker that is gone."""
        return self.filter(state=PaperState.MAKING, started_at__lte=at - STALE)

    def to_make(self, at: datetime, *, but: Iterable[uuid.UUID] = ()) -> Self:
        """What waits for a worker, the oldest first (PP-4)."""
        gone = Q(state=PaperState.MAKING, started_at__lte=at - STALE)
        rows = self.filter(Q(state=PaperState.ASKED) | gone, tries__lt=MOST_TRIES)
        return rows.exclude(pk__in=but).order_by("asked_at", "pk")


class Paper(SubjectModel):
    """One PDF of one thing that stands fast: asked for, made once by the worker, kept (PP-1, PP-2).

    ``source`` is the key of the row it is made of, in the room that makes this ``kind``; ``mark``
    tells what was shown of it. ``data_key`` is the key of this file only, wrapped by the master key
    (security 5).
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("soort", max_length=30)
    source = models.CharField("gemaakt van", max_length=40)
    mark = models.CharField("kenmerk van de inhoud", max_length=64, blank=True)
    resident = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="+")
    state = models.CharField(
        "status", max_length=6, choices=PaperState.choices, default=PaperState.ASKED
    )
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    started_at = models.DateTimeField("begonnen op", null=True)
    made_at = models.DateTimeField("gemaakt op", null=True)
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    pages = models.PositiveSmallIntegerField("pagina's", default=0)
    name = models.CharField("bestandsnaam", max_length=80, blank=True)
    refusal = models.CharField("waarom het mislukte", max_length=200, blank=True)
    data_key = models.BinaryField("sleutel van de PDF", editable=False)
    content = models.BinaryField("PDF", default=bytes, editable=False)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "PDF"
        verbose_name_plural = "PDF's"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "source", "mark"], name="paper_once"),
            models.CheckConstraint(
                condition=Q(state__in=PaperState.values), name="paper_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.MADE, made_at__isnull=False, pages__gt=0)
                & ~Q(content=b"")
                | ~Q(state=PaperState.MADE) & Q(made_at__isnull=True, content=b""),
                name="paper_made_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=PaperState.MAKING) | Q(started_at__isnull=False),
                name="paper_making_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state__in=WAITING), name="paper_waiting")
        ]

    class Privacy:
        personal = ("resident", "asked_by", "content", "data_key")
        purpose = "Een brief of verslag kunnen geven zoals het vastligt (WMO 2.3.2)"
        retention = "gelijk met waar de PDF van gemaakt is"

    def __str__(self) -> str:
        return f"PDF {self.pk}"

    @property
    def is_made(self) -> bool:
        """Whether it can be opened."""
        return self.state == PaperState.MADE

    @property
    def is_waiting(self) -> bool:
        """Whether the worker still has to do something."""
        return self.state in WAITING

    def make_key(self) -> None:
        """Give a new paper its own key; the caller saves the row."""
        self.data_key = new_data_key(bound_to=self._bound_to("data_key"))

    def keep(self, pdf: bytes) -> None:
        """Seal the file; the caller saves the row."""
        self.content = self._envelope.seal(pdf, bound_to=self._bound_to("content"))

    def open(self) -> bytes:
        """The file as it was made."""
        return self._envelope.unseal(bytes(self.content), bound_to=self._bound_to("content"))

    @property
    def _envelope(self) -> Envelope:
        return Envelope(bytes(self.data_key), bound_to=self._bound_to("data_key"))

    def _bound_to(self, column: str) -> str:
        return f"cases_paper|{column}|{self.pk}"
