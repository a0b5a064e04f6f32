"""The target profile of a cluster: a wished number of fte per specialism, for a period (DIF-1)."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.db.models import Q

from clusters.organisation.models import Cluster
from clusters.people.models import Specialism
from common.dutch_dates import full_date
from common.periods import PeriodModel, PeriodQuerySet, period_constraint

MOST = Decimal("999.99")
CENT = Decimal("0.01")


def fte_text(fte: Decimal) -> str:
    """With two decimals and a comma."""
    return f"{fte.quantize(CENT, ROUND_HALF_UP):.2f}".replace(".", ",")


class ProfileWish(PeriodModel):
    """From a day on, perhaps until another, a cluster should have so much of a specialism (TP-1).

    The database refuses two at once of one cluster and specialism, on both engines (``overlap``).
    Who set it stands in the trail.
    """

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="wishes")
    specialism = models.ForeignKey(
        Specialism, models.PROTECT, related_name="wishes", verbose_name="specialisme"
    )
    fte = models.DecimalField("gewenste fte", max_digits=5, decimal_places=2)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "wens in een profiel"
        verbose_name_plural = "wensen in profielen"
        ordering = ["cluster", "specialism", "valid_from"]
        constraints = [
            period_constraint("profile_wish_period"),
            models.CheckConstraint(condition=Q(fte__gte=0), name="profile_wish_not_negative"),
            models.UniqueConstraint(
                fields=["cluster", "specialism", "valid_from"], name="profile_wish_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["cluster", "specialism"],
                condition=Q(valid_until__isnull=True),
                name="profile_wish_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"wens {self.pk}"

    @property
    def period_text(self) -> str:
        """When it holds, in words."""
        if self.valid_until is None:
            return f"vanaf {full_date(self.valid_from)}"
        if self.valid_until == self.valid_from:
            return full_date(self.valid_from)
        return f"{full_date(self.valid_from)} t/m {full_date(self.valid_until)}"

    @property
    def fte_text(self) -> str:
        """As it is written here: "0,80"."""
        return fte_text(self.fte)
