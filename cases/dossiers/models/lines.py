"""The line of a dossier: what happened and what was noted, in the order of time."""

from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from cases.callbacks.models import CallbackRequest
from cases.dossiers.models.elsewhere import EVENTS, PAGES
from cases.dossiers.models.files import ResidentFile
from cases.dossiers.models.kinds import ELSEWHERE, LineKind
from cases.dossiers.models.questions import HelpRequest
from cases.dossiers.models.sealed import SealedByFile
from cases.intakes.models import WmoNotification
from cases.residents.models import Resident
from cases.talks.models import KitchenTableTalk
from clusters.models import Role, User


class LineQuerySet(models.QuerySet["FileLine"]):
    """Lines of dossiers."""

    def with_doors(self, user: User) -> Self:
        """Say of each line whether the page it is about opens for this employee (DS-12).

        Asked per line of the page inside the same query; each room says who may come in.
        """
        ref = OuterRef("ref")
        meldingen = WmoNotification.objects.visible_to(user).filter(pk=ref)
        if user.acting_role != Role.TEAM_MANAGER:
            meldingen = meldingen.filter(Q(handler=user) | Q(handler__isnull=True))
        rows = {
            (LineKind.CALLBACK,): CallbackRequest.objects.visible_to(user).filter(pk=ref),
            (LineKind.MELDING,): meldingen,
            (LineKind.TALK, LineKind.REPORT): KitchenTableTalk.objects.visible_to(user).filter(
                pk=ref
            ),
            (LineKind.RELATED, LineKind.UNRELATED): ResidentFile.objects.visible_to(user).filter(
                pk=ref
            ),
        }
        doors = [When(kind__in=kinds, then=Exists(found)) for kinds, found in rows.items()]
        return self.annotate(opens=Case(*doors, default=Value(False)))


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

    objects = LineQuerySet.as_manager()

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
        return EVENTS[self.event][1] if self.event in EVENTS else self.get_kind_display()

    @property
    def door(self) -> str:
        """The name of the address of what it is about; empty when it does not open."""
        opens = self.ref is not None and getattr(self, "opens", False)
        return PAGES.get(LineKind(self.kind), "") if opens else ""
