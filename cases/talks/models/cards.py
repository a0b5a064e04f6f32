"""One card per leefgebied, and what was agreed: all words are sealed with the talk's key."""

import json
import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.procedures.models import ProfessionalAssessment
from cases.residents.models import Resident
from cases.talks.models.domains import LifeDomain, ZrmDomain, ZrmLevel
from cases.talks.models.talks import KitchenTableTalk
from clusters.models import User
from common.autosave import AutosavedModel

SOLUTIONS: dict[str, str] = {
    "own": "Eigen kracht",
    "network": "Netwerk",
    "volunteer": "Vrijwilliger",
    "general": "Collectief of algemeen aanbod",
    "custom": "Maatwerk",
}
"""In the order of the law: what comes later only when what comes earlier does not suffice."""
EARLIER: dict[str, str] = {
    "own": "eigen kracht",
    "network": "het netwerk",
    "volunteer": "een vrijwilliger",
    "general": "het aanbod voor iedereen",
}
"""What must be weighed before maatwerk, as it stands in a sentence."""
STORY: dict[str, str] = {
    "words": "In eigen woorden van de inwoner",
    "well": "Wat gaat goed?",
    "hard": "Wat gaat niet goed?",
    "helpers": "Wie helpt nu?",
    "wish": "Wat wil de inwoner?",
}
WRITTEN = (*STORY, *SOLUTIONS, *(f"{step}_short" for step in EARLIER))
"""Everything of a card that is narrative; the names are those of the fields of the form."""
SCORES = frozenset(str(level) for level in ZrmLevel.values)
STATE, QUESTION, SWITCH, ZRM = "state", "question", "switch", "zrm-"


class CardState(models.TextChoices):
    """Whether a leefgebied came up; none of them has to (H13)."""

    DISCUSSED = "discussed", "Besproken"
    NOT_APPLICABLE = "not_applicable", "Niet van toepassing"
    NOT_DISCUSSED = "not_discussed", "Niet besproken"


class SealedByTalk(SubjectModel):
    """A row whose words are sealed with the key of the talk it belongs to."""

    class Meta:
        abstract = True

    talk: KitchenTableTalk

    @property
    def seal_name(self) -> str:
        """What the words are bound to: table, column and row."""
        return f"{self._meta.db_table}|content|{self.pk}"

    def seal_text(self, plain: bytes) -> bytes:
        """Seal with the key of the talk."""
        return self.talk.envelope.seal(plain, bound_to=self.seal_name)

    def open_text(self, sealed: bytes) -> bytes:
        """Open with the key of the talk."""
        return self.talk.envelope.unseal(sealed, bound_to=self.seal_name)


