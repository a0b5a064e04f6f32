"""What is granted or refused, product by product, and how far the delivery is."""

import uuid
from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from cases.decisions.models.decisions import Decision
from cases.mandates.models import Product, Provider
from cases.residents.models import Resident

MONTHS_OF_A_YEAR = 12


class Frequency(models.TextChoices):
    """Per what the volume is."""

    ONCE = "once", "eenmalig"
    WEEK = "week", "per week"
    FOUR_WEEKS = "4_weeks", "per vier weken"
    MONTH = "month", "per maand"
    YEAR = "year", "per jaar"


class Form(models.TextChoices):
    """How it is provided (WMO 2.3.6)."""

    IN_KIND = "zin", "Zorg in natura"
    BUDGET = "pgb", "Persoonsgebonden budget"


class Delivery(models.TextChoices):
    """How far the delivery is, as the backoffice hears from the provider (WMO301, 305, 307)."""

    TO_ORDER = "to_order", "Nog doorgeven"
    ORDERED = "ordered", "Doorgegeven aan de aanbieder"
    STARTED = "started", "Gestart"
    STOPPED = "stopped", "Gestopt"


class ProvisionManager(models.Manager["Provision"]):
    """Products of decisions, always with their names: nobody reads one without."""

    def get_queryset(self) -> models.QuerySet["Provision"]:
        """With product and provider."""
        return super().get_queryset().select_related("product", "provider")


class Provision(models.Model):
    """One product of a decision: code, volume, unit, frequency, period and provider.

    ``yearly_cents`` is what it costs in a year, in cents, as far as a limit in a mandate asks it.
    ``until`` is empty when it is granted without an end.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="provisions")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    is_granted = models.BooleanField("toegekend", default=True)
    volume = models.DecimalField(
        "hoeveel", max_digits=8, decimal_places=2, validators=[MinValueValidator(0)]
    )
    frequency = models.CharField("per", max_length=7, choices=Frequency.choices)
    since = models.DateField("vanaf")
    until = models.DateField("tot en met", null=True)
    form = models.CharField("vorm", max_length=3, choices=Form.choices)
    provider = models.ForeignKey(
        Provider, models.PROTECT, null=True, related_name="+", verbose_name="aanbieder"
    )
    yearly_cents = models.PositiveBigIntegerField("kosten per jaar", null=True)
    delivery = models.CharField(
        "levering", max_length=8, choices=Delivery.choices, default=Delivery.TO_ORDER
    )
    delivery_on = models.DateField("levering gewijzigd op", null=True)

    objects = ProvisionManager()

    class Meta:
        verbose_name = "voorziening"
        verbose_name_plural = "voorzieningen"
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(volume__gt=0), name="provision_volume_above_zero"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="provision_ends_after_begin",
            ),
            models.CheckConstraint(
                condition=Q(is_granted=False) | Q(form=Form.BUDGET) | Q(provider__isnull=False),
                name="provision_in_kind_has_provider",
            ),
            models.CheckConstraint(
                condition=Q(delivery=Delivery.TO_ORDER) | Q(is_granted=True),
                name="provision_delivered_when_granted",
            ),
        ]
        indexes = [
            models.Index(fields=["delivery", "since"], name="provision_by_delivery"),
        ]

    class Privacy:
        personal = ("resident", "product", "volume", "provider")
        purpose = "Weten welke hulp is toegekend en of die er is (WMO 2.3.5)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return str(self.product)

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds: its own end, or the day before a decision replaced it.

        What was granted is not rewritten; a day before ``since`` means that it never began.
        """
        days = [day for day in (self.until, self.decision.last_day) if day is not None]
        return min(days, default=None)

    @property
    def is_cut_short(self) -> bool:
        """Whether a later decision ended it before its own end."""
        return self.last_day != self.until

    @property
    def months(self) -> int | None:
        """The period in whole months, rounded up; None without an end."""
        if self.until is None:
            return None
        first, last = self.since, date.fromordinal(self.until.toordinal() + 1)
        whole = (last.year - first.year) * MONTHS_OF_A_YEAR + last.month - first.month
        return whole + (last.day > first.day)
