"""The onderzoeksverslag: a draft that saves itself, and a frozen version for each sending."""

import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.residents.models import Resident
from cases.talks.drawing import Drawing
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
    SCREEN = "screen", "Op het scherm ondertekend"


@dataclass(frozen=True)
class Signer:
    """Who signed on the screen: the resident or who represents them, and what they drew."""

    name: str
    drawing: Drawing


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
    report as one (WMO 2.3.2 lid 9); it is another date than that of the melding. ``signed`` is who
    signed on the screen, bound to the text that was sent: to another text it is no signature.
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
        "handtekening", max_length=6, choices=Signature.choices, default=Signature.NONE
    )
    signed_on = models.DateField("ondertekend op", null=True)
    signed = models.BinaryField("handtekening op het scherm", default=bytes)
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
                condition=Q(signature=Signature.NONE, signed_on__isnull=True)
                | Q(~Q(signature=Signature.NONE), signed_on__isnull=False),
                name="report_signed_has_day",
            ),
            models.CheckConstraint(
                condition=Q(~Q(signed=b""), signature=Signature.SCREEN)
                | Q(~Q(signature=Signature.SCREEN), signed=b""),
                name="report_signed_on_screen_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(application_on__isnull=True)
                | Q(
                    ~Q(signature=Signature.NONE),
                    reaction__in=[Reaction.AGREED, Reaction.REMARKS],
                ),
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
            "signed",
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
        self.reaction_words = self._seal("reaction_words", words)

    @cached_property
    def words(self) -> str:
        """What the resident said about it; empty when nothing was written."""
        return self._open("reaction_words")

    def keep_signer(self, signer: Signer) -> None:
        """Seal who signed this text on the screen; the caller saves the row."""
        kept = {"name": signer.name, "drawing": str(signer.drawing), "text": self._text_mark()}
        self.signed = self._seal("signed", json.dumps(kept))

    @cached_property
    def signer(self) -> Signer | None:
        """Who signed on the screen; None when nobody did, or when another text was signed."""
        kept = json.loads(self._open("signed") or "{}")
        if not kept or kept["text"] != self._text_mark():
            return None
        return Signer(kept["name"], Drawing.read(kept["drawing"]))

    def _text_mark(self) -> str:
        """What tells this text from every other one."""
        return hashlib.sha256(self.open_text(bytes(self.content))).hexdigest()

    def _seal(self, column: str, text: str) -> bytes:
        bound_to = f"{self._meta.db_table}|{column}|{self.pk}"
        return self.talk.envelope.seal(text.encode(), bound_to=bound_to)

    def _open(self, column: str) -> str:
        """What is kept closed in this column; empty when there is nothing."""
        sealed = bytes(getattr(self, column))
        if not sealed:
            return ""
        bound_to = f"{self._meta.db_table}|{column}|{self.pk}"
        return self.talk.envelope.unseal(sealed, bound_to=bound_to).decode()