class TalkCard(SealedByTalk, AutosavedModel):
    """What was said about one leefgebied (GES-2, GES-3), as it stands in the form.

    A leefgebied that needs a reason has a card only after somebody gave one; the reason is the
    first thing on it. ``state`` stands in the open, because lists count it.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    talk = models.ForeignKey(KitchenTableTalk, models.PROTECT, related_name="cards")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    domain = models.ForeignKey(LifeDomain, models.PROTECT, related_name="+")
    state = models.CharField(
        "besproken",
        max_length=14,
        choices=CardState.choices,
        default=CardState.NOT_DISCUSSED,
    )
    saved_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    known: ProfessionalAssessment | None = None  # what a professional handed in, put by the page

    class Meta:
        verbose_name = "kaart van een gesprek"
        verbose_name_plural = "kaarten van gesprekken"
        ordering = ["domain__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["talk", "domain"], name="talk_card_once"),
            models.CheckConstraint(
                condition=Q(state__in=CardState.values), name="talk_card_state_known"
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "state", "saved_by")
        purpose = "Onthouden wat de inwoner vertelde, per leefgebied (WMO 2.3.2 lid 4)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return str(self.domain)

    @cached_property
    def said(self) -> dict[str, str]:
        """What was written, by the name of the field; empty fields are left out."""
        return self.answers()

    @property
    def is_written(self) -> bool:
        """Whether anything stands on it that the law calls a personal datum."""
        return any(name in self.said for name in WRITTEN) or bool(self.scores)

    @property
    def is_used(self) -> bool:
        """Whether it belongs in the report."""
        return self.state == CardState.DISCUSSED or self.is_written

    @property
    def scores(self) -> list[tuple[ZrmDomain, int]]:
        """The scores that were given, as a picture before anything was done."""
        return [
            (domain, int(self.said[f"{ZRM}{domain.value}"]))
            for domain in self.domain.zrm_domains
            if self.said.get(f"{ZRM}{domain.value}", "") in SCORES
        ]

    @property
    def reasons_missing(self) -> list[str]:
        """The solutions before maatwerk of which nobody wrote why they do not suffice."""
        if "custom" not in self.said:
            return []
        return [words for step, words in EARLIER.items() if f"{step}_short" not in self.said]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Everything on it as it is read back, in the order of the card."""
        names = {SWITCH: "Waarom dit leefgebied aan staat", QUESTION: "De vraag erbij", **STORY}
        for step, label in SOLUTIONS.items():
            names[step] = label
            if step in EARLIER:
                names[f"{step}_short"] = f"Waarom {EARLIER[step]} niet genoeg is"
        found = [(label, self.said[name]) for name, label in names.items() if name in self.said]
        return found + [(domain.label, ZrmLevel(score).label) for domain, score in self.scores]

    def faults(self) -> list[str]:
        """What must be put right before the talk can be concluded (KT-3, KT-4, KT-5)."""
        found = []
        if self.is_used and QUESTION not in self.said:
            found.append("Schrijf op welke vraag van de inwoner dit leefgebied nodig maakt.")
        if self.domain.needs_reason and self.is_used and SWITCH not in self.said:
            found.append("Schrijf op waarom dit leefgebied aan staat.")
        if self.is_written and self.state != CardState.DISCUSSED:
            found.append("Er is iets opgeschreven. Kies “Besproken”, of haal de tekst weg.")
        if self.reasons_missing:
            steps = ", ".join(self.reasons_missing)
            found.append(f"Maatwerk kan pas met een reden waarom dit niet genoeg is: {steps}.")
        return found


class AgreementOwner(models.TextChoices):
    """Who does what was agreed."""

    RESIDENT = "resident", "De inwoner"
    NETWORK = "network", "Iemand uit het netwerk"
    WORKER = "worker", "De wijkwerker"
    OTHER = "other", "Iemand anders"


class TalkAgreementQuerySet(models.QuerySet["TalkAgreement"]):
    """Agreements."""

    def of(self, talk: KitchenTableTalk) -> Self:
        """The agreements of one talk, the nearest day first."""
        return self.filter(talk=talk)


class TalkAgreement(SealedByTalk):
    """Something agreed at the table: what, who does it, and before when (GES-9).

    The key is that of the form, so that a form sent twice makes one agreement.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, editable=False)
    talk = models.ForeignKey(KitchenTableTalk, models.PROTECT, related_name="agreements")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    owner = models.CharField("wie doet het", max_length=8, choices=AgreementOwner.choices)
    due_on = models.DateField("uiterlijk")
    content = models.BinaryField("afspraak in woorden")

    objects = TalkAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "afspraak uit een gesprek"
        verbose_name_plural = "afspraken uit gesprekken"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(owner__in=AgreementOwner.values), name="talk_agreement_owner_known"
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "due_on", "owner")
        purpose = "Weten wat aan tafel is afgesproken, met wie en voor wanneer"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"afspraak van {self.due_on:%d-%m-%Y}"

    def keep(self, what: str, owner_name: str) -> None:
        """Seal what was agreed; the caller saves the row."""
        self.content = self.seal_text(json.dumps([what, owner_name]).encode())

    @cached_property
    def words(self) -> tuple[str, str]:
        """What was agreed, and the name of who does it when one was given."""
        what, owner_name = json.loads(self.open_text(bytes(self.content)))
        return what, owner_name

    @property
    def line(self) -> str:
        """The agreement as one sentence of the report."""
        what, owner_name = self.words
        return (
            f"{what} ({owner_name or self.get_owner_display()}, uiterlijk {self.due_on:%d-%m-%Y})"
        )
