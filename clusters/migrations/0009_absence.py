"""Absence and working days; nobody is away twice at once, also not for the database (AF-3)."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from clusters.absence import overlap


def install(apps: Any, schema_editor: Any) -> None:
    overlap.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    overlap.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("clusters", "0001_squashed_0008"),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("holiday", "Vakantie"),
                            ("sick", "Ziek"),
                            ("training", "Opleiding"),
                            ("return_day", "Terugkomdag bij de moederorganisatie"),
                            ("other", "Overig"),
                        ],
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("first_day", models.DateField(verbose_name="eerste dag")),
                ("last_day", models.DateField(verbose_name="laatste dag")),
                (
                    "half",
                    models.CharField(
                        choices=[
                            ("whole", "Hele dag"),
                            ("morning", "Alleen de ochtend"),
                            ("afternoon", "Alleen de middag"),
                        ],
                        default="whole",
                        max_length=9,
                        verbose_name="deel van de dag",
                    ),
                ),
                ("entered_at", models.DateTimeField(verbose_name="ingevoerd op")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "afwezigheid",
                "verbose_name_plural": "afwezigheden",
                "ordering": ["first_day", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AbsenceChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("entered", "ingevoerd"),
                            ("changed", "laatste dag gewijzigd"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        max_length=10,
                        verbose_name="wat",
                    ),
                ),
                ("last_day", models.DateField(verbose_name="laatste dag sindsdien")),
                ("at", models.DateTimeField(verbose_name="op")),
                (
                    "absence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="clusters.absence",
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
            ],
            options={
                "verbose_name": "wijziging van een afwezigheid",
                "verbose_name_plural": "wijzigingen van afwezigheden",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="WorkPattern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="geldig vanaf")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="geldig tot en met"),
                ),
                ("weekdays", models.CharField(max_length=7, verbose_name="werkdagen")),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_patterns",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
                    ),
                ),
            ],
            options={
                "verbose_name": "werkdagen van een medewerker",
                "verbose_name_plural": "werkdagen van medewerkers",
                "ordering": ["employee", "valid_from"],
            },
        ),
        migrations.AddIndex(
            model_name="absence",
            index=models.Index(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=["employee", "last_day"],
                name="absence_of_employee",
            ),
        ),
        migrations.AddIndex(
            model_name="absence",
            index=models.Index(fields=["last_day"], name="absence_last_day"),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["holiday", "sick", "training", "return_day", "other"])
                ),
                name="absence_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("half__in", ["whole", "morning", "afternoon"])),
                name="absence_half_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="absence_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("half", "whole"), ("last_day", models.F("first_day")), _connector="OR"
                ),
                name="absence_half_is_one_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="workpattern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True),
                    ("valid_until__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="work_pattern_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="workpattern",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekdays", ""), _negated=True), name="work_pattern_has_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="workpattern",
            constraint=models.UniqueConstraint(
                fields=("employee", "valid_from"), name="work_pattern_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="workpattern",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_until__isnull", True)),
                fields=("employee",),
                name="work_pattern_one_open",
            ),
        ),
        migrations.RunPython(install, remove),
    ]
