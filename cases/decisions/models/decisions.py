"""The besluit: what is granted or refused, why, by whom, and the letter as it went."""

import json
import uuid
from datetime import date
from functools import cached_property
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from cases.decisions.models.applications import Application
from cases.decisions.models.sealed import SealedByApplication
from cases.intakes.models.letters import LetterWay
from cases.residents.models import Resident
from clusters.models import User
from common.deadlines import ONE_DAY


class DecisionOutcome(models.TextChoices):
    """What was decided."""

    GRANTED = "granted", "Toegekend"
    PARTLY = "partly", "Gedeeltelijk toegekend"
    REFUSED = "refused", "Afgewezen"
    NOT_CONSIDERED = "not_taken", "Niet in behandeling genomen"
    CHANGED = "changed", "Eerder besluit gewijzigd"
    WITHDRAWN = "withdrawn", "Eerder besluit ingetrokken"


REFUSING = frozenset(
    {DecisionOutcome.PARTLY, DecisionOutcome.REFUSED, DecisionOutcome.NOT_CONSIDERED}
)
"""Outcomes that need a mandate to refuse."""
GRANTING = frozenset({DecisionOutcome.GRANTED, DecisionOutcome.PARTLY, DecisionOutcome.CHANGED})
REPLACING = (DecisionOutcome.CHANGED, DecisionOutcome.WITHDRAWN)
"""Outcomes that take the place of an earlier decision from a day on (WMO 2.3.10 lid 2)."""
WITHOUT_REFUSAL = (DecisionOutcome.GRANTED, *REPLACING)


class Hearing(models.TextChoices):
    """Whether the resident could say something before a refusal (AWB 4:7)."""

    NOT_NEEDED = "not_needed", "Niet nodig: het besluit rust op wat de inwoner zelf opgaf"
    HEARD = "heard", "De inwoner is gehoord"
    DECLINED = "declined", "De inwoner wilde niet gehoord worden"


class Refusal(models.TextChoices):
    """The legal ground of a refusal (WMO 2.3.5 lid 3 and 6, AWB 4:5)."""

    OWN_STRENGTH = "own", "Eigen kracht of gebruikelijke hulp volstaat (WMO 2.3.5 lid 3)"
    NETWORK = "network", "Mantelzorg of het netwerk volstaat (WMO 2.3.5 lid 3)"
    GENERAL = "general", "Een algemene voorziening volstaat (WMO 2.3.5 lid 3)"
    ORDINARY = "ordinary", "De voorziening is algemeen gebruikelijk (WMO 2.3.5 lid 3)"
    LONG_TERM_CARE = "wlz", "Recht op verblijf vanuit de Wlz (WMO 2.3.5 lid 6)"
    NO_COOPERATION = "no_help", "De inwoner werkt niet mee aan het onderzoek (WMO 2.3.5 lid 6)"
    INCOMPLETE = "incomplete", "De aanvraag bleef onvolledig (AWB 4:5)"


PEOPLE = ("saved_by", "decided_by", "second_by", "sent_by")


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions."""

    def whole(self) -> Self:
        """With who took part and every product, in two queries."""
        rows = self.select_related(*PEOPLE, "replaced_by__application")
        return rows.prefetch_related("provisions")


class Decision(SealedByApplication):
    """The decision on one aanvraag: written as a draft, then taken, then announced.

    ``content`` is the motivation. ``mandates`` are the references of the mandates it rests on, as
    they read on the day of the decision. ``letter`` is the letter as it went, ``objection_until``
    the last day for an objection (AWB 6:7) and ``review_on`` the day to look again (WMO 2.3.9).

    A decision that changes or withdraws another takes its place from ``effective_on``. When it is
    sent, the other keeps every word and every product, and only gets ``replaced_by``.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.OneToOneField(Application, models.PROTECT, related_name="decision")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    outcome = models.CharField("besluit", max_length=9, choices=DecisionOutcome.choices)
    refusal = models.CharField(
        "grond van de afwijzing", max_length=10, choices=Refusal.choices, blank=True
    )
    hearing = models.CharField("gehoord", max_length=10, choices=Hearing.choices, blank=True)
    heard_on = models.DateField("gehoord op", null=True)
    review_on = models.DateField("opnieuw kijken op", null=True)
    effective_on = models.DateField("gaat in op", null=True)
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaces", verbose_name="vervangen door"
    )
    content = models.BinaryField("motivering")
    returned = models.BinaryField("waarom het terugkwam", default=bytes)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField("bewaard op")
    saved_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    mandates = models.JSONField("mandaten", default=list)
    decided_on = models.DateField("besloten op", null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    second_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sent_on = models.DateField("verstuurd op", null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    way = models.CharField("hoe", max_length=6, choices=LetterWay.choices, blank=True)
    letter = models.BinaryField("brief zoals verstuurd", default=bytes)
    objection_until = models.DateField("bezwaar tot en met", null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True, decided_by__isnull=True)
                | Q(decided_on__isnull=False, decided_by__isnull=False),
                name="decision_taken_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=F("decided_by")),
                name="decision_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True, letter=b"", objection_until__isnull=True)
                | Q(
                    ~Q(letter=b""),
                    sent_on__gte=F("decided_on"),
                    objection_until__gt=F("sent_on"),
                ),
                name="decision_sent_with_letter",
            ),
            models.CheckConstraint(
                condition=~Q(hearing=Hearing.HEARD) | Q(heard_on__isnull=False),
                name="decision_heard_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=WITHOUT_REFUSAL, refusal="")
                | (~Q(outcome__in=WITHOUT_REFUSAL) & ~Q(refusal="")),
                name="decision_refused_on_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=REPLACING, effective_on__isnull=False)
                | (~Q(outcome__in=REPLACING) & Q(effective_on__isnull=True)),
                name="decision_replaces_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(sent_on__isnull=False),
                name="decision_replaced_after_it_was_sent",
            ),
        ]
        indexes = [
            models.Index(
                fields=["review_on"], condition=Q(review_on__isnull=False), name="decision_review"
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "content",
            "returned",
            "letter",
            "outcome",
            "refusal",
            "hearing",
            "saved_by",
        )
        purpose = "Een besluit nemen en kunnen uitleggen (WMO 2.3.5, AWB 3:46)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"besluit op {self.application}"

    @property
    def seal_id(self) -> uuid.UUID:  # type: ignore[override]
        """The number of the row, known before it is saved."""
        key: uuid.UUID = self.pk
        return key

    @property
    def motivation(self) -> str:
        """Why it was decided so."""
        return self.opened("content")

    @property
    def return_reason(self) -> str:
        """Why the second person gave it back; empty when nobody did."""
        return self.opened("returned")

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds; None while no other decision took its place."""
        taken_over = self.replaced_by and self.replaced_by.effective_on
        return taken_over - ONE_DAY if taken_over else None

    @property
    def is_taken(self) -> bool:
        """Whether it was decided; before that it is a draft."""
        return self.decided_on is not None

    def freeze(self, content: dict[str, Any]) -> None:
        """Seal the letter as it goes out; the caller saves the row."""
        self.seal_in("letter", json.dumps(content))
        self.__dict__.pop("frozen", None)

    @cached_property
    def frozen(self) -> dict[str, Any] | None:
        """The letter as it went; None before that."""
        kept = self.opened("letter")
        found: dict[str, Any] | None = json.loads(kept) if kept else None
        return found

    def objection_is_late(self, day: date) -> bool:
        """Whether an objection of this day is after its term (AWB 6:9)."""
        return self.objection_until is not None and day > self.objection_until
