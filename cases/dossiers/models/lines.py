"""The line of a dossier: what happened and what was noted, in the order of time."""

from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q

from cases.dossiers.models.elsewhere import EVENTS, PAGES
from cases.dossiers.models.files import ResidentFile
from cases.dossiers.models.kinds import ELSEWHERE, LineKind
from cases.dossiers.models.questions import HelpRequest
from cases.dossiers.models.sealed import SealedByFile
from cases.residents.models import Resident
from clusters.models import User


class FileLine(SealedByFile):
    """Something that happened in a dossier; it is added and never changed (DS-8).

    ``content`` is a note, a reason or the text of an outcome, sealed with the key of the dossier.
    A line of another room has the code of what happened there and the number of its page, and no
    words; who did it is empty when that room does not say.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="lines")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    question = models.ForeignKey(HelpRequest, models.PROTECT, null=True, related_name="lines")
    kind = models.CharField("soort", max_length=9, choices=LineKind.choices)
    at = models.DateTimeField("moment")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    content = models.BinaryField("tekst", default=bytes)
    event = models.CharField("gebeurtenis", max_length=30, blank=True)
    ref = models.PositiveBigIntegerField("nummer van de pagina", null=True)

    opens = False
    """Whether the page it is about opens for who reads it; ``open_doors`` says so."""

    class Meta:
        verbose_name = "regel in een dossier"
        verbose_name_plural = "regels in dossiers"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=LineKind.values), name="file_line_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(~Q(kind=LineKind.NOTE)) | ~Q(content=b""), name="file_note_has_words"
            ),
            models.CheckConstraint(
                condition=Q(~Q(kind__in=ELSEWHERE), event="", by__isnull=False)
                | Q(~Q(event=""), kind__in=ELSEWHERE, content=b"", ref__isnull=False),
                name="file_line_elsewhere_has_no_words",
            ),
        ]
        indexes = [
            models.Index(fields=["file", "at", "id"], name="line_of_file"),
            models.Index(fields=["file", "kind", "at"], name="line_of_file_by_kind"),
            models.Index(fields=["at"], condition=Q(kind=LineKind.NOTE), name="note_by_moment"),
        ]

    class Privacy:
        personal = ("resident", "content", "by", "person", "ref")
        purpose = "Weten wat er in het dossier gebeurde en wie wat deed"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    @property
    def seal_id(self) -> UUID:
        """The line gets its number only when it is saved."""
        return self.uuid

    def __str__(self) -> str:
        return EVENTS[self.event][1] if self.event in EVENTS else LineKind(self.kind).label

    @property
    def door(self) -> str:
        """The name of the address of what it is about; empty when it does not open."""
        return PAGES[LineKind(self.kind)] if self.opens else ""
