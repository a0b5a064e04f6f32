"""An action: who does what for a goal, in the order of the law, and what came of it."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from cases.community.models import Offer
from cases.dossiers.models import ResidentFile
from cases.plans.lifecycle import OPEN_ACTIONS, ActionState
from cases.plans.models.goals import Goal
from cases.plans.models.told import ToldByFile
from cases.residents.models import Resident
from clusters.models import User


class ActionWho(models.TextChoices):
    """Who does it, in the order in which it is asked."""

    RESIDENT = "resident", "De inwoner of het gezin"
    NETWORK = "network", "Iemand uit het netwerk"
    VOLUNTEER = "volunteer", "Een vrijwilliger"
    GENERAL = "general", "Algemene voorziening"
    TEAM = "team", "Het wijkteam"
    PROVIDER = "provider", "Een zorgaanbieder"


class ActionKind(models.TextChoices):
    """What sort of help it is, in the order of the law; it counts for the informal share."""

    OWN_STRENGTH = "own_strength", "Eigen kracht"
    INFORMAL = "informal", "Informeel"
    COLLECTIVE = "collective", "Collectief"
    FORMAL = "formal", "Maatwerk"


W, K = ActionWho, ActionKind
KINDS_OF: dict[str, tuple[str, ...]] = {
    W.RESIDENT: (K.OWN_STRENGTH,),
    W.NETWORK: (K.INFORMAL,),
    W.VOLUNTEER: (K.INFORMAL,),
    W.GENERAL: (K.COLLECTIVE,),
    W.TEAM: (K.COLLECTIVE, K.FORMAL),
    W.PROVIDER: (K.FORMAL,),
}
"""Which sorts of help somebody can give; short support by the team is no maatwerk (COL-9)."""
KIND_LABELS: dict[str, str] = {
    K.OWN_STRENGTH: "Eigen kracht: de inwoner of het gezin doet het zelf",
    K.INFORMAL: "Informeel: iemand uit het netwerk of een vrijwilliger",
    K.COLLECTIVE: "Collectief of algemeen: voor iedereen, of kort door het wijkteam",
    K.FORMAL: "Maatwerk: door een zorgaanbieder of het wijkteam",
}
WHO_HINTS: dict[str, str] = {
    K.OWN_STRENGTH: "Bij eigen kracht doet de inwoner of het gezin het zelf.",
    K.INFORMAL: "Informeel is iemand uit het netwerk of een vrijwilliger.",
    K.COLLECTIVE: "Collectief is een algemene voorziening of het wijkteam.",
    K.FORMAL: "Maatwerk is een zorgaanbieder of het wijkteam.",
}


class PlanActionQuerySet(models.QuerySet["PlanAction"]):
    """Actions."""

    def open(self) -> Self:
        """Those that are planned or running."""
        return self.filter(state__in=OPEN_ACTIONS)


class PlanAction(ToldByFile):
    """What somebody does for a goal. Texts: ``what``, ``name`` of who does it, ``short`` why what
    comes before maatwerk is not enough, and ``result``.
    """

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="actions")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="actions")
    who = models.CharField("wie", max_length=9, choices=ActionWho.choices)
    kind = models.CharField("soort", max_length=12, choices=ActionKind.choices)
    offer = models.ForeignKey(Offer, models.PROTECT, null=True, related_name="+")
    since = models.DateField("vanaf")
    until = models.DateField("tot en met", null=True)
    content = models.BinaryField("actie in woorden")
    state = models.CharField(
        "stand", max_length=7, choices=ActionState.choices, default=ActionState.PLANNED
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField("toegevoegd op")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("beëindigd op", null=True)

    objects = PlanActionQuerySet.as_manager()

    class Meta:
        verbose_name = "actie in een plan"
        verbose_name_plural = "acties in plannen"
        ordering = ["since", "created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="plan_action_ends_after_begin",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(OPEN_ACTIONS), ended_at__isnull=True)
                | Q(state__in=[ActionState.DONE, ActionState.STOPPED], ended_at__isnull=False),
                name="plan_action_ends_with_a_state",
            ),
            models.CheckConstraint(
                condition=Q(
                    *(Q(who=who, kind__in=list(kinds)) for who, kinds in KINDS_OF.items()),
                    _connector=Q.OR,
                ),
                name="plan_action_kind_fits_who",
            ),
        ]
        indexes = [models.Index(fields=["file", "since"], name="plan_action_of_file")]

    class Privacy:
        personal = ("resident", "content", "who", "kind", "since", "until", "state", "created_by")
        purpose = "Weten wie wat doet, wanneer, en of het hielp (GES-5, COL-6, COL-9)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"actie van {self.since:%d-%m-%Y}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN_ACTIONS

    @property
    def doer(self) -> str:
        """Who does it, with the name when one was given."""
        return self.said.get("name") or self.get_who_display()

    def runs_on(self, day: date) -> bool:
        """Whether its period is not over on ``day``."""
        return self.until is None or self.until >= day
