"""The plan itself: one per dossier, for whom in the household, and what the resident agreed to."""

import json
from dataclasses import asdict, dataclass
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from cases.dossiers.models import ResidentFile, SealedByFile
from cases.residents.models import Party, Resident
from clusters.models import User


class AgreedHow(models.TextChoices):
    """In which way the resident agreed to the plan."""

    TALK = "talk", "In een gesprek"
    PHONE = "phone", "Aan de telefoon"
    PAPER = "paper", "Getekend op papier"
    MAIL = "mail", "In een bericht of brief"


@dataclass(frozen=True)
class Member:
    """Somebody of the household, as the card had it when the plan was made.

    A copy and no link: a person on a card can ask to be removed, and a plan stays what it was.
    """

    party: int
    name: str
    role: str

    @classmethod
    def of(cls, party: Party) -> "Member":
        """As the card has it now."""
        return cls(party.pk, party.name, party.get_role_display())

    def __str__(self) -> str:
        return f"{self.name} ({self.role.lower()})"


class Plan(SealedByFile):
    """The plan of one household (GES-4): it has goals, actions and evaluations.

    ``version`` is that of the plan's own words; ``edition`` goes up with whatever changes in it,
    so that the page can say whether the resident agreed to what stands there.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.OneToOneField(ResidentFile, models.PROTECT, related_name="plan")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    content = models.BinaryField("voor wie")
    version = models.PositiveIntegerField(default=1)
    edition = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField("begonnen op")
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    agreed_on = models.DateField("akkoord op", null=True)
    agreed_how = models.CharField("hoe", max_length=5, choices=AgreedHow.choices, blank=True)
    agreed_edition = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "plannen"
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True, agreed_how="", agreed_edition__isnull=True)
                | Q(
                    agreed_on__isnull=False,
                    agreed_how__in=AgreedHow.values,
                    agreed_edition__isnull=False,
                ),
                name="plan_agreed_with_day_and_way",
            ),
        ]

    class Privacy:
        personal = ("resident", "content", "started_by", "agreed_on", "agreed_how")
        purpose = "Eén plan voor het huishouden, waar de inwoner het mee eens is (GES-4, GES-6)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"het plan van {self.file}"

    @property
    def seal_id(self) -> UUID:
        """The plan gets its number only when it is saved."""
        return self.uuid

    @cached_property
    def members(self) -> list[Member]:
        """For whom it is, beside the resident."""
        return [Member(**each) for each in json.loads(self.words or "[]")]

    def keep_members(self, members: list[Member]) -> None:
        """Seal for whom it is; the caller saves the row."""
        self.keep(json.dumps([asdict(each) for each in members]))
        self.__dict__.pop("members", None)

    @property
    def is_changed_since(self) -> bool:
        """Whether something changed after the resident agreed."""
        return self.agreed_edition is not None and self.agreed_edition != self.edition
