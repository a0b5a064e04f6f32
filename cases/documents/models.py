"""A document in a dossier: what the row knows of it; the bytes are closed on disk."""

from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.documents.lifecycle import READABLE, UNJUDGED, ScanState
from cases.dossiers.models import ResidentFile, SealedByFile
from cases.residents.models import Resident
from clusters.models import User

HASH_LENGTH = 64


class DocumentKind(models.TextChoices):
    """What a document is for people."""

    LETTER = "letter", "Brief"
    STATEMENT = "statement", "Verklaring"
    PHOTO = "photo", "Foto"
    DECISION = "decision", "Besluit"
    OTHER = "other", "Overig"


class Media(models.TextChoices):
    """What a document is for a machine, by what is in it and never by its name (DC-2)."""

    PDF = "pdf", "PDF"
    JPEG = "jpeg", "foto (JPEG)"
    PNG = "png", "afbeelding (PNG)"
    DOCX = "docx", "Word-document"
    ODT = "odt", "OpenDocument-tekst"
    TEXT = "text", "platte tekst"


OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MIME = {
    Media.PDF: "application/pdf",
    Media.JPEG: "image/jpeg",
    Media.PNG: "image/png",
    Media.DOCX: OFFICE,
    Media.ODT: "application/vnd.oasis.opendocument.text",
    Media.TEXT: "text/plain",
}


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents."""

    def unjudged(self) -> Self:
        """What a scanner must still look at, the oldest first."""
        return self.filter(scan__in=UNJUDGED).order_by("added_at", "pk")

    def on_disk(self) -> Self:
        """Those of which there must be a file."""
        return self.exclude(scan=ScanState.INFECTED)


class Document(SealedByFile):
    """One document of a dossier (DC-1); added, perhaps withdrawn, never replaced or removed.

    ``token`` is the name of its file on disk. ``content`` is what somebody wrote about it,
    ``called`` its own name and ``reason`` why it was withdrawn, all three sealed. ``sha256`` is of
    the bytes as they are kept. ``missing_since`` says that the file was not there any more.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    token = models.UUIDField("naam op schijf", unique=True, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="documents")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    kind = models.CharField("soort", max_length=9, choices=DocumentKind.choices)
    called = models.BinaryField("naam")
    content = models.BinaryField("omschrijving", default=bytes)
    dated_on = models.DateField("datum op het document", null=True)
    media = models.CharField("bestandssoort", max_length=4, choices=Media.choices)
    size = models.PositiveIntegerField("bytes")
    sha256 = models.CharField("controlegetal", max_length=HASH_LENGTH)
    added_at = models.DateTimeField("toegevoegd op")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    scan = models.CharField("virusscan", max_length=9, choices=ScanState.choices)
    scanned_at = models.DateTimeField("gescand op", null=True)
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.BinaryField("reden van intrekken", default=bytes)
    missing_since = models.DateTimeField("bestand ontbreekt sinds", null=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, reason=b"")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(reason=b""),
                name="document_withdrawn_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(scan__in=UNJUDGED, scanned_at__isnull=True)
                | Q(scan__in=[ScanState.CLEAN, ScanState.INFECTED], scanned_at__isnull=False),
                name="document_scanned_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=DocumentKind.values, media__in=Media.values),
                name="document_kind_known",
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="document_is_not_empty"),
        ]
        indexes = [
            models.Index(fields=["file", "added_at", "id"], name="document_of_file"),
            models.Index(
                fields=["added_at", "id"],
                condition=Q(scan__in=UNJUDGED),
                name="document_to_scan",
            ),
            models.Index(
                fields=["missing_since"],
                condition=Q(missing_since__isnull=False),
                name="document_missing",
            ),
        ]

    class Privacy:
        personal = ("resident", "called", "content", "reason", "sha256", "added_by", "withdrawn_by")
        purpose = "Stukken van het dossier bij elkaar (GES-4)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"{self.get_kind_display().lower()} in een dossier"

    @property
    def seal_id(self) -> UUID:
        """A document gets its number only when it is saved."""
        return self.uuid

    @cached_property
    def name(self) -> str:
        """Its own name, cleaned when it came in."""
        return self.opened("called")

    @cached_property
    def why_withdrawn(self) -> str:
        """Why it should not be read any more; empty when it may."""
        return self.opened("reason")

    @property
    def is_withdrawn(self) -> bool:
        """Whether only the casusregisseur still opens it."""
        return self.withdrawn_at is not None

    @property
    def can_be_opened(self) -> bool:
        """Whether there are bytes that somebody may get: not before a scanner saw them."""
        return self.scan in READABLE

    @property
    def mime(self) -> str:
        """How a browser is told what it is."""
        return MIME[Media(self.media)]
