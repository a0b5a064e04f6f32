"""Employees and what each of them is, for whom and how long."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property

from clusters.organisation.models import PartnerOrganisation, Team
from clusters.people.reaching import MindsDesks, minded_by
from common.periods import PeriodModel, PeriodQuerySet, period_constraint, valid_q
from common.reference import ReferenceModel


class Role(models.TextChoices):
    """What an employee is for; the screen word beside the code (design 4)."""

    TEAM_WORKER = "team_worker", "Wijkwerker"
    TEAM_MANAGER = "team_manager", "Wijkteammanager"
    GENERAL_MANAGER = "general_manager", "Algemeen manager"
    CONTACT_CENTRE = "contact_centre", "KCC-medewerker"
    HELP_DESK = "help_desk", "SWT-vraagbaak"
    CITY_SOCIAL_TEAM = "city_social_team", "SST-professional"
    CITY_HALL_TEAM = "city_hall_team", "Wmo-team Stadhuis"
    LIAISON = "liaison", "Linking pin"
    CLIENT_SUPPORT = "client_support", "Cliëntondersteuner (OCO)"
    STEERING_GROUP = "steering_group", "Stuurgroep"
    COMMISSIONER = "commissioner", "Opdrachtgever"
    APPLICATION_MANAGER = "application_manager", "Functioneel beheerder"
    PRIVACY_OFFICER = "privacy_officer", "Privacy officer (FG)"
    CONTROLLER = "controller", "Controller"


TEAM_ROLES = frozenset(
    {
        Role.TEAM_WORKER,
        Role.TEAM_MANAGER,
        Role.CONTACT_CENTRE,
        Role.HELP_DESK,
        Role.CITY_SOCIAL_TEAM,
        Role.CITY_HALL_TEAM,
        Role.LIAISON,
    }
)
"""Roles that are held in one team; the others are held for the whole city."""

HANDLING_ROLES = frozenset(
    {Role.TEAM_WORKER, Role.TEAM_MANAGER, Role.CITY_SOCIAL_TEAM, Role.CITY_HALL_TEAM}
)
"""Roles that call residents back."""

SEPARATED_ROLES = frozenset({Role.COMMISSIONER, Role.STEERING_GROUP, Role.CONTROLLER})
"""Never held together with any other role (H2): commissioner and contractor stay apart."""

EXCLUSIVE_ROLES = SEPARATED_ROLES | {Role.APPLICATION_MANAGER}
"""Who maintains rights and lists has no access to content either (H2)."""


class Specialism(ReferenceModel):
    """What somebody is good at, such as LVB, schulden or mantelzorg (ORG-2)."""

    class Meta(ReferenceModel.Meta):
        verbose_name = "specialisme"
        verbose_name_plural = "specialismen"


class EmployeeManager(UserManager["User"]):
    """Accounts; ``by_natural_key`` ignores capitals, as people do."""

    def for_who_is_who(self, day: date) -> "models.QuerySet[User]":
        """People who hold a role on ``day``, with roles and specialisms; three queries."""
        roles = Membership.objects.running(day).select_related("team", "organisation")
        specialisms = SpecialismPeriod.objects.valid_on(day).select_related("specialism")
        return (
            self.filter(models.Exists(roles.filter(user=models.OuterRef("pk"))))
            .prefetch_related(
                models.Prefetch("memberships", roles.order_by("role"), to_attr="current_roles"),
                models.Prefetch(
                    "specialism_periods",
                    specialisms.order_by("specialism__position"),
                    to_attr="current_specialisms",
                ),
            )
            .order_by("last_name", "first_name", "pk")
        )

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account with this user name, whatever its capitals."""
        return self.get(username__iexact=username)


