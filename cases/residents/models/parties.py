"""People around a resident: the household, who represents them, and the network."""

import uuid
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel
from cases.residents.models.people import PART_LENGTH, Resident
from cases.residents.signing import ADULT
from common.periods import PeriodModel, PeriodQuerySet, period_constraint

RELATION_LENGTH, CAN_DO_LENGTH = 80, 500


class PartyKind(models.TextChoices):
    """In which way somebody stands around a resident."""

    HOUSEHOLD = "household", "Huishouden"
    REPRESENTATIVE = "representative", "Vertegenwoordiger"
    NETWORK = "network", "Netwerk"


class PartyRole(models.TextChoices):
    """What somebody is to the resident; each belongs to one kind."""

    PARTNER = "partner", "Partner"
    CHILD = "child", "Kind"
    PARENT = "parent", "Ouder"
    HOUSEMATE = "housemate", "Overig"
    PARENT_GUARDIAN = "parent_guardian", "Ouder met gezag"
    GUARDIAN = "guardian", "Voogd"
    MENTOR = "mentor", "Mentor"
    ADMINISTRATOR = "administrator", "Bewindvoerder"
    CURATOR = "curator", "Curator"
    PROXY = "proxy", "Gemachtigde"
    CARER = "carer", "Mantelzorger"
    ACQUAINTANCE = "acquaintance", "Iemand uit het netwerk"


R = PartyRole
ROLES_OF: dict[str, tuple[PartyRole, ...]] = {
    PartyKind.HOUSEHOLD: (R.PARTNER, R.CHILD, R.PARENT, R.HOUSEMATE),
    PartyKind.REPRESENTATIVE: (
        R.PARENT_GUARDIAN,
        R.GUARDIAN,
        R.MENTOR,
        R.ADMINISTRATOR,
        R.CURATOR,
        R.PROXY,
    ),
    PartyKind.NETWORK: (R.CARER, R.ACQUAINTANCE),
}
FIELDS_OF: dict[str, tuple[str, ...]] = {
    PartyKind.HOUSEHOLD: ("name", "role", "birth_year"),
    PartyKind.REPRESENTATIVE: ("name", "role", "organisation", "phone"),
    PartyKind.NETWORK: ("name", "role", "relation", "phone", "can_do"),
}
"""What may be kept of whom: of a network person only what WMO 5.1.1 lid 2 and 3 allow."""
EMPTY: dict[str, Any] = {
    "birth_year": None,
    "organisation": "",
    "phone": "",
    "relation": "",
    "can_do": "",
}


def _allowed(kind: PartyKind) -> Q:
    """A row of this kind: a role that belongs to it, and nothing beyond its fields."""
    nothing_else = {name: empty for name, empty in EMPTY.items() if name not in FIELDS_OF[kind]}
    return Q(kind=kind.value, role__in=[role.value for role in ROLES_OF[kind]], **nothing_else)


class Party(SubjectModel, PeriodModel):
    """Somebody around a resident, for a period; never a file of their own, no health, no BSN."""

    audit_resident_field = "resident"

    resident = models.ForeignKey(Resident, models.PROTECT, related_name="parties")
    submission_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("soort", max_length=14, choices=PartyKind.choices)
    role = models.CharField("rol", max_length=16, choices=PartyRole.choices)
    name = models.CharField("naam", max_length=PART_LENGTH)
    relation = models.CharField("relatie", max_length=RELATION_LENGTH, blank=True)
    phone = models.CharField("telefoonnummer", max_length=16, blank=True)
    organisation = models.CharField("organisatie", max_length=PART_LENGTH, blank=True)
    can_do = models.TextField("wat diegene kan doen", max_length=CAN_DO_LENGTH, blank=True)
    birth_year = models.PositiveSmallIntegerField("geboortejaar", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "persoon rond een inwoner"
        verbose_name_plural = "personen rond een inwoner"
        constraints = [
            period_constraint("party_period"),
            models.CheckConstraint(
                condition=_allowed(PartyKind.HOUSEHOLD)
                | _allowed(PartyKind.REPRESENTATIVE)
                | _allowed(PartyKind.NETWORK),
                name="party_holds_what_the_law_allows",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="party_has_a_name"),
        ]

    class Privacy:
        personal = (
            "resident",
            "kind",
            "role",
            "name",
            "relation",
            "phone",
            "organisation",
            "can_do",
            "birth_year",
        )
        purpose = "Weten wie er is, wie tekent en wie kan helpen (WMO 5.1.1 lid 1-3)"
        retention = "zolang de inwoner bewaard wordt, of tot die persoon vraagt om verwijdering"

    def __str__(self) -> str:
        return self.name

    def is_child_at_home(self, day: date) -> bool:
        """Whether this is a child in the household who can be under eighteen."""
        young = self.birth_year is None or day.year - self.birth_year <= ADULT
        return self.role == PartyRole.CHILD and self.holds_on(day) and young
