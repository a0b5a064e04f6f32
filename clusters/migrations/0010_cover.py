"""Who does whose work for a while, with the rules that the database keeps (WN-1, WN-3, WN-4)."""

import uuid
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from clusters.cover import overlap


def install(apps: Any, schema_editor: Any) -> None:
    overlap.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    overlap.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("clusters", "0009_absence"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("first_day", models.DateField(verbose_name="eerste dag")),
                ("last_day", models.DateField(verbose_name="laatste dag")),
                ("arranged_at", models.DateTimeField(verbose_name="geregeld op")),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="eerder beëindigd op"),
                ),
                (
                    "arranged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers_for",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="waarnemer",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
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
            ],
            options={
                "verbose_name": "waarneming",
                "verbose_name_plural": "waarnemingen",
                "ordering": ["first_day", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["deputy", "last_day"],
                        name="cover_of_deputy",
                    ),
                    models.Index(fields=["employee", "last_day"], name="cover_of_employee"),
                    models.Index(fields=["last_day"], name="cover_last_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="cover_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("employee", models.F("deputy")), _negated=True),
                        name="cover_deputy_is_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="cover_ended_by_somebody",
                    ),
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
