"""Names of the BRP, partly known dates of birth and what is sealed about a resident."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear

from cases.residents.recognition import search_key


def fill_keys(apps, schema_editor):
    """The words of a name to search in, and the parts of a complete date of birth."""
    Resident = apps.get_model("cases", "Resident")
    known = Resident.objects.filter(birth_date__isnull=False)
    known.update(
        birth_year=ExtractYear("birth_date"),
        birth_month=ExtractMonth("birth_date"),
        birth_day=ExtractDay("birth_date"),
    )
    rows = Resident.objects.exclude(name="").only("name").order_by("pk")
    batch = []
    for row in rows.iterator(chunk_size=2000):
        row.search_key = search_key(row.name)
        batch.append(row)
        if len(batch) == 2000:
            Resident.objects.bulk_update(batch, ["search_key"], batch_size=200)
            batch.clear()
    Resident.objects.bulk_update(batch, ["search_key"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_desk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Party",
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
                    "submission_key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("household", "Huishouden"),
                            ("representative", "Vertegenwoordiger"),
                            ("network", "Netwerk"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("partner", "Partner"),
                            ("child", "Kind"),
                            ("parent", "Ouder"),
                            ("housemate", "Overig"),
                            ("parent_guardian", "Ouder met gezag"),
                            ("guardian", "Voogd"),
                            ("mentor", "Mentor"),
                            ("administrator", "Bewindvoerder"),
                            ("curator", "Curator"),
                            ("proxy", "Gemachtigde"),
                            ("carer", "Mantelzorger"),
                            ("acquaintance", "Iemand uit het netwerk"),
                        ],
                        max_length=16,
                        verbose_name="rol",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="naam")),
                ("relation", models.CharField(blank=True, max_length=80, verbose_name="relatie")),
                (
                    "phone",
                    models.CharField(blank=True, max_length=16, verbose_name="telefoonnummer"),
                ),
                (
                    "organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="organisatie"),
                ),
                (
                    "can_do",
                    models.TextField(
                        blank=True, max_length=500, verbose_name="wat diegene kan doen"
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="geboortejaar"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "persoon rond een inwoner",
                "verbose_name_plural": "personen rond een inwoner",
            },
        ),
        migrations.CreateModel(
            name="ResidentBsn",
            fields=[
                (
                    "resident",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="cases.resident",
                    ),
                ),
                ("sealed", models.BinaryField(verbose_name="versleuteld")),
                ("mark", models.CharField(editable=False, max_length=64, unique=True)),
            ],
            options={
                "verbose_name": "burgerservicenummer",
                "verbose_name_plural": "burgerservicenummers",
            },
        ),
        migrations.CreateModel(
            name="SecretAddress",
            fields=[
                (
                    "resident",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="cases.resident",
                    ),
                ),
                ("sealed", models.BinaryField(verbose_name="versleuteld")),
            ],
            options={
                "verbose_name": "geheim adres",
                "verbose_name_plural": "geheime adressen",
            },
        ),
        migrations.AddField(
            model_name="resident",
            name="birth_day",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="geboortedag"
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="birth_month",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="geboortemaand"
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="birth_year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="geboortejaar"
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="deceased_on",
            field=models.DateField(blank=True, null=True, verbose_name="overleden op"),
        ),
        migrations.AddField(
            model_name="resident",
            name="email",
            field=models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
        ),
        migrations.AddField(
            model_name="resident",
            name="family_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="geslachtsnaam"),
        ),
        migrations.AddField(
            model_name="resident",
            name="form_of_address",
            field=models.CharField(blank=True, max_length=80, verbose_name="aanspreekvorm"),
        ),
        migrations.AddField(
            model_name="resident",
            name="gender",
            field=models.CharField(
                choices=[
                    ("M", "Man (heer)"),
                    ("V", "Vrouw (mevrouw)"),
                    ("O", "Onbekend of liever geen"),
                ],
                default="O",
                max_length=1,
                verbose_name="geslachtsaanduiding",
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="given_names",
            field=models.CharField(blank=True, max_length=200, verbose_name="voornamen"),
        ),
        migrations.AddField(
            model_name="resident",
            name="moved_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="verhuisd uit de gemeente op"
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="name_use",
            field=models.CharField(
                choices=[
                    ("E", "Eigen naam"),
                    ("P", "Naam van de partner"),
                    ("V", "Naam van de partner, dan de eigen naam"),
                    ("N", "Eigen naam, dan de naam van de partner"),
                ],
                default="E",
                max_length=1,
                verbose_name="naamgebruik",
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="other_phone",
            field=models.CharField(blank=True, max_length=16, verbose_name="ander telefoonnummer"),
        ),
        migrations.AddField(
            model_name="resident",
            name="partner_name",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="geslachtsnaam van de partner"
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="partner_prefix",
            field=models.CharField(
                blank=True, max_length=20, verbose_name="voorvoegsel van de partner"
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="prefix",
            field=models.CharField(blank=True, max_length=20, verbose_name="voorvoegsel"),
        ),
        migrations.AddField(
            model_name="resident",
            name="search_key",
            field=models.CharField(blank=True, editable=False, max_length=400),
        ),
        migrations.AddField(
            model_name="resident",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AlterField(
            model_name="resident",
            name="name",
            field=models.CharField(blank=True, max_length=200, verbose_name="naam"),
        ),
        migrations.AlterField(
            model_name="resident",
            name="phone",
            field=models.CharField(blank=True, max_length=16, verbose_name="telefoonnummer"),
        ),
        migrations.RunPython(fill_keys, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="resident",
            index=models.Index(
                condition=models.Q(("birth_year__isnull", False)),
                fields=["birth_year", "birth_month", "birth_day", "search_key"],
                name="resident_by_birth_and_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="resident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("birth_date", None),
                        ("birth_day", None),
                        ("birth_month", None),
                        ("birth_year", None),
                    ),
                    models.Q(
                        ("birth_day__isnull", False),
                        ("birth_month__isnull", False),
                        ("birth_year__isnull", False),
                        models.Q(
                            models.Q(
                                ("birth_day__range", (1, 31)),
                                ("birth_month__range", (1, 12)),
                                ("birth_year__gt", 0),
                                ("birth_date__isnull", False),
                            ),
                            models.Q(
                                ("birth_day", 0),
                                ("birth_month__range", (0, 12)),
                                ("birth_year__gt", 0),
                                ("birth_date", None),
                            ),
                            models.Q(
                                ("birth_date", None),
                                ("birth_day", 0),
                                ("birth_month", 0),
                                ("birth_year", 0),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="resident_birth_date_in_parts",
            ),
        ),
        migrations.AddConstraint(
            model_name="resident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("name_use__in", ["E", "P", "V", "N"]), ("gender__in", ["M", "V", "O"])
                ),
                name="resident_name_use_and_gender_known",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="resident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parties",
                to="cases.resident",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True),
                    ("valid_until__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="party_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("can_do", ""),
                        ("kind", "household"),
                        ("organisation", ""),
                        ("phone", ""),
                        ("relation", ""),
                        ("role__in", ["partner", "child", "parent", "housemate"]),
                    ),
                    models.Q(
                        ("birth_year", None),
                        ("can_do", ""),
                        ("kind", "representative"),
                        ("relation", ""),
                        (
                            "role__in",
                            [
                                "parent_guardian",
                                "guardian",
                                "mentor",
                                "administrator",
                                "curator",
                                "proxy",
                            ],
                        ),
                    ),
                    models.Q(
                        ("birth_year", None),
                        ("kind", "network"),
                        ("organisation", ""),
                        ("role__in", ["carer", "acquaintance"]),
                    ),
                    _connector="OR",
                ),
                name="party_holds_what_the_law_allows",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="party_has_a_name"
            ),
        ),
    ]
