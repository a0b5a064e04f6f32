"""Lists the municipality keeps: what can be granted, and who delivers it."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from common.reference import ReferenceModel

AGB_FORM = r"^\d{8}$"


class ProductCategory(models.TextChoices):
    """What sort of support a product is."""

    HOUSEHOLD = "household", "Hulp bij het huishouden"
    GUIDANCE = "guidance", "Begeleiding"
    DAY_CARE = "day_care", "Dagbesteding"
    SHORT_STAY = "short_stay", "Kortdurend verblijf"
    AID = "aid", "Hulpmiddel"
    HOME_ADAPTATION = "home_adaptation", "Woningaanpassing"
    TRANSPORT = "transport", "Vervoer"
    SHELTERED = "sheltered", "Beschermd wonen"
    OTHER = "other", "Overig"


class ProductUnit(models.TextChoices):
    """In what a product is counted."""

    MINUTE = "minute", "minuut"
    HOUR = "hour", "uur"
    DAY_PART = "day_part", "dagdeel"
    DAY = "day", "etmaal"
    PIECE = "piece", "stuk"
    TIME = "time", "keer"
    EURO = "euro", "euro"


class Product(ReferenceModel):
    """A maatwerkvoorziening that can be granted, with the code messages use for it.

    ``contribution_due``: whoever gets it pays the eigen bijdrage that the CAK collects.
    """

    extra_columns = ("category", "unit", "contribution_due")

    category = models.CharField("soort", max_length=15, choices=ProductCategory.choices)
    unit = models.CharField("eenheid", max_length=8, choices=ProductUnit.choices)
    contribution_due = models.BooleanField("eigen bijdrage via het CAK", default=False)

    class Meta(ReferenceModel.Meta):
        verbose_name = "product"
        verbose_name_plural = "producten"
        constraints = [
            models.CheckConstraint(
                condition=Q(category__in=ProductCategory.values), name="product_category_known"
            ),
            models.CheckConstraint(
                condition=Q(unit__in=ProductUnit.values), name="product_unit_known"
            ),
        ]

    @property
    def named(self) -> str:
        """Its words and its code: two products can have the same words."""
        return f"{self.label} ({self.code})"


class Provider(ReferenceModel):
    """An aanbieder that delivers support, with its number in the AGB register when it has one."""

    extra_columns = ("agb_code",)

    agb_code = models.CharField(
        "AGB-code",
        max_length=8,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(AGB_FORM, "Een AGB-code heeft acht cijfers.")],
    )

    class Meta(ReferenceModel.Meta):
        verbose_name = "aanbieder"
        verbose_name_plural = "aanbieders"
        constraints = [
            models.CheckConstraint(
                condition=Q(agb_code__isnull=True) | Q(agb_code__regex=AGB_FORM),
                name="provider_agb_form",
            ),
        ]
