"""What was handed in: by whom, which legal items were looked into, and what is known; sealed."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from audit.guard import SubjectModel
from cases.intakes.models import WmoNotification
from cases.intakes.models.domains import LifeDomain
from cases.procedures.models.choices import (
    NAME_LENGTH,
    PHONE_LENGTH,
    HolderType,
    LegalItem,
    ReceivedWay,
)
from cases.residents.models import Consent, Resident
from clusters.models import User
from common.dutch_dates import day_month
from common.sealing import Envelope, new_data_key


class SealedByProcedure(SubjectModel):
    """A row whose words are sealed with the key of the procedure it belongs to."""

    class Meta:
        abstract = True

    procedure: "ShortProcedure"

    def seal(self, column: str, text: str) -> bytes:
        """Seal a text for a column of this row; the caller saves the row."""
        name = f"{self._meta.db_table}|{column}|{self.pk}"
        return self.procedure.envelope.seal(text.encode(), bound_to=name)

    def unseal(self, column: str) -> str:
        """The text of a sealed column; empty when there is none."""
        sealed = getattr(self, column)
        if sealed is None:
            return ""
        name = f"{self._meta.db_table}|{column}|{self.pk}"
        return self.procedure.envelope.unseal(bytes(sealed), bound_to=name).decode()


class ShortProcedure(SubjectModel):
    """A melding that came with an assessment by a professional who knows the resident (MAN-3).

    The advice has no mandate: who has it decides on the aanvraag (MAN-4). A care provider's data
    need explicit consent (WMO 5.1.1 lid 5, 5.2.5); without it there is no row. It stands in the
    register, on the card of the resident, and is withdrawn there (TS-6).
    ``data_key`` is the key of everything that was handed in, wrapped by the master key.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, editable=False)
    notification = models.OneToOneField(
        WmoNotification, models.PROTECT, related_name="short_procedure", verbose_name="melding"
    )
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    holder_type = models.ForeignKey(
        HolderType, models.PROTECT, related_name="+", verbose_name="soort professional"
    )
    professional_name = models.CharField("naam", max_length=NAME_LENGTH)
    organisation = models.CharField("organisatie", max_length=NAME_LENGTH)
    phone = models.CharField("telefoon", max_length=PHONE_LENGTH)
    assessed_on = models.DateField("datum van de beoordeling")
    received_way = models.CharField("hoe aangeleverd", max_length=11, choices=ReceivedWay.choices)
    consent = models.ForeignKey(
        Consent, models.PROTECT, related_name="+", verbose_name="toestemming"
    )
    application_wished_on = models.DateField("wil een aanvraag doen sinds", null=True)
    registered_at = models.DateTimeField("vastgelegd op")
    registered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    data_key = models.BinaryField("sleutel van de verkorte procedure")

    class Meta:
        verbose_name = "verkorte procedure"
        verbose_name_plural = "verkorte procedures"
        constraints = [
            models.CheckConstraint(
                condition=Q(received_way__in=ReceivedWay.values), name="procedure_way_known"
            ),
            models.CheckConstraint(
                condition=~Q(professional_name="") & ~Q(organisation="") & ~Q(phone=""),
                name="procedure_has_a_source",
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "professional_name",
            "organisation",
            "phone",
            "consent",
            "application_wished_on",
            "data_key",
        )
        purpose = "Een inwoner niet opnieuw vragen wat een ander al weet (GES-10, WMO 5.2.5)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"verkorte procedure {self.pk}"

    @property
    def source(self) -> str:
        """Who it comes from, as it stands in a sentence: "wijkverpleegkundige X, 3 november"."""
        kind = str(self.holder_type)
        name = f"{kind[:1].lower()}{kind[1:]} {self.professional_name}"
        return (
            f"{name} ({self.organisation}), {day_month(self.assessed_on)} {self.assessed_on.year}"
        )

    @property
    def stopped(self) -> str:
        """Why these data may not be used today; empty while the consent is in force (VP-8)."""
        consent, today = self.consent, timezone.localdate()
        if consent.is_in_force(today):
            return ""
        if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
            why, day = "ingetrokken op", consent.withdrawn_on
        else:
            why, day = "verlopen na", consent.valid_until or today
        when = f"{day_month(day)} {day.year}"
        return f"toestemming {why} {when}; gebruik deze gegevens niet verder"

    @cached_property
    def envelope(self) -> Envelope:
        """The opened key of this procedure."""
        return Envelope(bytes(self.data_key), bound_to=self._key_name)

    def make_key(self) -> None:
        """Give a new procedure its own key; the caller saves the row."""
        self.data_key = new_data_key(bound_to=self._key_name)

    @property
    def _key_name(self) -> str:
        return f"cases_shortprocedure|data_key|{self.uuid}"


class LegalCheck(SealedByProcedure):
    """One legal item: looked into, or waived with a reason; there is no third way (MAN-3)."""

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    procedure = models.ForeignKey(ShortProcedure, models.PROTECT, related_name="checks")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    item = models.CharField("onderdeel", max_length=4, choices=LegalItem.choices)
    is_investigated = models.BooleanField("onderzocht")
    reason = models.BinaryField("waarom niet", null=True)

    class Meta:
        verbose_name = "onderdeel van een verkorte procedure"
        verbose_name_plural = "onderdelen van verkorte procedures"
        ordering = ["item"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "item"], name="legal_check_once"),
            models.CheckConstraint(
                condition=Q(item__in=LegalItem.values), name="legal_check_item_known"
            ),
            models.CheckConstraint(
                condition=Q(is_investigated=True, reason__isnull=True)
                | Q(is_investigated=False, reason__isnull=False),
                name="legal_check_done_or_waived",
            ),
        ]

    class Privacy:
        personal = ("resident", "is_investigated", "reason")
        purpose = "Kunnen laten zien wat onderzocht is en wat niet (WMO 2.3.2 lid 4)"
        retention = "gelijk met de verkorte procedure"

    def __str__(self) -> str:
        return self.get_item_display()

    @property
    def place(self) -> int:
        """Where it stands in the order of the law."""
        return LegalItem.values.index(self.item)

    @property
    def why(self) -> str:
        """Why it was waived; empty when it was looked into."""
        return self.unseal("reason")


