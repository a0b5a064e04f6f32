"""Linking pins of teams, with the ages they know and when they can be reached (KET-5, SST-8)."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from cases.community.models import NAME_LENGTH, PHONE_LENGTH, SHORT_LENGTH
from cases.permissions import LIAISON_KEEPER
from clusters.models import HANDLING_ROLES, Role, Team, User
from common.deadlines import AMSTERDAM
from common.periods import PeriodModel, PeriodQuerySet, period_constraint

READING_ROLES = HANDLING_ROLES | {Role.GENERAL_MANAGER, Role.APPLICATION_MANAGER}
"""Who may see whom a team knows (LP-6)."""
OLDEST = 120
DAYS = (("1", "ma"), ("2", "di"), ("3", "wo"), ("4", "do"), ("5", "vr"), ("6", "za"), ("7", "zo"))


class LiaisonKind(models.TextChoices):
    """Of what sort somebody is; each code is one of the list of recipients, for the consent."""

    JGZ = "jgz", "Jeugdgezondheidszorg (JGZ)"
    YOUTH = "jeugdhulp", "Jeugdhulp"
    WORK = "wi", "Werk en Inkomen (W&I)"
    DEBT = "schuldhulp", "Schuldhulpverlening"
    GP = "huisarts", "Huisarts of huisartsenpraktijk"
    SCHOOL = "school", "School"
    SUPPORT = "oco", "Onafhankelijke cliëntondersteuning (OCO)"
    OTHER = "overig", "Anders"


class LiaisonQuerySet(PeriodQuerySet):
    """Linking pins, also those of before and later."""

    def visible_to(self, user: User) -> Self:
        """Scope: who works with residents or steers that, and who keeps the register (LP-6)."""
        return self.all() if user.acting_role in READING_ROLES else self.none()

    def kept_by(self, user: User) -> Self:
        """Those this employee keeps: of the own team, or all of them (LP-3)."""
        if user.acting_role == Role.APPLICATION_MANAGER:
            return self.all()
        own = user.team_ids if user.acting_role == Role.TEAM_MANAGER else ()
        return self.filter(team_id__in=own)

    def not_over(self, day: date) -> Self:
        """Those that hold on ``day`` or will hold later."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))

    def of_team(self, team_id: int, day: date) -> Self:
        """Whom this team can turn to on ``day`` (LP-7)."""
        return self.valid_on(day).filter(team_id=team_id).order_by("kind", "name", "pk")

    def for_list(self) -> Self:
        """By team and kind, with what a row shows; one query."""
        return self.select_related("team", "changed_by").order_by("team__name", "kind", "name")


class Liaison(PeriodModel):
    """Somebody of another organisation whom one team can turn to, from a day until another.

    Without ages it is not about children. ``on_call_days`` are digits of weekdays, Monday is 1.
    """

    submission_key = models.UUIDField(unique=True, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="liaisons")
    kind = models.CharField("soort", max_length=10, choices=LiaisonKind.choices)
    name = models.CharField("naam", max_length=SHORT_LENGTH)
    organisation = models.CharField("organisatie", max_length=NAME_LENGTH)
    specialism = models.CharField("specialisme", max_length=SHORT_LENGTH, blank=True)
    age_from = models.PositiveSmallIntegerField("leeftijd vanaf", null=True, blank=True)
    age_until = models.PositiveSmallIntegerField("leeftijd tot en met", null=True, blank=True)
    phone = models.CharField("telefoonnummer", max_length=PHONE_LENGTH, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    on_call_days = models.CharField("op afroep op", max_length=7, blank=True)
    on_call_from = models.TimeField("op afroep vanaf", null=True, blank=True)
    on_call_until = models.TimeField("op afroep tot", null=True, blank=True)
    on_call_phone = models.CharField("nummer op afroep", max_length=PHONE_LENGTH, blank=True)
    review_by = models.DateField("nakijken op")
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = LiaisonQuerySet.as_manager()

    class Meta:
        verbose_name = "linking pin"
        verbose_name_plural = "linking pins"
        ordering = ["name", "pk"]
        constraints = [
            period_constraint("liaison_period"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(organisation=""), name="liaison_says_who"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=LiaisonKind.values), name="liaison_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(age_from__isnull=True, age_until__isnull=True)
                | Q(
                    age_from__isnull=False,
                    age_until__isnull=False,
                    age_until__gte=F("age_from"),
                    age_until__lte=OLDEST,
                ),
                name="liaison_ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(on_call_days="", on_call_from=None, on_call_until=None)
                | Q(
                    ~Q(on_call_days=""),
                    on_call_from__isnull=False,
                    on_call_until__isnull=False,
                    on_call_until__gt=F("on_call_from"),
                ),
                name="liaison_on_call_in_order",
            ),
        ]
        indexes = [models.Index(fields=["team", "kind"], name="liaison_of_team")]

    class Privacy:
        personal = ("name", "phone", "email", "on_call_phone", "changed_by")
        purpose = "Weten wie een team bij een andere organisatie kan bereiken (KET-5, SST-8)"
        retention = "tot een jaar na het einde van de periode"

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation})"

    @property
    def ages(self) -> str:
        """For which ages, in words; empty when it is not about age."""
        return "" if self.age_from is None else f"{self.age_from} t/m {self.age_until} jaar"

    @property
    def days_on_call(self) -> str:
        """On which days, in words."""
        return ", ".join(label for digit, label in DAYS if digit in self.on_call_days)

    def is_on_call(self, at: datetime) -> bool:
        """Whether one can call this minute."""
        if self.on_call_from is None or self.on_call_until is None:
            return False
        here = at.astimezone(AMSTERDAM)
        is_day = str(here.isoweekday()) in self.on_call_days
        return is_day and self.on_call_from <= here.time() < self.on_call_until

    def is_kept_by(self, user: User) -> bool:
        """Whether this employee keeps it right; the same rule as ``kept_by`` without a query."""
        if user.acting_role == Role.TEAM_MANAGER:
            return self.team_id in user.team_ids
        return user.acting_role == Role.APPLICATION_MANAGER

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this linking pin."""
        return frozenset({LIAISON_KEEPER}) if self.is_kept_by(user) else frozenset()
