"""Who: convenant partners, the teams they form together and the places they work from."""

from datetime import date

from django.db import models
from django.db.models import Q

from clusters.organisation.models.areas import Cluster
from common.periods import PeriodModel, PeriodQuerySet, period_constraint


class PartnerOrganisation(models.Model):
    """A moederorganisatie: employer of people in the teams (ORG-1).

    Rights stop when its agreement ends: right = role ∩ scope ∩ running agreement (design 4).
    """

    code = models.SlugField("code", unique=True)
    name = models.CharField("naam", max_length=80)
    specialism = models.CharField("specialisme", max_length=160, blank=True)
    steered_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steers",
        verbose_name="onder aansturing van",
    )
    agreement_from = models.DateField("overeenkomst vanaf")
    agreement_until = models.DateField("overeenkomst tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "partnerorganisatie"
        verbose_name_plural = "partnerorganisaties"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(steered_by__isnull=True) | ~Q(steered_by=models.F("id")),
                name="partner_not_steered_by_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def takes_part_on(self, day: date) -> bool:
        """Whether its agreement runs on ``day``."""
        return self.agreement_from <= day and (
            self.agreement_until is None or day <= self.agreement_until
        )


class WorkLocation(models.Model):
    """A place teams work from; two teams may share one (CLU-7, CLU-14)."""

    code = models.SlugField("code", unique=True)
    name = models.CharField("naam", max_length=80)
    address = models.CharField("adres", max_length=120)
    walk_in_hours = models.CharField("inloopspreekuur", max_length=120, blank=True)
    is_illustrative = models.BooleanField("illustratief", default=False)

    class Meta:
        verbose_name = "werklocatie"
        verbose_name_plural = "werklocaties"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TeamKind(models.TextChoices):
    """What a team is for."""

    WIJKTEAM = "wijkteam", "Wijkteam"
    CITY_SOCIAL_TEAM = "city_social_team", "Sociaal Stedelijk Team"
    CITY_HALL_TEAM = "city_hall_team", "Wmo-team Stadhuis"
    CONTACT_CENTRE = "contact_centre", "Klantcontactcentrum"


class Team(PeriodModel):
    """A group of people with one work list (ORG-8)."""

    code = models.SlugField("code", unique=True)
    name = models.CharField("naam", max_length=120)
    kind = models.CharField("soort", max_length=20, choices=TeamKind.choices)
    cluster = models.ForeignKey(
        Cluster, models.PROTECT, null=True, blank=True, related_name="teams"
    )
    locations = models.ManyToManyField(
        WorkLocation, blank=True, related_name="teams", verbose_name="werklocaties"
    )
    is_illustrative = models.BooleanField("illustratief", default=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "team"
        verbose_name_plural = "teams"
        ordering = ["name"]
        constraints = [
            period_constraint("team_period"),
            models.CheckConstraint(condition=Q(kind__in=TeamKind.values), name="team_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=TeamKind.WIJKTEAM, cluster__isnull=False)
                | (~Q(kind=TeamKind.WIJKTEAM) & Q(cluster__isnull=True)),
                name="team_wijkteam_has_cluster",
            ),
        ]

    def __str__(self) -> str:
        return self.name