class AssessmentQuerySet(models.QuerySet["ProfessionalAssessment"]):
    """What professionals know."""

    def of_melding(self, notification: WmoNotification) -> Self:
        """What was handed in with a melding, with its source, in the order of the cards."""
        rows = self.filter(procedure__notification=notification)
        return rows.select_related(
            "procedure__holder_type", "procedure__consent", "domain", "lifted_by"
        )


class ProfessionalAssessment(SealedByProcedure):
    """What a professional knows about one leefgebied: not asked again, until somebody lifts that.

    The mark "niet opnieuw vragen" (GES-10) goes with a reason: it was talked about after all.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    procedure = models.ForeignKey(ShortProcedure, models.PROTECT, related_name="assessments")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    domain = models.ForeignKey(LifeDomain, models.PROTECT, related_name="+")
    content = models.BinaryField("wat bekend is")
    lifted_at = models.DateTimeField("toch besproken op", null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    lift_reason = models.BinaryField("waarom toch besproken", null=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = "beoordeling door een professional"
        verbose_name_plural = "beoordelingen door professionals"
        ordering = ["domain__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "domain"], name="assessment_once"),
            models.CheckConstraint(
                condition=Q(
                    lifted_at__isnull=True, lifted_by__isnull=True, lift_reason__isnull=True
                )
                | Q(lifted_at__isnull=False, lifted_by__isnull=False, lift_reason__isnull=False),
                name="assessment_lifted_with_reason",
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "lifted_at", "lifted_by", "lift_reason")
        purpose = "Gebruiken wat een professional al weet, met toestemming (GES-10, WMO 5.2.5)"
        retention = "gelijk met de verkorte procedure"

    def __str__(self) -> str:
        return str(self.domain)

    @cached_property
    def known(self) -> str:
        """What the professional knows."""
        return self.unseal("content")

    @property
    def why_lifted(self) -> str:
        """Why it was talked about after all."""
        return self.unseal("lift_reason")

    @property
    def is_lifted(self) -> bool:
        """Whether the mark is gone."""
        return self.lifted_at is not None

    @property
    def mark(self) -> str:
        """The mark on the card of the talk."""
        if self.procedure.stopped:
            return f"Van {self.procedure.source} – {self.procedure.stopped}"
        if self.is_lifted:
            return f"Bekend van {self.procedure.source} – toch besproken"
        return f"Bekend van {self.procedure.source} – niet opnieuw vragen"


def opened_of(notification: WmoNotification) -> list[ProfessionalAssessment]:
    """What was handed in with a melding, all of it opened with one key; one query."""
    rows = list(ProfessionalAssessment.objects.of_melding(notification))
    for row in rows[1:]:
        row.procedure = rows[0].procedure
    return rows
