# The table of uploaded extracts, and the report of their lines.

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_short_procedures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BrpUpload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.UUIDField(editable=False, unique=True, verbose_name="naam op schijf"),
                ),
                (
                    "submission_key",
                    models.UUIDField(
                        editable=False, unique=True, verbose_name="sleutel van het formulier"
                    ),
                ),
                ("uploaded_at", models.DateTimeField(verbose_name="geüpload op")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "Geüpload"),
                            ("checked", "Gecontroleerd"),
                            ("importing", "Importeren"),
                            ("done", "Klaar"),
                            ("failed", "Mislukt"),
                            ("cancelled", "Afgebroken"),
                        ],
                        default="uploaded",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                ("wrapped_key", models.BinaryField(null=True, verbose_name="sleutel")),
                ("checked_on", models.DateField(null=True, verbose_name="gecontroleerd op")),
                ("lines", models.PositiveIntegerField(null=True, verbose_name="regels")),
                ("faulty", models.PositiveIntegerField(null=True, verbose_name="foute regels")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                (
                    "refusal",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="waarom het mislukte"
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="geëindigd op")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="versie")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="geüpload door",
                    ),
                ),
            ],
            options={
                "verbose_name": "BRP-uittreksel",
                "verbose_name_plural": "BRP-uittreksels",
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="BrpFault",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.PositiveIntegerField(verbose_name="regel")),
                ("column", models.CharField(blank=True, max_length=40, verbose_name="kolom")),
                ("reason", models.CharField(max_length=200, verbose_name="reden")),
                (
                    "upload",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="faults",
                        to="cases.brpupload",
                    ),
                ),
            ],
            options={
                "verbose_name": "fout in een BRP-uittreksel",
                "verbose_name_plural": "fouten in een BRP-uittreksel",
                "ordering": ["line", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="brpupload",
            index=models.Index(
                condition=models.Q(("state__in", ("uploaded", "checked", "importing"))),
                fields=["uploaded_at"],
                name="brp_upload_live",
            ),
        ),
        migrations.AddConstraint(
            model_name="brpupload",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["uploaded", "checked", "importing", "done", "failed", "cancelled"],
                    )
                ),
                name="brp_upload_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="brpupload",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", True),
                        ("state__in", ("uploaded", "checked", "importing")),
                        ("wrapped_key__isnull", False),
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ("uploaded", "checked", "importing")), _negated=True
                        ),
                        ("ended_at__isnull", False),
                        ("wrapped_key__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="brp_upload_ended_has_no_key",
            ),
        ),
        migrations.AddIndex(
            model_name="brpfault",
            index=models.Index(fields=["upload", "line"], name="brp_fault_by_line"),
        ),
    ]
