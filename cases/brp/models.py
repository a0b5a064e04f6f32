"""An extract that was uploaded, and what is wrong with its lines; never what a line said."""

import uuid
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from cases.brp.lifecycle import LIFECYCLE, LIVE_STATES, WORK_STATES, UploadState
from clusters.models import Role, User
from common.closed_files import open_closed
from common.sealing import Envelope

REFUSAL_LENGTH = 300
END_FIELDS = ("state", "ended_at", "wrapped_key", "refusal", "version")
COLUMN_LENGTH, REASON_LENGTH = 40, 200


def key_place(token: uuid.UUID) -> str:
    """What the key of a file is bound to."""
    return f"cases_brpupload|wrapped_key|{token}"


def file_place(token: uuid.UUID) -> str:
    """What the chunks of a file are bound to."""
    return f"cases_brpupload|file|{token}"


def closed_path(token: uuid.UUID) -> Path:
    """Where a closed file stands: outside the web root, under a name that says nothing."""
    return Path(settings.UPLOAD_DIR) / f"{token}.closed"


class BrpUploadQuerySet(models.QuerySet["BrpUpload"]):
    """Uploaded extracts."""

    def visible_to(self, user: User) -> Self:
        """Only who uploaded it, as long as they act for the Wmo-team (ADR 26)."""
        if user.acting_role == Role.CITY_HALL_TEAM:
            return self.filter(uploaded_by=user)
        return self.none()

    def live(self) -> Self:
        """Of which there is still a file."""
        return self.filter(state__in=LIVE_STATES)

    def to_work_on(self) -> Self:
        """What a worker must do, the oldest first: two extracts wait for each other."""
        return self.filter(state__in=WORK_STATES).order_by("uploaded_at", "pk")


class BrpUpload(models.Model):
    """One extract of the BRP that somebody uploaded: its file is closed and thrown away (UT-6).

    ``wrapped_key`` opens the file; it goes with the file, so that no copy of it opens again. The
    name of the file is not kept: people put names in it.
    """

    token = models.UUIDField("naam op schijf", unique=True, editable=False)
    submission_key = models.UUIDField("sleutel van het formulier", unique=True, editable=False)
    uploaded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="geüpload door"
    )
    uploaded_at = models.DateTimeField("geüpload op")
    state = models.CharField(
        "status", max_length=9, choices=UploadState.choices, default=UploadState.UPLOADED
    )
    size = models.PositiveBigIntegerField("bytes")
    wrapped_key = models.BinaryField("sleutel", null=True, editable=False)
    checked_on = models.DateField("gecontroleerd op", null=True)
    lines = models.PositiveIntegerField("regels", null=True)
    faulty = models.PositiveIntegerField("foute regels", null=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    refusal = models.CharField("waarom het mislukte", max_length=REFUSAL_LENGTH, blank=True)
    ended_at = models.DateTimeField("geëindigd op", null=True)
    version = models.PositiveIntegerField("versie", default=1)

    objects = BrpUploadQuerySet.as_manager()

    class Meta:
        verbose_name = "BRP-uittreksel"
        verbose_name_plural = "BRP-uittreksels"
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UploadState.values), name="brp_upload_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=LIVE_STATES, ended_at__isnull=True, wrapped_key__isnull=False)
                | (~Q(state__in=LIVE_STATES) & Q(ended_at__isnull=False, wrapped_key__isnull=True)),
                name="brp_upload_ended_has_no_key",
            ),
        ]
        indexes = [
            models.Index(
                fields=["uploaded_at"], condition=Q(state__in=LIVE_STATES), name="brp_upload_live"
            )
        ]

    class Privacy:
        personal = ("uploaded_by", "wrapped_key")
        purpose = "Een BRP-uittreksel inlezen (INW-1)"
        retention = "het bestand en de sleutel hooguit een dag; het rapport dertig dagen"

    def __str__(self) -> str:
        return f"BRP-uittreksel {self.pk}"

    @property
    def right(self) -> int:
        """How many lines are right."""
        return (self.lines or 0) - (self.faulty or 0)

    @property
    def is_live(self) -> bool:
        """Whether it can still be read in or stopped."""
        return self.state in LIVE_STATES

    @property
    def is_worked_on(self) -> bool:
        """Whether the worker has something to do."""
        return self.state in WORK_STATES

    def end(self, step: str, *, at: datetime, refusal: str = "") -> None:
        """Take the last step, in memory: the key of the file goes with it (``END_FIELDS``)."""
        self.state, self.ended_at = LIFECYCLE.target(step, self.state), at
        self.wrapped_key, self.refusal = None, refusal[:REFUSAL_LENGTH]
        self.version += 1

    def open(self) -> BinaryIO:
        """The file, opened chunk by chunk in memory."""
        envelope = Envelope(bytes(self.wrapped_key or b""), bound_to=key_place(self.token))
        return open_closed(closed_path(self.token), envelope, bound_to=file_place(self.token))


class BrpFault(models.Model):
    """What is wrong with one line of an extract: number, column and reason, never the value."""

    upload = models.ForeignKey(BrpUpload, models.CASCADE, related_name="faults")
    line = models.PositiveIntegerField("regel")
    column = models.CharField("kolom", max_length=COLUMN_LENGTH, blank=True)
    reason = models.CharField("reden", max_length=REASON_LENGTH)

    class Meta:
        verbose_name = "fout in een BRP-uittreksel"
        verbose_name_plural = "fouten in een BRP-uittreksel"
        ordering = ["line", "pk"]
        indexes = [models.Index(fields=["upload", "line"], name="brp_fault_by_line")]

    def __str__(self) -> str:
        return f"regel {self.line}"
