"""The tables of the maatwerkbudget, and the locks on its entries (ADR 48)."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.creating
from budgets.ledger import append_only


def install(apps: Any, schema_editor: Any) -> None:
    append_only.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    append_only.remove(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0002_append_only"),
        ("cases", "0025_working_together"),
        ("clusters", "0008_closing_day_by_decree"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        common.creating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="BudgetNorm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.SlugField(unique=True, verbose_name="code")),
                        ("label", models.CharField(max_length=120, verbose_name="omschrijving")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
                        (
                            "amount",
                            models.PositiveIntegerField(
                                verbose_name="aantal (bedragen in hele euro's)"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "norm van het maatwerkbudget",
                        "verbose_name_plural": "normen van het maatwerkbudget",
                        "ordering": ["position", "code"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Pot",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("help", "Maatwerk voor inwoners"),
                                    ("team", "Differentiatie van de teams"),
                                ],
                                max_length=4,
                                verbose_name="doel",
                            ),
                        ),
                        (
                            "cluster",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.cluster",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(verbose_name="geopend op")),
                        (
                            "begun_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(null=True, verbose_name="afgesloten op"),
                        ),
                    ],
                    options={
                        "verbose_name": "pot",
                        "verbose_name_plural": "potten",
                        "ordering": ["-year", "purpose", "cluster__name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("cluster", None)),
                                fields=("year", "purpose"),
                                name="pot_of_city_once",
                            ),
                            models.UniqueConstraint(
                                fields=("year", "purpose", "cluster"), name="pot_of_cluster_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("purpose__in", ["help", "team"])),
                                name="pot_purpose_known",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Account",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "pot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accounts",
                                to="budgets.pot",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("source", "Toegekend"),
                                    ("available", "Beschikbaar"),
                                    ("reserved", "Gereserveerd"),
                                    ("paid", "Betaald"),
                                    ("receivable", "Terug te ontvangen"),
                                ],
                                max_length=10,
                                verbose_name="soort",
                            ),
                        ),
                        ("reference", models.UUIDField(null=True, verbose_name="kenmerk")),
                        (
                            "balance_cents",
                            models.BigIntegerField(default=0, verbose_name="saldo in centen"),
                        ),
                    ],
                    options={
                        "verbose_name": "rekening",
                        "verbose_name_plural": "rekeningen",
                        "indexes": [
                            models.Index(fields=["reference"], name="account_of_reference")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("reference", None)),
                                fields=("pot", "kind"),
                                name="account_once",
                            ),
                            models.UniqueConstraint(
                                fields=("pot", "kind", "reference"), name="account_of_request_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("balance_cents__lte", 0), ("kind", "source")),
                                    models.Q(
                                        models.Q(("kind", "source"), _negated=True),
                                        ("balance_cents__gte", 0),
                                    ),
                                    _connector="OR",
                                ),
                                name="account_never_overdrawn",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind__in", ("reserved", "receivable")),
                                        ("reference__isnull", False),
                                    ),
                                    models.Q(
                                        ("reference__isnull", True),
                                        models.Q(
                                            ("kind__in", ("reserved", "receivable")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="account_of_request_says_which",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="geboekt op")),
                        (
                            "pot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="budgets.pot",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("grant", "Toegekend"),
                                    ("move_out", "Overgeheveld naar een andere pot"),
                                    ("move_in", "Overgeheveld uit een andere pot"),
                                    ("reserve", "Gereserveerd"),
                                    ("release", "Vrijgevallen"),
                                    ("pay", "Betaald"),
                                    ("repay", "Terugontvangen"),
                                    ("gift", "Voorschot werd gift"),
                                    ("write_off", "Afgeboekt"),
                                    ("reverse", "Teruggedraaid"),
                                ],
                                max_length=9,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "debit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="debits",
                                to="budgets.account",
                            ),
                        ),
                        (
                            "credit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="credits",
                                to="budgets.account",
                            ),
                        ),
                        ("amount_cents", models.BigIntegerField(verbose_name="bedrag in centen")),
                        ("key", models.UUIDField(verbose_name="kenmerk van de handeling")),
                        (
                            "reference",
                            models.UUIDField(null=True, verbose_name="kenmerk van de aanvraag"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reverses",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reversal",
                                to="budgets.entry",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "boeking",
                        "verbose_name_plural": "boekingen",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["reference", "id"], name="entry_of_reference"),
                            models.Index(fields=["pot", "at", "id"], name="entry_of_pot"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount_cents__gt", 0)),
                                name="entry_amount_positive",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("debit", models.F("credit")), _negated=True),
                                name="entry_between_two",
                            ),
                            models.UniqueConstraint(
                                fields=("key", "kind"), name="entry_once_per_act"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetPurpose",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.SlugField(unique=True, verbose_name="code")),
                        ("label", models.CharField(max_length=120, verbose_name="omschrijving")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
                        (
                            "pot",
                            models.CharField(
                                choices=[
                                    ("help", "Maatwerk voor inwoners"),
                                    ("team", "Differentiatie van de teams"),
                                ],
                                max_length=4,
                                verbose_name="pot",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "doel van maatwerkbudget",
                        "verbose_name_plural": "doelen van maatwerkbudget",
                        "ordering": ["position", "code"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Fund",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.SlugField(unique=True, verbose_name="code")),
                        ("label", models.CharField(max_length=120, verbose_name="omschrijving")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
                        ("terms", models.CharField(max_length=240, verbose_name="voorwaarden")),
                        ("contact", models.CharField(max_length=120, verbose_name="contact")),
                        (
                            "answer_days",
                            models.PositiveSmallIntegerField(verbose_name="antwoord binnen dagen"),
                        ),
                    ],
                    options={
                        "verbose_name": "voorliggend fonds",
                        "verbose_name_plural": "voorliggende fondsen",
                        "ordering": ["position", "code"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "file",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="budgets",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "pot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="budgets.pot",
                            ),
                        ),
                        (
                            "purpose",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="budgets.budgetpurpose",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("gift", "Gift"),
                                    ("advance", "Voorschot: het komt terug"),
                                ],
                                max_length=7,
                                verbose_name="vorm",
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("invoice", "Factuur"),
                                    ("card", "Betaalpas van het team"),
                                    ("refund", "Declaratie"),
                                ],
                                max_length=7,
                                verbose_name="wijze",
                            ),
                        ),
                        ("amount_cents", models.BigIntegerField(verbose_name="bedrag in centen")),
                        ("is_urgent", models.BooleanField(default=False, verbose_name="spoed")),
                        (
                            "has_conflict",
                            models.BooleanField(default=False, verbose_name="kent de ontvanger"),
                        ),
                        ("content", models.BinaryField(verbose_name="waarom")),
                        ("payment", models.BinaryField(verbose_name="ontvanger")),
                        (
                            "debtor",
                            models.CharField(
                                choices=[
                                    ("none", "Niemand"),
                                    ("fund", "Een voorliggend fonds"),
                                    ("resident", "De inwoner"),
                                    ("organisation", "Een organisatie"),
                                ],
                                default="none",
                                max_length=12,
                                verbose_name="van wie",
                            ),
                        ),
                        (
                            "fund",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="advances",
                                to="budgets.fund",
                            ),
                        ),
                        (
                            "expected_on",
                            models.DateField(null=True, verbose_name="terug verwacht op"),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("requested_at", models.DateTimeField(verbose_name="gevraagd op")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("worker", "Wijkwerker zelf"),
                                    ("manager", "Wijkteammanager"),
                                    ("general", "Algemeen manager"),
                                ],
                                max_length=7,
                                verbose_name="wie beslist",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Te beslissen"),
                                    ("approved", "Gereserveerd"),
                                    ("paid", "Betaald"),
                                    ("refused", "Afgewezen"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("lapsed", "Vervallen"),
                                ],
                                default="waiting",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="beslist op")),
                        ("decision", models.BinaryField(default=bytes, verbose_name="besluit")),
                        ("lapses_on", models.DateField(null=True, verbose_name="vervalt op")),
                        (
                            "paid_cents",
                            models.BigIntegerField(default=0, verbose_name="betaald in centen"),
                        ),
                        ("paid_at", models.DateTimeField(null=True, verbose_name="betaald op")),
                        (
                            "paid_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "advance",
                            models.CharField(
                                choices=[
                                    ("none", "Geen voorschot"),
                                    ("open", "Staat open"),
                                    ("refused", "Geweigerd door het fonds"),
                                    ("proposed", "Afboeken voorgesteld"),
                                    ("repaid", "Terugbetaald"),
                                    ("gift", "Omgezet in gift"),
                                    ("written_off", "Afgeboekt"),
                                ],
                                default="none",
                                max_length=11,
                                verbose_name="voorschot",
                            ),
                        ),
                        (
                            "owed_cents",
                            models.BigIntegerField(default=0, verbose_name="open in centen"),
                        ),
                        (
                            "notes",
                            models.BinaryField(default=bytes, verbose_name="bij het voorschot"),
                        ),
                        (
                            "reminded",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="herinnerd na dagen"
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "tried",
                            models.ManyToManyField(
                                related_name="+", to="budgets.fund", verbose_name="geprobeerd"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aanvraag maatwerkbudget",
                        "verbose_name_plural": "aanvragen maatwerkbudget",
                        "ordering": ["-requested_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["team", "state", "requested_at"], name="budget_of_team"
                            ),
                            models.Index(
                                fields=["state", "requested_at", "id"], name="budget_in_state"
                            ),
                            models.Index(fields=["advance", "expected_on"], name="budget_advances"),
                            models.Index(
                                fields=["requested_by", "state"], name="budget_of_requester"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount_cents__gt", 0)),
                                name="budget_amount_positive",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_by", None),
                                    models.Q(
                                        ("decided_by", models.F("requested_by")), _negated=True
                                    ),
                                    ("level", "worker"),
                                    _connector="OR",
                                ),
                                name="budget_somebody_else_decides",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        ("state__in", ["approved", "paid", "refused", "lapsed"]),
                                    ),
                                    models.Q(
                                        ("state__in", ["approved", "paid", "refused", "lapsed"]),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_decided_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("paid_at__isnull", False),
                                        ("paid_cents__gt", 0),
                                        ("state", "paid"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "paid"), _negated=True),
                                        ("paid_at", None),
                                        ("paid_cents", 0),
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_paid_has_amount",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("paid_cents__lte", models.F("amount_cents")),
                                    ("owed_cents__gte", 0),
                                    ("owed_cents__lte", models.F("paid_cents")),
                                ),
                                name="budget_no_more_than_asked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("debtor", "none"), ("expected_on", None), ("form", "gift")
                                    ),
                                    models.Q(
                                        ("expected_on__isnull", False),
                                        ("form", "advance"),
                                        models.Q(("debtor", "none"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_advance_comes_back",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("debtor", "fund"), ("fund__isnull", False)),
                                    models.Q(
                                        ("fund", None), models.Q(("debtor", "fund"), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_fund_is_named",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("advance__in", ("open", "proposed", "refused")),
                                        ("form", "advance"),
                                        ("owed_cents__gt", 0),
                                    ),
                                    models.Q(
                                        ("owed_cents", 0),
                                        models.Q(
                                            ("advance__in", ("open", "proposed", "refused")),
                                            _negated=True,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_open_advance_is_owed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signed_by", None),
                                    models.Q(
                                        ("proposed_by__isnull", False),
                                        models.Q(
                                            ("signed_by", models.F("proposed_by")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_second_signature",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file", None), ("resident", None)),
                                    models.Q(("file__isnull", False), ("resident__isnull", False)),
                                    _connector="OR",
                                ),
                                name="budget_of_dossier_or_team",
                            ),
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(install, remove),
    ]
