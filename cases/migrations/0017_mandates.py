"""The mandate register: products, providers, and who may decide about what."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_dossiers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Product",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("label", models.CharField(max_length=120, verbose_name="omschrijving")),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("household", "Hulp bij het huishouden"),
                            ("guidance", "Begeleiding"),
                            ("day_care", "Dagbesteding"),
                            ("short_stay", "Kortdurend verblijf"),
                            ("aid", "Hulpmiddel"),
                            ("home_adaptation", "Woningaanpassing"),
                            ("transport", "Vervoer"),
                            ("sheltered", "Beschermd wonen"),
                            ("other", "Overig"),
                        ],
                        max_length=15,
                        verbose_name="soort",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("minute", "minuut"),
                            ("hour", "uur"),
                            ("day_part", "dagdeel"),
                            ("day", "etmaal"),
                            ("piece", "stuk"),
                            ("time", "keer"),
                            ("euro", "euro"),
                        ],
                        max_length=8,
                        verbose_name="eenheid",
                    ),
                ),
                (
                    "contribution_due",
                    models.BooleanField(default=False, verbose_name="eigen bijdrage via het CAK"),
                ),
            ],
            options={
                "verbose_name": "product",
                "verbose_name_plural": "producten",
                "ordering": ["position", "code"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                [
                                    "household",
                                    "guidance",
                                    "day_care",
                                    "short_stay",
                                    "aid",
                                    "home_adaptation",
                                    "transport",
                                    "sheltered",
                                    "other",
                                ],
                            )
                        ),
                        name="product_category_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "unit__in",
                                ["minute", "hour", "day_part", "day", "piece", "time", "euro"],
                            )
                        ),
                        name="product_unit_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Provider",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("label", models.CharField(max_length=120, verbose_name="omschrijving")),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
                (
                    "agb_code",
                    models.CharField(
                        blank=True,
                        max_length=8,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{8}$", "Een AGB-code heeft acht cijfers."
                            )
                        ],
                        verbose_name="AGB-code",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanbieder",
                "verbose_name_plural": "aanbieders",
                "ordering": ["position", "code"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agb_code__isnull", True),
                            ("agb_code__regex", "^\\d{8}$"),
                            _connector="OR",
                        ),
                        name="provider_agb_form",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("submission_key", models.UUIDField(editable=False, unique=True)),
                (
                    "longest_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="hoogstens (maanden)"
                    ),
                ),
                (
                    "yearly_cents",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hoogstens per jaar (centen)"
                    ),
                ),
                ("may_refuse", models.BooleanField(default=False, verbose_name="mag ook weigeren")),
                (
                    "needs_second",
                    models.BooleanField(default=False, verbose_name="tweede handtekening nodig"),
                ),
                ("since", models.DateField(verbose_name="geldig vanaf")),
                (
                    "until",
                    models.DateField(blank=True, null=True, verbose_name="geldig tot en met"),
                ),
                (
                    "reference",
                    models.CharField(max_length=60, verbose_name="kenmerk van het mandaatbesluit"),
                ),
                ("created_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "ended_from",
                    models.DateField(blank=True, null=True, verbose_name="geldt niet meer vanaf"),
                ),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="beëindigd op"),
                ),
                (
                    "end_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom beëindigd"),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gemandateerde",
                    ),
                ),
                (
                    "products",
                    models.ManyToManyField(
                        related_name="mandates", to="cases.product", verbose_name="producten"
                    ),
                ),
            ],
            options={
                "verbose_name": "mandaat",
                "verbose_name_plural": "mandaten",
                "ordering": ["holder__last_name", "holder__first_name", "since", "pk"],
                "indexes": [models.Index(fields=["holder", "since"], name="mandate_of_holder")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="mandate_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("longest_months__isnull", True),
                            models.Q(("longest_months__gte", 1), ("longest_months__lte", 600)),
                            _connector="OR",
                        ),
                        name="mandate_months_possible",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("yearly_cents__isnull", True),
                            models.Q(("yearly_cents__gte", 1), ("yearly_cents__lte", 100000000)),
                            _connector="OR",
                        ),
                        name="mandate_amount_possible",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reference", ""), _negated=True),
                        name="mandate_has_reference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("end_reason", ""),
                                ("ended_at__isnull", True),
                                ("ended_by__isnull", True),
                                ("ended_from__isnull", True),
                            ),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                ("ended_from__isnull", False),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="mandate_ended_with_a_reason",
                    ),
                ],
            },
        ),
    ]