class User(MindsDesks, AbstractUser):  # type: ignore[django-manager-missing]  # django_otp has no types
    """An employee. Rights come from memberships only; ``is_superuser`` opens nothing (H1)."""

    job_title = models.CharField("functie", max_length=80, blank=True)
    phone = models.CharField("telefoon", max_length=20, blank=True)
    account_until = models.DateField("account geldig tot en met", null=True, blank=True)
    is_demo = models.BooleanField("demo-account", default=False, editable=False)
    specialisms = models.ManyToManyField(
        Specialism, through="SpecialismPeriod", related_name="employees"
    )

    objects: ClassVar[EmployeeManager] = EmployeeManager()

    class Meta:
        verbose_name = "medewerker"
        verbose_name_plural = "medewerkers"
        ordering = ["last_name", "first_name"]
        constraints = [
            models.UniqueConstraint(Lower("username"), name="user_name_whatever_its_capitals"),
        ]

    class Privacy:
        personal = ("username", "first_name", "last_name", "email", "phone", "job_title")
        purpose = "Inloggen, werk toewijzen en elkaar vinden"
        retention = "tot een jaar na het einde van het account; naam in het logboek vijf jaar"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def running_memberships(self) -> "list[Membership]":
        """Memberships that count today, with their agreement; one query, once per request.

        Asked on every page, so the plain query and ``runs_on`` instead of ``running``, which
        takes twice as long to build.
        """
        day = timezone.localdate()
        rows = self.memberships.select_related("team", "organisation").order_by("pk")
        rows = rows.annotate(minded=minded_by(self.pk, day))
        return [row for row in rows if row.runs_on(day)]

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Role codes held today, in the order of ``Role``."""
        held = {row.role for row in self.running_memberships}
        return tuple(role for role in Role.values if role in held)

    @cached_property
    def acting_role(self) -> str:
        """The role in effect: the one chosen in the session, else the first; "" when none."""
        chosen = getattr(self, "chosen_role", "")
        if chosen in self.roles:
            return chosen
        return self.roles[0] if self.roles else ""

    @cached_property
    def acting_memberships(self) -> "list[Membership]":
        """The memberships behind the role in effect."""
        return [row for row in self.running_memberships if row.role == self.acting_role]

    @cached_property
    def team_ids(self) -> frozenset[int]:
        """The teams in which the role in effect is held."""
        return frozenset(row.team_id for row in self.acting_memberships if row.team_id)

    @property
    def acting_team_code(self) -> str:
        """The codes of the teams in effect, for the audit trail."""
        return ",".join(sorted(row.team.code for row in self.acting_memberships if row.team))

    @property
    def acting_organisation_code(self) -> str:
        """The home organisation in effect, for the audit trail."""
        return ",".join(sorted({row.organisation.code for row in self.acting_memberships}))


class MembershipQuerySet(PeriodQuerySet):
    """Roles people hold."""

    def running(self, day: date) -> Self:
        """Roles that count on ``day``: period, account and the organisation's agreement run."""
        return self.valid_on(day).filter(
            Q(user__is_active=True),
            Q(user__account_until__isnull=True) | Q(user__account_until__gte=day),
            Q(team__isnull=True) | valid_q(day, "team__"),
            Q(organisation__agreement_from__lte=day),
            Q(organisation__agreement_until__isnull=True)
            | Q(organisation__agreement_until__gte=day),
        )

    def handling(self) -> Self:
        """Roles that call residents back."""
        return self.filter(role__in=HANDLING_ROLES)


class Membership(PeriodModel):
    """One employee holds one role, in a team or for the city, for one home organisation."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="memberships", verbose_name="medewerker"
    )
    role = models.CharField("rol", max_length=20, choices=Role.choices)
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    organisation = models.ForeignKey(
        PartnerOrganisation,
        models.PROTECT,
        related_name="memberships",
        verbose_name="moederorganisatie",
    )

    objects = MembershipQuerySet.as_manager()

    minded: str | None = None
    """Whose desk the employee minds, as the query of their roles told it (``reaching``)."""

    class Meta:
        verbose_name = "rol in een team"
        verbose_name_plural = "rollen in teams"
        ordering = ["user", "role"]
        constraints = [
            period_constraint("membership_period"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
            models.CheckConstraint(
                condition=Q(role__in=sorted(TEAM_ROLES), team__isnull=False)
                | (~Q(role__in=sorted(TEAM_ROLES)) & Q(team__isnull=True)),
                name="membership_team_when_team_role",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "team", "valid_from"], name="membership_once"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "valid_from"],
                condition=Q(team__isnull=True),
                name="membership_city_once",
            ),
        ]
        indexes = [models.Index(fields=["team", "role"], name="membership_team_role")]

    class Privacy:
        personal = ("user", "role")
        purpose = "Bepalen wie wat mag zien en doen"
        retention = "vijf jaar na het einde van de rol, gelijk met het logboek"

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.team or 'hele stad'}"

    def runs_on(self, day: date) -> bool:
        """Whether it counts on ``day``: the same rule as ``running``, for a row in memory."""
        user, agreement = self.user, self.organisation
        return (
            self.holds_on(day)
            and user.is_active
            and (user.account_until is None or day <= user.account_until)
            and (self.team is None or self.team.holds_on(day))
            and agreement.agreement_from <= day
            and (agreement.agreement_until is None or day <= agreement.agreement_until)
        )


class SpecialismPeriod(PeriodModel):
    """From a day until another, an employee can be asked about this specialism (ORG-2, DIF-3)."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="specialism_periods", verbose_name="medewerker"
    )
    specialism = models.ForeignKey(Specialism, models.PROTECT, related_name="periods")

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "specialisme van een medewerker"
        verbose_name_plural = "specialismen van medewerkers"
        constraints = [
            period_constraint("specialism_period"),
            models.UniqueConstraint(
                fields=["user", "specialism", "valid_from"], name="specialism_once"
            ),
        ]

    class Privacy:
        personal = ("user", "specialism")
        purpose = "De juiste collega vinden"
        retention = "tot het account eindigt"

    def __str__(self) -> str:
        return f"{self.user}: {self.specialism}"
