"""The target profile of a cluster, with the rule that the database keeps (TP-1, TP-3)."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from clusters.profile import overlap


def install(apps: Any, schema_editor: Any) -> None:
    overlap.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    overlap.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("clusters", "0010_cover"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProfileWish",
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
                (
                    "fte",
                    models.DecimalField(
                        decimal_places=2, max_digits=5, verbose_name="gewenste fte"
                    ),
                ),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wishes",
                        to="clusters.cluster",
                    ),
                ),
                (
                    "specialism",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wishes",
                        to="clusters.specialism",
                        verbose_name="specialisme",
                    ),
                ),
            ],
            options={
                "verbose_name": "wens in een profiel",
                "verbose_name_plural": "wensen in profielen",
                "ordering": ["cluster", "specialism", "valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="profile_wish_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fte__gte", 0)), name="profile_wish_not_negative"
                    ),
                    models.UniqueConstraint(
                        fields=("cluster", "specialism", "valid_from"),
                        name="profile_wish_once_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("valid_until__isnull", True)),
                        fields=("cluster", "specialism"),
                        name="profile_wish_one_open",
                    ),
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
