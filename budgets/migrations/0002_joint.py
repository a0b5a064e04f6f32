"""The joint budget of the partners: budgets, lines of which every version stays, and its lock."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from budgets.joint import append_only


def install(apps: Any, schema_editor: Any) -> None:
    append_only.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    append_only.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("budgets", "0001_initial"),
        ("clusters", "0001_squashed_0008"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CostKind",
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
            name="JointBudget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="jaar")),
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
                ("adopted_at", models.DateTimeField(null=True, verbose_name="vastgesteld op")),
                ("decision", models.CharField(blank=True, max_length=200, verbose_name="besluit")),
                ("decided_on", models.DateField(null=True, verbose_name="datum van het besluit")),
                ("key", models.UUIDField(unique=True, verbose_name="kenmerk van de handeling")),
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
            },
        ),
        migrations.CreateModel(
            name="PlannedLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "line",
                    models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="regel"),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
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
                    models.PositiveIntegerField(null=True, verbose_name="fte in honderdsten"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron")),
                ("decided_on", models.DateField(verbose_name="datum van de bron")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="toelichting")),
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
                ("is_dropped", models.BooleanField(default=False, verbose_name="vervallen")),
                ("at", models.DateTimeField(verbose_name="vastgelegd op")),
                ("key", models.UUIDField(unique=True, verbose_name="kenmerk van de handeling")),
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
            },
        ),
        migrations.AddConstraint(
            model_name="jointbudget",
            constraint=models.CheckConstraint(
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
            ),
        ),
        migrations.AddIndex(
            model_name="plannedline",
            index=models.Index(fields=["budget", "line", "number"], name="planned_line_of_budget"),
        ),
        migrations.AddConstraint(
            model_name="plannedline",
            constraint=models.UniqueConstraint(
                fields=("line", "number"), name="planned_line_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedline",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_cents__gt", 0)), name="planned_line_amount_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fte_hundredths__isnull", True), ("fte_hundredths__gt", 0), _connector="OR"
                ),
                name="planned_line_fte_positive",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("support__in", ["formal", "informal", "collective", "overhead"])
                ),
                name="planned_line_support_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("after_adoption", False),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="planned_line_change_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedline",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True), name="planned_line_has_source"
            ),
        ),
        migrations.RunPython(install, remove),
    ]
