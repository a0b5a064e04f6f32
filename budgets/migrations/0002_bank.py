"""Files and lines of the bank, and which request each part of a line belongs to (ADR 51)."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("budgets", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BankFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("fresh_count", models.PositiveIntegerField(default=0, verbose_name="nieuw")),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("mark", models.CharField(max_length=64, unique=True, verbose_name="kenmerk")),
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
                ("settled_at", models.DateTimeField(null=True, verbose_name="afgehandeld op")),
                ("reason", models.BinaryField(default=bytes, verbose_name="waarom opzij")),
                ("emptied_at", models.DateTimeField(null=True, verbose_name="leeggemaakt op")),
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
            },
        ),
        migrations.CreateModel(
            name="BankMatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(editable=False, unique=True)),
                ("amount_cents", models.BigIntegerField(verbose_name="bedrag in centen")),
                ("matched_at", models.DateTimeField(verbose_name="gekoppeld op")),
                ("undone_at", models.DateTimeField(null=True, verbose_name="teruggedraaid op")),
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_matches",
                        to="budgets.budgetrequest",
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
            ],
            options={
                "verbose_name": "koppeling van een bankregel",
                "verbose_name_plural": "koppelingen van bankregels",
                "ordering": ["matched_at", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="bankline",
            index=models.Index(
                fields=["is_incoming", "state", "answer_by"], name="bank_line_in_state"
            ),
        ),
        migrations.AddIndex(
            model_name="bankline",
            index=models.Index(fields=["account_mark"], name="bank_line_of_account"),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_cents__gt", 0)), name="bank_line_has_amount"
            ),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("matched_cents__gte", 0), ("matched_cents__lte", models.F("amount_cents"))
                ),
                name="bank_line_no_more_than_it_is",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("matched_cents", models.F("amount_cents")), ("state", "matched")),
                    models.Q(
                        models.Q(("state", "matched"), _negated=True),
                        ("matched_cents__lt", models.F("amount_cents")),
                    ),
                    _connector="OR",
                ),
                name="bank_line_matched_is_all_of_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("settled_at__isnull", False), ("state__in", ("matched", "set_aside"))
                    ),
                    models.Q(
                        models.Q(("state__in", ("matched", "set_aside")), _negated=True),
                        ("settled_at", None),
                    ),
                    _connector="OR",
                ),
                name="bank_line_settled_at_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankmatch",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_cents__gt", 0)), name="bank_match_has_amount"
            ),
        ),
        migrations.AddConstraint(
            model_name="bankmatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="bank_match_undone_by_somebody",
            ),
        ),
    ]
