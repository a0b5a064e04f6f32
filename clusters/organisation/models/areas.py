"""Where: districts, neighbourhoods, clusters and which address belongs to which (CLU-1…CLU-16)."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.periods import PeriodModel, PeriodQuerySet, period_constraint


class District(models.Model):
    """A stadsdeel: a cluster never crosses its border (CLU-3)."""

    code = models.SlugField("code", unique=True)
    name = models.CharField("naam", max_length=80)

    class Meta:
        verbose_name = "stadsdeel"
        verbose_name_plural = "stadsdelen"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Neighbourhood(models.Model):
    """A wijk with its inhabitants and the codes other organisations use for it (CLU-6, DIF-8)."""

    code = models.SlugField("code", unique=True, max_length=60)
    name = models.CharField("naam", max_length=80)
    district = models.ForeignKey(
        District, models.PROTECT, related_name="neighbourhoods", verbose_name="stadsdeel"
    )
    inhabitants = models.PositiveIntegerField("inwoners", null=True, blank=True)
    inhabitants_year = models.PositiveSmallIntegerField("peiljaar", null=True, blank=True)
    cbs_code = models.CharField("CBS-code", max_length=12, blank=True)
    jgz_area = models.CharField("JGZ-gebied", max_length=20, blank=True)
    po_area = models.CharField("gebied Passend Onderwijs", max_length=20, blank=True)
    is_illustrative = models.BooleanField("illustratief", default=False)

    class Meta:
        verbose_name = "wijk"
        verbose_name_plural = "wijken"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ClusterQuerySet(PeriodQuerySet):
    """Clusters, now or on another day."""

    def for_overview(self, day: date) -> Self:
        """Clusters of ``day`` with their neighbourhoods, teams and locations; four queries."""
        assignments = NeighbourhoodAssignment.objects.valid_on(day)
        current = assignments.select_related("neighbourhood").order_by("neighbourhood__name")
        return (
            self.valid_on(day)
            .select_related("district", "routes_to")
            .prefetch_related(
                models.Prefetch("assignments", current, to_attr="current_assignments"),
                "teams__locations",
            )
            .order_by("name")
        )


class Cluster(PeriodModel):
    """Neighbourhoods of one district that a wijkteam serves together (CLU-2).

    ``deviating_service`` marks the tenth cluster: no team and no location of its own; its
    questions go to ``routes_to`` while it is counted as itself (CLU-8).
    """

    code = models.SlugField("code", unique=True)
    name = models.CharField("naam", max_length=120)
    district = models.ForeignKey(
        District, models.PROTECT, related_name="clusters", verbose_name="stadsdeel"
    )
    deviating_service = models.BooleanField("afwijkende dienstverlening", default=False)
    routes_to = models.ForeignKey(
        "clusters.Team",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="routed_clusters",
        verbose_name="vragen gaan naar",
    )
    is_illustrative = models.BooleanField("illustratief", default=False)
    note = models.TextField("toelichting", blank=True, max_length=500)

    objects = ClusterQuerySet.as_manager()
    current_assignments: "list[NeighbourhoodAssignment]"  # filled by for_overview

    class Meta:
        verbose_name = "cluster"
        verbose_name_plural = "clusters"
        ordering = ["name"]
        constraints = [
            period_constraint("cluster_period"),
            models.CheckConstraint(
                condition=Q(deviating_service=False) | Q(routes_to__isnull=False),
                name="cluster_deviating_has_route",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def neighbourhoods(self) -> list[Neighbourhood]:
        """The neighbourhoods of the day that ``for_overview`` asked for."""
        return [row.neighbourhood for row in self.current_assignments]

    @property
    def inhabitants(self) -> int:
        """Everybody who lives there, as far as the figures are known (CLU-15)."""
        return sum(place.inhabitants or 0 for place in self.neighbourhoods)

    @property
    def norm_text(self) -> str:
        """Inhabitants against the norm of one team: "2,2 × de norm" (CLU-15, CLU-16)."""
        ratio = self.inhabitants / settings.INHABITANTS_PER_TEAM
        return f"{ratio:.1f} × de norm".replace(".", ",")


class NeighbourhoodAssignment(PeriodModel):
    """From a day on, a neighbourhood belongs to a cluster; never two on one day.

    The database refuses an overlap and a cluster in another district (triggers in migration
    0003, on both engines).
    """

    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, related_name="assignments", verbose_name="wijk"
    )
    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="assignments")

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "indeling van een wijk"
        verbose_name_plural = "indeling van wijken"
        ordering = ["neighbourhood", "valid_from"]
        constraints = [
            period_constraint("assignment_period"),
            models.UniqueConstraint(
                fields=["neighbourhood"],
                condition=Q(valid_until__isnull=True),
                name="assignment_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.neighbourhood} → {self.cluster}"


class Parity(models.TextChoices):
    """Which house numbers of a range count."""

    ALL = "all", "alle nummers"
    EVEN = "even", "even nummers"
    ODD = "odd", "oneven nummers"


class PostcodeRuleQuerySet(PeriodQuerySet):
    """Lines of the postcode table."""

    def for_address(self, postcode: str, house_number: int | None, day: date) -> Self:
        """Lines that match an address, the most exact line first; ``postcode`` as 1315AA."""
        matching = self.valid_on(day).filter(
            Q(pc4=postcode[:4]) & Q(letters__in=["", postcode[4:]])
        )
        if house_number is None:
            matching = matching.filter(from_number__isnull=True)
        else:
            parity = Parity.ODD if house_number % 2 else Parity.EVEN
            matching = matching.filter(
                Q(from_number__isnull=True)
                | Q(
                    from_number__lte=house_number,
                    until_number__gte=house_number,
                    parity__in=[Parity.ALL, parity],
                )
            )
        return matching.select_related("neighbourhood").order_by(
            F("letters").desc(), F("from_number").desc(nulls_last=True), "pk"
        )


class PostcodeRule(PeriodModel):
    """One line of the table address → neighbourhood: PC4 or PC6, perhaps with house numbers."""

    pc4 = models.CharField("vier cijfers", max_length=4, db_index=True)
    letters = models.CharField("letters", max_length=2, blank=True)
    from_number = models.PositiveIntegerField("van huisnummer", null=True, blank=True)
    until_number = models.PositiveIntegerField("tot en met huisnummer", null=True, blank=True)
    parity = models.CharField("nummers", max_length=4, choices=Parity.choices, default=Parity.ALL)
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, related_name="postcode_rules", verbose_name="wijk"
    )
    is_illustrative = models.BooleanField("illustratief", default=False)

    objects = PostcodeRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "postcoderegel"
        verbose_name_plural = "postcoderegels"
        ordering = ["pc4", "letters", "from_number"]
        constraints = [
            period_constraint("postcode_rule_period"),
            models.CheckConstraint(
                condition=Q(from_number__isnull=True, until_number__isnull=True)
                | Q(
                    from_number__isnull=False,  # a check that cannot be answered lets a row in
                    until_number__isnull=False,
                    from_number__gte=1,
                    until_number__gte=F("from_number"),
                ),
                name="postcode_rule_range",
            ),
            models.UniqueConstraint(
                fields=["pc4", "letters", "from_number", "parity", "valid_from"],
                name="postcode_rule_range_once",
            ),
            models.UniqueConstraint(
                fields=["pc4", "letters", "valid_from"],
                condition=Q(from_number__isnull=True),
                name="postcode_rule_once",
            ),
        ]

    def __str__(self) -> str:
        if self.from_number is None:
            return f"{self.pc4}{self.letters}"
        word = {Parity.EVEN: " even", Parity.ODD: " oneven"}.get(Parity(self.parity), "")
        return f"{self.pc4}{self.letters} {self.from_number}–{self.until_number}{word}"
