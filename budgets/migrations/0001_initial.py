"""The tables of the maatwerkbudget, and the locks on its entries and on planned lines (ADR 48, 53)."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.creating
from budgets.joint import append_only as of_lines
from budgets.ledger import append_only as of_entries


def install(apps: Any, schema_editor: Any) -> None:
    of_entries.install(schema_editor.connection)
    of_lines.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    of_lines.remove(schema_editor.connection)
    of_entries.remove(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0002_append_only"),
        ("cases", "0028_money_and_papers"),
        ("clusters", "0008_closing_day_by_decree"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        common.creating.CreateModels(
            models=[
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
                        (
                            "pot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accounts",
                                to="budgets.pot",
                            ),
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
                    },
                ),
                migrations.CreateModel(
                    name="CostKind",
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
                            "known",
                            models.CharField(
                                choices=[
                                    ("nothing", "Niets"),
                                    ("people", "Medewerkers met een rol in een team"),
                                    ("help", "Het grootboek: maatwerk voor inwoners"),
                                    ("team", "Het grootboek: differentiatie van de teams"),
                                ],
                                default="nothing",
                                max_length=7,
                                verbose_name="wat het systeem weet",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kostensoort van de gezamenlijke begroting",
                        "verbose_name_plural": "kostensoorten van de gezamenlijke begroting",
                        "ordering": ["position", "code"],
                        "abstract": False,
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
                    },
                ),
                migrations.CreateModel(
                    name="BankFile",
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
                        ("submission_key", models.UUIDField(editable=False)),
                        (
                            "mark",
                            models.CharField(
                                max_length=64, unique=True, verbose_name="kenmerk van de inhoud"
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(verbose_name="ingelezen op")),
                        ("line_count", models.PositiveIntegerField(verbose_name="regels")),
                        (
                            "fresh_count",
                            models.PositiveIntegerField(default=0, verbose_name="nieuw"),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bankbestand",
                        "verbose_name_plural": "bankbestanden",
                        "ordering": ["-uploaded_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="BankLine",
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
                            "mark",
                            models.CharField(max_length=64, unique=True, verbose_name="kenmerk"),
                        ),
                        (
                            "account_mark",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="kenmerk tegenrekening"
                            ),
                        ),
                        ("booked_on", models.DateField(verbose_name="boekdatum")),
                        ("answer_by", models.DateTimeField(verbose_name="afhandelen voor")),
                        ("is_incoming", models.BooleanField(verbose_name="bijgeschreven")),
                        ("amount_cents", models.BigIntegerField(verbose_name="bedrag in centen")),
                        (
                            "matched_cents",
                            models.BigIntegerField(default=0, verbose_name="gekoppeld in centen"),
                        ),
                        ("content", models.BinaryField(verbose_name="van wie en waarvoor")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Zonder koppeling"),
                                    ("matched", "Gekoppeld"),
                                    ("set_aside", "Opzij gelegd"),
                                ],
                                default="open",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(null=True, verbose_name="afgehandeld op"),
                        ),
                        ("reason", models.BinaryField(default=bytes, verbose_name="waarom opzij")),
                        (
                            "emptied_at",
                            models.DateTimeField(null=True, verbose_name="leeggemaakt op"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="budgets.bankfile",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bankregel",
                        "verbose_name_plural": "bankregels",
                        "ordering": ["-answer_by", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["is_incoming", "state", "answer_by"],
                                name="bank_line_in_state",
                            ),
                            models.Index(fields=["account_mark"], name="bank_line_of_account"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount_cents__gt", 0)),
                                name="bank_line_has_amount",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("matched_cents__gte", 0),
                                    ("matched_cents__lte", models.F("amount_cents")),
                                ),
                                name="bank_line_no_more_than_it_is",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("matched_cents", models.F("amount_cents")),
                                        ("state", "matched"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "matched"), _negated=True),
                                        ("matched_cents__lt", models.F("amount_cents")),
                                    ),
                                    _connector="OR",
                                ),
                                name="bank_line_matched_is_all_of_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("settled_at__isnull", False),
                                        ("state__in", ("matched", "set_aside")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("matched", "set_aside")), _negated=True
                                        ),
                                        ("settled_at", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="bank_line_settled_at_a_moment",
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
                        (
                            "domain",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.lifedomain",
                                to_field="code",
                                verbose_name="leefgebied",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "doel van maatwerkbudget",
                        "verbose_name_plural": "doelen van maatwerkbudget",
                        "ordering": ["position", "code"],
                        "abstract": False,
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
                            "expected_on",
                            models.DateField(null=True, verbose_name="terug verwacht op"),
                        ),
                        ("requested_at", models.DateTimeField(verbose_name="gevraagd op")),
                        (
                            "decide_by",
                            models.DateTimeField(null=True, verbose_name="beslissen voor"),
                        ),
                        (
                            "escalated_at",
                            models.DateTimeField(
                                null=True, verbose_name="ook naar het volgende niveau op"
                            ),
                        ),
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
                        ("decided_at", models.DateTimeField(null=True, verbose_name="beslist op")),
                        ("decision", models.BinaryField(default=bytes, verbose_name="besluit")),
                        ("lapses_on", models.DateField(null=True, verbose_name="vervalt op")),
                        (
                            "paid_cents",
                            models.BigIntegerField(default=0, verbose_name="betaald in centen"),
                        ),
                        ("paid_at", models.DateTimeField(null=True, verbose_name="betaald op")),
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                            "paid_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "purpose",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="budgets.budgetpurpose",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "signed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "waakvlam",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="budgets",
                                to="cases.waakvlam",
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
                            "tried",
                            models.ManyToManyField(
                                related_name="+", to="budgets.fund", verbose_name="geprobeerd"
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
                                    models.Q(
                                        ("file", None), ("resident", None), ("waakvlam", None)
                                    ),
                                    models.Q(
                                        ("file__isnull", False),
                                        ("resident__isnull", False),
                                        ("waakvlam", None),
                                    ),
                                    models.Q(
                                        ("file", None),
                                        ("resident__isnull", False),
                                        ("waakvlam__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_of_dossier_waakvlam_or_team",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "waiting"), _negated=True),
                                    ("decide_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="budget_waiting_has_a_term",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BankMatch",
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
                        ("key", models.UUIDField(editable=False, unique=True)),
                        ("amount_cents", models.BigIntegerField(verbose_name="bedrag in centen")),
                        ("matched_at", models.DateTimeField(verbose_name="gekoppeld op")),
                        (
                            "undone_at",
                            models.DateTimeField(null=True, verbose_name="teruggedraaid op"),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matches",
                                to="budgets.bankline",
                            ),
                        ),
                        (
                            "matched_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bank_matches",
                                to="budgets.budgetrequest",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "koppeling van een bankregel",
                        "verbose_name_plural": "koppelingen van bankregels",
                        "ordering": ["matched_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount_cents__gt", 0)),
                                name="bank_match_has_amount",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("undone_at", None), ("undone_by", None)),
                                    models.Q(
                                        ("undone_at__isnull", False), ("undone_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="bank_match_undone_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JointBudget",
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
                            "year",
                            models.PositiveSmallIntegerField(unique=True, verbose_name="jaar"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Concept"), ("adopted", "Vastgesteld")],
                                default="draft",
                                max_length=7,
                                verbose_name="status",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(verbose_name="begonnen op")),
                        (
                            "adopted_at",
                            models.DateTimeField(null=True, verbose_name="vastgesteld op"),
                        ),
                        (
                            "decision",
                            models.CharField(blank=True, max_length=200, verbose_name="besluit"),
                        ),
                        (
                            "decided_on",
                            models.DateField(null=True, verbose_name="datum van het besluit"),
                        ),
                        (
                            "key",
                            models.UUIDField(unique=True, verbose_name="kenmerk van de handeling"),
                        ),
                        (
                            "adopted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gezamenlijke begroting",
                        "verbose_name_plural": "gezamenlijke begrotingen",
                        "ordering": ["-year"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("adopted_at__isnull", False),
                                        ("adopted_by__isnull", False),
                                        ("decided_on__isnull", False),
                                        ("state", "adopted"),
                                        models.Q(("decision", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("adopted_at", None),
                                        ("adopted_by", None),
                                        ("decided_on", None),
                                        ("state", "draft"),
                                        ("decision", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="joint_budget_adopted_by_somebody",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlannedLine",
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
                            "line",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, verbose_name="regel"
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(default=1, verbose_name="versie"),
                        ),
                        (
                            "support",
                            models.CharField(
                                choices=[
                                    ("formal", "Formeel"),
                                    ("informal", "Informeel"),
                                    ("collective", "Collectief"),
                                    ("overhead", "Niet te verdelen"),
                                ],
                                max_length=10,
                                verbose_name="soort ondersteuning",
                            ),
                        ),
                        ("amount_cents", models.BigIntegerField(verbose_name="bedrag in centen")),
                        (
                            "fte_hundredths",
                            models.PositiveIntegerField(
                                null=True, verbose_name="fte in honderdsten"
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="bron")),
                        ("decided_on", models.DateField(verbose_name="datum van de bron")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="toelichting"
                            ),
                        ),
                        (
                            "after_adoption",
                            models.BooleanField(default=False, verbose_name="na het vaststellen"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="reden van de wijziging"
                            ),
                        ),
                        (
                            "is_dropped",
                            models.BooleanField(default=False, verbose_name="vervallen"),
                        ),
                        ("at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "key",
                            models.UUIDField(unique=True, verbose_name="kenmerk van de handeling"),
                        ),
                        (
                            "budget",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="budgets.jointbudget",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="budgets.costkind",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.partnerorganisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "begrotingsregel",
                        "verbose_name_plural": "begrotingsregels",
                        "ordering": ["line", "number"],
                        "indexes": [
                            models.Index(
                                fields=["budget", "line", "number"], name="planned_line_of_budget"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("line", "number"), name="planned_line_version_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount_cents__gt", 0)),
                                name="planned_line_amount_positive",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fte_hundredths__isnull", True),
                                    ("fte_hundredths__gt", 0),
                                    _connector="OR",
                                ),
                                name="planned_line_fte_positive",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "support__in",
                                        ["formal", "informal", "collective", "overhead"],
                                    )
                                ),
                                name="planned_line_support_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("after_adoption", False),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="planned_line_change_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="planned_line_has_source",
                            ),
                        ],
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
                        ("begun_at", models.DateTimeField(verbose_name="geopend op")),
                        (
                            "closed_at",
                            models.DateTimeField(null=True, verbose_name="afgesloten op"),
                        ),
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
                            "cluster",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.cluster",
                            ),
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
                                    ("carry_out", "Meegenomen naar het volgende jaar"),
                                    ("carry_in", "Meegenomen uit het vorige jaar"),
                                    ("give_back", "Teruggegeven aan de gemeente"),
                                    ("bounce", "Betaling uit een afgesloten jaar kwam terug"),
                                ],
                                max_length=9,
                                verbose_name="soort",
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
                            "credit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="credits",
                                to="budgets.account",
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
                            "reverses",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reversal",
                                to="budgets.entry",
                            ),
                        ),
                        (
                            "pot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="budgets.pot",
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
                    name="PotTotal",
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
                                    ("carry_out", "Meegenomen naar het volgende jaar"),
                                    ("carry_in", "Meegenomen uit het vorige jaar"),
                                    ("give_back", "Teruggegeven aan de gemeente"),
                                    ("bounce", "Betaling uit een afgesloten jaar kwam terug"),
                                ],
                                max_length=9,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "debit",
                            models.CharField(
                                choices=[
                                    ("source", "Toegekend"),
                                    ("available", "Beschikbaar"),
                                    ("reserved", "Gereserveerd"),
                                    ("paid", "Betaald"),
                                    ("receivable", "Terug te ontvangen"),
                                ],
                                max_length=10,
                                verbose_name="naar",
                            ),
                        ),
                        (
                            "credit",
                            models.CharField(
                                choices=[
                                    ("source", "Toegekend"),
                                    ("available", "Beschikbaar"),
                                    ("reserved", "Gereserveerd"),
                                    ("paid", "Betaald"),
                                    ("receivable", "Terug te ontvangen"),
                                ],
                                max_length=10,
                                verbose_name="van",
                            ),
                        ),
                        (
                            "cents",
                            models.BigIntegerField(default=0, verbose_name="bedrag in centen"),
                        ),
                        (
                            "entries",
                            models.BigIntegerField(default=0, verbose_name="aantal boekingen"),
                        ),
                        (
                            "pot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="totals",
                                to="budgets.pot",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "totaal van een pot",
                        "verbose_name_plural": "totalen van potten",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pot", "kind", "debit", "credit"), name="pot_total_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="YearClosing",
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
                            "key",
                            models.UUIDField(editable=False, unique=True, verbose_name="kenmerk"),
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
                            "remainder",
                            models.CharField(
                                choices=[
                                    ("carry", "Meenemen naar het volgende jaar"),
                                    ("give_back", "Teruggeven aan de gemeente"),
                                ],
                                max_length=9,
                                verbose_name="wat overblijft",
                            ),
                        ),
                        ("reason", models.CharField(max_length=500, verbose_name="waarom")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Wacht op de werker"),
                                    ("running", "Wordt afgesloten"),
                                    ("done", "Afgesloten"),
                                    ("failed", "Niet gelukt"),
                                ],
                                default="asked",
                                max_length=7,
                                verbose_name="status",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                        ("started_at", models.DateTimeField(null=True, verbose_name="begonnen op")),
                        (
                            "tries",
                            models.PositiveSmallIntegerField(default=0, verbose_name="pogingen"),
                        ),
                        (
                            "refusal",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="waarom het niet lukte"
                            ),
                        ),
                        ("done_at", models.DateTimeField(null=True, verbose_name="afgesloten op")),
                        (
                            "entries",
                            models.BigIntegerField(default=0, verbose_name="aantal boekingen"),
                        ),
                        (
                            "cents",
                            models.BigIntegerField(
                                default=0, verbose_name="som van de boekingen in centen"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "afsluiting van een jaar",
                        "verbose_name_plural": "afsluitingen van jaren",
                        "ordering": ["-year", "purpose"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("year", "purpose"), name="year_closing_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "running", "done", "failed"])
                                ),
                                name="year_closing_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("remainder__in", ["carry", "give_back"]),
                                    models.Q(("reason", ""), _negated=True),
                                ),
                                name="year_closing_has_choice_and_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True),
                                        ("cents", 0),
                                        ("done_at__isnull", True),
                                        ("entries", 0),
                                    ),
                                    _connector="OR",
                                ),
                                name="year_closing_done_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "running"), _negated=True),
                                    ("started_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="year_closing_running_has_moment",
                            ),
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(install, remove),
    ]
