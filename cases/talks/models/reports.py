"""The onderzoeksverslag: a draft that saves itself, and a frozen version for each sending."""

import json
import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.residents.models import Resident
from cases.talks.models.cards import SealedByTalk
from cases.talks.models.talks import KitchenTableTalk
from clusters.models import User
from common.autosave import AutosavedModel


class Reaction(models.TextChoices):
    """What the resident says about the report (GES-9)."""

    AGREED = "agreed", "Akkoord"
    REMARKS = "remarks", "Akkoord met opmerkingen"
    DISAGREED = "disagreed", "Niet akkoord"


class Signature(models.TextChoices):
    """Whether the resident put a name under it; that is not the same as agreeing."""

    NONE = "none", "Niet ondertekend"
    PAPER = "paper", "Op papier ondertekend"


class InvestigationReport(SealedByTalk, AutosavedModel):
    """The written account of the outcome, as it is being written (WMO 2.3.2 lid 8)."""

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    talk = models.OneToOneField(KitchenTableTalk, models.PROTECT, related_name="report")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    saved_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "onderzoeksverslag"
        verbose_name_plural = "onderzoeksverslagen"

    class Privacy:
        personal = ("resident", "content", "saved_by")
        purpose = "De inwoner schriftelijk laten weten wat het onderzoek opleverde"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"onderzoeksverslag bij gesprek {self.talk_id}"

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of each section by its name, as it stands now; empty ones are left out."""
        return self.answers()


class ReportVersionQuerySet(models.QuerySet["ReportVersion"]):
    """Versions that were sent."""

    def unanswered(self) -> Self:
        """Sent, and the resident did not react yet."""
        return self.filter(reaction="")


class ReportVersion(SealedByTalk):
    """A report as it was sent: frozen, with what the resident said and whether it is signed.

    ``application_on`` is the day the aanvraag counts from, when the municipality takes a signed
    report as one (WMO 2.3.2 lid 9); it is another date than that of the melding.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, editable=False)
    report = models.ForeignKey(InvestigationReport, models.PROTECT, related_name="versions")
    talk = models.ForeignKey(KitchenTableTalk, models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("versie")
    sent_on = models.DateField("verstuurd op")
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    content = models.BinaryField("verslag zoals verstuurd")
    reaction = models.CharField("reactie", max_length=9, choices=Reaction.choices, blank=True)
    reacted_on = models.DateField("reactie van", null=True)
    reaction_words = models.BinaryField("reactie in eigen woorden", default=bytes)
    signature = models.CharField(
        "handtekening", max_length=5, choices=Signature.choices, default=Signature.NONE
    )
    application_on = models.DateField("telt als aanvraag vanaf", null=True)

    objects = ReportVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "verstuurd onderzoeksverslag"
        verbose_name_plural = "verstuurde onderzoeksverslagen"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_version_once"),
            models.CheckConstraint(
                condition=Q(reaction="", reacted_on__isnull=True)
                | Q(reaction__in=Reaction.values, reacted_on__isnull=False),
                name="report_reaction_has_day",
            ),
            models.CheckConstraint(
                condition=Q(signature=Signature.NONE) | ~Q(reaction=""),
                name="report_signed_with_reaction",
            ),
            models.CheckConstraint(
                condition=Q(application_on__isnull=True)
                | Q(signature=Signature.PAPER, reaction__in=[Reaction.AGREED, Reaction.REMARKS]),
                name="report_application_is_signed",
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "content",
            "reaction",
            "reaction_words",
            "signature",
            "sent_by",
        )
        purpose = "Weten welk verslag de inwoner kreeg en wat die ervan vindt (WMO 2.3.2 lid 8)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"versie {self.number}"

    def freeze(self, texts: dict[str, str]) -> None:
        """Seal what is sent; the caller saves the row."""
        self.content = self.seal_text(json.dumps(texts).encode())

    @cached_property
    def texts(self) -> dict[str, str]:
        """The sections as they were sent."""
        texts: dict[str, str] = json.loads(self.open_text(bytes(self.content)))
        return texts

    def keep_words(self, words: str) -> None:
        """Seal what the resident said; the caller saves the row."""
        bound_to = f"{self._meta.db_table}|reaction_words|{self.pk}"
        self.reaction_words = self.talk.envelope.seal(words.encode(), bound_to=bound_to)

    @cached_property
    def words(self) -> str:
        """What the resident said about it; empty when nothing was written."""
        if not self.reaction_words:
            return ""
        bound_to = f"{self._meta.db_table}|reaction_words|{self.pk}"
        opened = self.talk.envelope.unseal(bytes(self.reaction_words), bound_to=bound_to)
        return opened.decode()
