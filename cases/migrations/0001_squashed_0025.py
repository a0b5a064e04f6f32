"""Every table of this app at once: what a new database gets (see common/creating.py)."""

import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import common.creating


class Migration(migrations.Migration):
    replaces = [
        ("cases", "0001_initial"),
        ("cases", "0002_norm_has_hours_or_days"),
        ("cases", "0003_safe_contact_card"),
        ("cases", "0004_move_safe_contact"),
        ("cases", "0005_desk"),
        ("cases", "0006_residents"),
        ("cases", "0007_intakes"),
        ("cases", "0008_talks"),
        ("cases", "0009_consents"),
        ("cases", "0010_resident_merges"),
        ("cases", "0011_short_procedures"),
        ("cases", "0012_brp_uploads"),
        ("cases", "0013_signed_reports"),
        ("cases", "0014_sounds"),
        ("cases", "0015_community_map"),
        ("cases", "0016_dossiers"),
        ("cases", "0017_mandates"),
        ("cases", "0018_decisions"),
        ("cases", "0019_papers"),
        ("cases", "0020_plans"),
        ("cases", "0021_tasks_documents"),
        ("cases", "0022_matches"),
        ("cases", "0023_file_lines"),
        ("cases", "0024_line_kinds"),
        ("cases", "0025_working_together"),
    ]

    initial = True

    dependencies = [
        ("audit", "0001_initial"),
        ("clusters", "0008_closing_day_by_decree"),
    ]

    operations = [
        common.creating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="AdviceNorm",
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
                            models.PositiveSmallIntegerField(verbose_name="aantal werkdagen"),
                        ),
                    ],
                    options={
                        "verbose_name": "norm voor adviesvragen",
                        "verbose_name_plural": "normen voor adviesvragen",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FileColleague",
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="colleagues",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="collega",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("helper", "Helpt mee"),
                                    ("adviser", "Wmo-adviseur"),
                                    ("volunteers", "Zoekt vrijwilligers"),
                                    ("reader", "Denkt mee"),
                                    ("former", "Vorige casusregisseur"),
                                    ("preview", "Leest vóór de overdracht"),
                                ],
                                max_length=10,
                                verbose_name="wat doet deze collega",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="vanaf")),
                        ("until", models.DateField(null=True, verbose_name="tot en met")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="beëindigd op")),
                    ],
                    options={
                        "verbose_name": "collega in een dossier",
                        "verbose_name_plural": "collega's in dossiers",
                        "ordering": ["since", "pk"],
                        "indexes": [
                            models.Index(fields=["employee", "file"], name="file_by_colleague")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("ended_at__isnull", True), ("until__isnull", True)
                                ),
                                fields=("file", "employee"),
                                name="file_colleague_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "helper",
                                            "adviser",
                                            "volunteers",
                                            "reader",
                                            "former",
                                            "preview",
                                        ],
                                    )
                                ),
                                name="file_colleague_role_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallbackSubject",
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
                    ],
                    options={
                        "verbose_name": "onderwerp van een terugbelverzoek",
                        "verbose_name_plural": "onderwerpen van terugbelverzoeken",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CallbackOutcome",
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
                    ],
                    options={
                        "verbose_name": "uitkomst van een terugbelverzoek",
                        "verbose_name_plural": "uitkomsten van terugbelverzoeken",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CallbackNorm",
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
                            "hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="werkuren"
                            ),
                        ),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="werkdagen"
                            ),
                        ),
                        (
                            "remind_minutes",
                            models.PositiveSmallIntegerField(
                                verbose_name="herinneren vooraf (werkminuten)"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "terugbelnorm",
                        "verbose_name_plural": "terugbelnormen",
                        "ordering": ["position", "code"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("days__gte", 1),
                                        ("days__isnull", False),
                                        ("hours__isnull", True),
                                    ),
                                    models.Q(
                                        ("days__isnull", True),
                                        ("hours__gte", 1),
                                        ("hours__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="callback_norm_hours_or_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("code__in", ["spoed", "normaal", "ruim"])),
                                name="callback_norm_known_urgency",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Resident",
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
                        ("name", models.CharField(blank=True, max_length=200, verbose_name="naam")),
                        (
                            "is_anonymous",
                            models.BooleanField(default=False, verbose_name="wil anoniem blijven"),
                        ),
                        (
                            "given_names",
                            models.CharField(blank=True, max_length=200, verbose_name="voornamen"),
                        ),
                        (
                            "prefix",
                            models.CharField(blank=True, max_length=20, verbose_name="voorvoegsel"),
                        ),
                        (
                            "family_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="geslachtsnaam"
                            ),
                        ),
                        (
                            "partner_prefix",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="voorvoegsel van de partner"
                            ),
                        ),
                        (
                            "partner_name",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="geslachtsnaam van de partner",
                            ),
                        ),
                        (
                            "name_use",
                            models.CharField(
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
                        (
                            "gender",
                            models.CharField(
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
                        (
                            "form_of_address",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="aanspreekvorm"
                            ),
                        ),
                        (
                            "search_key",
                            models.CharField(blank=True, editable=False, max_length=400),
                        ),
                        ("sound_key", models.CharField(blank=True, editable=False, max_length=61)),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=16, verbose_name="telefoonnummer"
                            ),
                        ),
                        (
                            "other_phone",
                            models.CharField(
                                blank=True, max_length=16, verbose_name="ander telefoonnummer"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mailadres"
                            ),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=6, verbose_name="postcode"),
                        ),
                        (
                            "house_number",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="huisnummer"
                            ),
                        ),
                        (
                            "house_suffix",
                            models.CharField(blank=True, max_length=10, verbose_name="toevoeging"),
                        ),
                        (
                            "birth_date",
                            models.DateField(blank=True, null=True, verbose_name="geboortedatum"),
                        ),
                        (
                            "birth_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="geboortejaar"
                            ),
                        ),
                        (
                            "birth_month",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="geboortemaand"
                            ),
                        ),
                        (
                            "birth_day",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="geboortedag"
                            ),
                        ),
                        (
                            "deceased_on",
                            models.DateField(blank=True, null=True, verbose_name="overleden op"),
                        ),
                        (
                            "moved_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="verhuisd uit de gemeente op"
                            ),
                        ),
                        (
                            "address_secret",
                            models.BooleanField(default=False, verbose_name="geheim adres"),
                        ),
                        (
                            "may_be_called",
                            models.BooleanField(default=True, verbose_name="mag gebeld worden"),
                        ),
                        (
                            "voicemail_allowed",
                            models.BooleanField(default=False, verbose_name="voicemail mag"),
                        ),
                        (
                            "hide_municipality",
                            models.BooleanField(
                                default=False, verbose_name="noem de gemeente niet"
                            ),
                        ),
                        (
                            "hide_number",
                            models.BooleanField(
                                default=False, verbose_name="nummer niet in lijsten"
                            ),
                        ),
                        (
                            "call_from",
                            models.TimeField(
                                blank=True, null=True, verbose_name="alleen bellen vanaf"
                            ),
                        ),
                        (
                            "call_until",
                            models.TimeField(
                                blank=True, null=True, verbose_name="alleen bellen tot"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(blank=True, max_length=40, verbose_name="taal"),
                        ),
                        (
                            "needs_interpreter",
                            models.BooleanField(default=False, verbose_name="tolk nodig"),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd op"),
                        ),
                    ],
                    options={
                        "verbose_name": "inwoner",
                        "verbose_name_plural": "inwoners",
                        "indexes": [
                            models.Index(fields=["phone"], name="resident_by_phone"),
                            models.Index(
                                condition=models.Q(("other_phone", ""), _negated=True),
                                fields=["other_phone"],
                                name="resident_by_other_phone",
                            ),
                            models.Index(
                                condition=models.Q(("sound_key", ""), _negated=True),
                                fields=["sound_key"],
                                name="resident_by_sound",
                            ),
                            models.Index(
                                condition=models.Q(("postcode", ""), _negated=True),
                                fields=["postcode"],
                                name="resident_by_postcode",
                            ),
                            models.Index(
                                condition=models.Q(("birth_year__isnull", False)),
                                fields=["birth_year", "birth_month", "birth_day", "search_key"],
                                name="resident_by_birth_and_name",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("is_anonymous", True), ("name", "")),
                                    models.Q(
                                        ("is_anonymous", False),
                                        models.Q(("name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="resident_name_unless_anonymous",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("address_secret", False),
                                    models.Q(
                                        ("house_number__isnull", True),
                                        ("house_suffix", ""),
                                        ("postcode", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="resident_secret_address_not_kept",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("call_from__isnull", True), ("call_until__isnull", True)
                                    ),
                                    models.Q(
                                        ("call_from__isnull", False),
                                        ("call_until__gt", models.F("call_from")),
                                    ),
                                    _connector="OR",
                                ),
                                name="resident_call_hours_order",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("name_use__in", ["E", "P", "V", "N"]),
                                    ("gender__in", ["M", "V", "O"]),
                                ),
                                name="resident_name_use_and_gender_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("merged_into", None),
                                    models.Q(
                                        ("is_anonymous", True), ("phone", ""), ("postcode", "")
                                    ),
                                    _connector="OR",
                                ),
                                name="resident_merged_is_empty",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Party",
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
                        ("valid_from", models.DateField(verbose_name="geldig vanaf")),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="geldig tot en met"
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parties",
                                to="cases.resident",
                            ),
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
                        (
                            "relation",
                            models.CharField(blank=True, max_length=80, verbose_name="relatie"),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=16, verbose_name="telefoonnummer"
                            ),
                        ),
                        (
                            "organisation",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="organisatie"
                            ),
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="party_period",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="party_has_a_name",
                            ),
                        ],
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
                migrations.CreateModel(
                    name="RecipientKind",
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
                            "needs_explicit",
                            models.BooleanField(
                                default=False, verbose_name="alleen met uitdrukkelijke toestemming"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "soort ontvanger",
                        "verbose_name_plural": "soorten ontvangers",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DataCategory",
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
                            "needs_explicit",
                            models.BooleanField(
                                default=False, verbose_name="alleen met uitdrukkelijke toestemming"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "soort gegevens",
                        "verbose_name_plural": "soorten gegevens",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SharingGround",
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
                            "law",
                            models.CharField(
                                blank=True, default="", max_length=80, verbose_name="wetsartikel"
                            ),
                        ),
                        (
                            "is_consent",
                            models.BooleanField(
                                default=False, verbose_name="iemand geeft toestemming"
                            ),
                        ),
                        (
                            "is_explicit",
                            models.BooleanField(default=False, verbose_name="is uitdrukkelijk"),
                        ),
                    ],
                    options={
                        "verbose_name": "grondslag om te delen",
                        "verbose_name_plural": "grondslagen om te delen",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
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
                        ("valid_from", models.DateField(verbose_name="geldig vanaf")),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="geldig tot en met"
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        ("words", models.BinaryField(verbose_name="versleuteld")),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "recipient_kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.recipientkind",
                            ),
                        ),
                        (
                            "ground",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.sharingground",
                            ),
                        ),
                        (
                            "given_by",
                            models.CharField(
                                choices=[
                                    ("resident", "De inwoner zelf"),
                                    ("representative", "De wettelijk vertegenwoordiger"),
                                    ("both", "De inwoner en de wettelijk vertegenwoordiger"),
                                    ("nobody", "Niemand: de wet staat het toe"),
                                ],
                                max_length=14,
                                verbose_name="door wie",
                            ),
                        ),
                        (
                            "representative",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="cases.party",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[("oral", "Mondeling"), ("written", "Schriftelijk")],
                                max_length=7,
                                verbose_name="hoe",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="gegeven op")),
                        ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(null=True, verbose_name="ingetrokken op"),
                        ),
                        (
                            "withdrawn_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("resident", "De inwoner zelf"),
                                    ("representative", "De wettelijk vertegenwoordiger"),
                                    ("both", "De inwoner en de wettelijk vertegenwoordiger"),
                                    ("nobody", "Niemand: de wet staat het toe"),
                                ],
                                max_length=14,
                                verbose_name="ingetrokken door",
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                null=True, verbose_name="intrekking vastgelegd op"
                            ),
                        ),
                        (
                            "withdrawn_noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawal",
                            models.BinaryField(
                                null=True, verbose_name="reden van intrekking, versleuteld"
                            ),
                        ),
                        (
                            "categories",
                            models.ManyToManyField(related_name="+", to="cases.datacategory"),
                        ),
                    ],
                    options={
                        "verbose_name": "toestemming",
                        "verbose_name_plural": "toestemmingen",
                        "indexes": [
                            models.Index(
                                fields=["resident", "valid_from"], name="consent_by_resident"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="consent_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("given_by", "resident"), ("representative", None)),
                                    models.Q(
                                        ("given_by__in", ["representative", "both"]),
                                        ("representative__isnull", False),
                                    ),
                                    models.Q(
                                        ("given_by", "nobody"),
                                        ("representative", None),
                                        ("way", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="consent_given_by_somebody_or_the_law",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("given_by", "nobody"),
                                    ("way__in", ["oral", "written"]),
                                    _connector="OR",
                                ),
                                name="consent_way_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("given_on__lte", models.F("valid_from"))),
                                name="consent_begins_once_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawal", None),
                                        ("withdrawn_at", None),
                                        ("withdrawn_by", ""),
                                        ("withdrawn_noted_by", None),
                                        ("withdrawn_on", None),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        (
                                            "withdrawn_by__in",
                                            ["resident", "representative", "both", "nobody"],
                                        ),
                                        ("withdrawn_noted_by__isnull", False),
                                        ("withdrawn_on__gte", models.F("given_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="consent_withdrawn_once_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResidentMerge",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        (
                            "winner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "loser",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
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
                        ("at", models.DateTimeField(verbose_name="samengevoegd op")),
                        ("undo_until", models.DateTimeField(verbose_name="ongedaan te maken tot")),
                        ("winner_version", models.PositiveIntegerField()),
                        ("content", models.BinaryField(default=bytes, verbose_name="hoe het was")),
                        (
                            "undone_at",
                            models.DateTimeField(null=True, verbose_name="ongedaan gemaakt op"),
                        ),
                    ],
                    options={
                        "verbose_name": "samenvoeging van inwoners",
                        "verbose_name_plural": "samenvoegingen van inwoners",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("content", b""), _negated=True),
                                fields=["undo_until"],
                                name="merge_to_forget",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("winner", models.F("loser")), _negated=True),
                                name="merge_of_two",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("undone_at", None)),
                                fields=("loser",),
                                name="merge_loser_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvolvedProfessional",
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
                        ("valid_from", models.DateField(verbose_name="geldig vanaf")),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="geldig tot en met"
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        ("words", models.BinaryField(verbose_name="versleuteld")),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="professionals",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.recipientkind",
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="professionals",
                                to="cases.consent",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "verbose_name": "betrokken professional",
                        "verbose_name_plural": "betrokken professionals",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="professional_period",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallbackRequest",
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
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="callbacks",
                                to="cases.resident",
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        ("registered_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "registered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "registered_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "neighbourhood",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.neighbourhood",
                            ),
                        ),
                        (
                            "cluster",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="callbacks",
                                to="clusters.cluster",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="callbacks",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "routing_reason",
                            models.CharField(max_length=300, verbose_name="waarom dit team"),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.callbacksubject",
                            ),
                        ),
                        ("question", models.TextField(max_length=1000, verbose_name="vraag")),
                        (
                            "urgency",
                            models.CharField(
                                choices=[
                                    ("spoed", "Spoed"),
                                    ("normaal", "Normaal"),
                                    ("ruim", "Ruim"),
                                ],
                                max_length=8,
                                verbose_name="urgentie",
                            ),
                        ),
                        (
                            "window_from",
                            models.DateTimeField(null=True, verbose_name="gewenst vanaf"),
                        ),
                        (
                            "window_until",
                            models.DateTimeField(null=True, verbose_name="gewenst tot"),
                        ),
                        ("caller_mark", models.CharField(editable=False, max_length=64, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Nog niet opgepakt"),
                                    ("claimed", "Opgepakt"),
                                    ("stuck", "Niet bereikt, keuze nodig"),
                                    ("paused", "Wacht op inwoner"),
                                    ("closed", "Afgesloten"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("due_at", models.DateTimeField(verbose_name="uiterlijk terugbellen")),
                        ("escalate_at", models.DateTimeField(verbose_name="twee keer de termijn")),
                        ("term_round", models.PositiveSmallIntegerField(default=1)),
                        (
                            "paused_at",
                            models.DateTimeField(null=True, verbose_name="gepauzeerd op"),
                        ),
                        ("paused_until", models.DateTimeField(null=True, verbose_name="pauze tot")),
                        (
                            "pause_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("resident", "Inwoner belt of mailt zelf terug"),
                                    ("away", "Inwoner is er tijdelijk niet"),
                                    ("papers", "Inwoner zoekt gegevens op"),
                                    ("letter", "Brief gestuurd"),
                                    ("visit", "Huisbezoek gepland"),
                                ],
                                max_length=10,
                                verbose_name="reden van de pauze",
                            ),
                        ),
                        (
                            "failed_attempts",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="mislukte pogingen"
                            ),
                        ),
                        (
                            "first_attempt_at",
                            models.DateTimeField(null=True, verbose_name="eerste poging"),
                        ),
                        (
                            "first_attempt_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "first_attempt_minutes",
                            models.PositiveIntegerField(
                                null=True, verbose_name="werkminuten tot eerste poging"
                            ),
                        ),
                        (
                            "outcome",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.callbackoutcome",
                            ),
                        ),
                        (
                            "outcome_note",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="toelichting bij de uitkomst",
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(null=True, verbose_name="afgesloten op"),
                        ),
                    ],
                    options={
                        "verbose_name": "terugbelverzoek",
                        "verbose_name_plural": "terugbelverzoeken",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "closed"), _negated=True),
                                fields=["team", "due_at", "id"],
                                name="callback_open_by_team",
                            ),
                            models.Index(
                                condition=models.Q(("state", "closed"), _negated=True),
                                fields=["handler", "due_at"],
                                name="callback_open_by_handler",
                            ),
                            models.Index(
                                fields=["registered_in", "-registered_at"], name="callback_by_desk"
                            ),
                            models.Index(
                                fields=["team", "-closed_at", "-id"], name="callback_closed_by_team"
                            ),
                            models.Index(
                                fields=["team", "first_attempt_at"], name="callback_first_attempts"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["waiting", "claimed", "stuck", "paused", "closed"],
                                    )
                                ),
                                name="callback_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["waiting", "closed"]),
                                    ("handler__isnull", False),
                                    _connector="OR",
                                ),
                                name="callback_open_on_a_desk",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "waiting"), _negated=True),
                                    ("handler__isnull", True),
                                    _connector="OR",
                                ),
                                name="callback_waiting_on_no_desk",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("outcome__isnull", False),
                                        ("state", "closed"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "closed"), _negated=True),
                                        ("closed_at__isnull", True),
                                        ("outcome__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="callback_closed_has_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("paused_until__isnull", False), ("state", "paused")),
                                    models.Q(
                                        models.Q(("state", "paused"), _negated=True),
                                        ("paused_until__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="callback_paused_has_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("escalate_at__gt", models.F("due_at"))),
                                name="callback_escalates_after_term",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "closed"), _negated=True),
                                fields=("caller_mark",),
                                name="callback_one_open_per_caller",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallbackAttempt",
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
                            "callback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attempts",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        ("at", models.DateTimeField(verbose_name="tijdstip")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("spoken", "Gesproken"),
                                    ("voicemail", "Voicemail ingesproken"),
                                    ("no_answer", "Geen gehoor"),
                                    ("wrong_number", "Verkeerd nummer"),
                                    ("later", "Gesproken, wil later gebeld worden"),
                                ],
                                max_length=12,
                                verbose_name="resultaat",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(blank=True, max_length=1000, verbose_name="notitie"),
                        ),
                        (
                            "again_at",
                            models.DateTimeField(null=True, verbose_name="opnieuw bellen op"),
                        ),
                    ],
                    options={
                        "verbose_name": "belpoging",
                        "verbose_name_plural": "belpogingen",
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CallbackStep",
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
                            "callback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="tijdstip")),
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
                            "step",
                            models.CharField(
                                choices=[
                                    ("registered", "Vastgelegd"),
                                    ("claimed", "Opgepakt"),
                                    ("released", "Teruggegeven aan het team"),
                                    ("forwarded", "Doorgestuurd naar een ander team"),
                                    ("assigned", "Gegeven aan een collega"),
                                    ("attempted", "Gebeld"),
                                    ("chosen", "Vervolg gekozen"),
                                    ("paused", "Wacht op inwoner"),
                                    ("resumed", "Hervat"),
                                    ("closed", "Afgesloten"),
                                    ("cancelled", "Ingetrokken"),
                                    ("reopened", "Heropend"),
                                    ("extended", "Vraag toegevoegd"),
                                    ("card_changed", "Veilig bellen aangepast"),
                                ],
                                max_length=16,
                                verbose_name="stap",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="toelichting"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stap van een terugbelverzoek",
                        "verbose_name_plural": "stappen van een terugbelverzoek",
                        "ordering": ["-at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "step__in",
                                        [
                                            "registered",
                                            "claimed",
                                            "released",
                                            "forwarded",
                                            "assigned",
                                            "attempted",
                                            "chosen",
                                            "paused",
                                            "resumed",
                                            "closed",
                                            "cancelled",
                                            "reopened",
                                            "extended",
                                            "card_changed",
                                        ],
                                    )
                                ),
                                name="step_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallbackReminder",
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
                            "callback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminders",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("before", "Vóór de termijn: behandelaar of team"),
                                    ("term", "Op de termijn: wijkteammanager"),
                                    ("twice", "Twee keer de termijn: algemeen manager"),
                                    ("pause", "Pauze voorbij: behandelaar"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("term_round", models.PositiveSmallIntegerField()),
                        ("due_at", models.DateTimeField(verbose_name="op")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pending", "Staat klaar"),
                                    ("done", "Gedaan"),
                                    ("dropped", "Vervallen"),
                                ],
                                default="pending",
                                max_length=8,
                            ),
                        ),
                        ("done_at", models.DateTimeField(null=True, verbose_name="gedaan op")),
                    ],
                    options={
                        "verbose_name": "herinnering",
                        "verbose_name_plural": "herinneringen",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "pending")),
                                fields=["due_at", "id"],
                                name="reminder_pending",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("callback", "kind", "term_round"),
                                name="reminder_once_per_term",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["pending", "done", "dropped"])),
                                name="reminder_state_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionSet",
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
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="question_sets",
                                to="cases.callbacksubject",
                                verbose_name="onderwerp",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                                verbose_name="team",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
                    ],
                    options={
                        "verbose_name": "vragenset",
                        "verbose_name_plural": "vragensets",
                        "ordering": ["subject", "team"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("team__isnull", False)),
                                fields=("subject", "team"),
                                name="question_set_of_team_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("team__isnull", True)),
                                fields=("subject",),
                                name="question_set_of_all_teams_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionSetVersion",
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
                            "question_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="cases.questionset",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                        ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(null=True, verbose_name="in gebruik sinds"),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versie van een vragenset",
                        "verbose_name_plural": "versies van vragensets",
                        "ordering": ["question_set", "-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("question_set", "number"), name="question_set_version_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("published_at__isnull", True)),
                                fields=("question_set",),
                                name="question_set_one_draft",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("published_at__isnull", True),
                                        ("published_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("published_at__isnull", False),
                                        ("published_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="question_set_published_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SetQuestion",
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="cases.questionsetversion",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        ("text", models.CharField(max_length=200, verbose_name="vraag")),
                        (
                            "help_text",
                            models.CharField(blank=True, max_length=200, verbose_name="uitleg"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("short", "Korte tekst"),
                                    ("long", "Lange tekst"),
                                    ("choice", "Keuze uit een lijst"),
                                    ("yes_no", "Ja of nee"),
                                ],
                                max_length=6,
                                verbose_name="soort antwoord",
                            ),
                        ),
                        (
                            "options",
                            models.TextField(blank=True, max_length=1000, verbose_name="keuzes"),
                        ),
                        (
                            "is_required",
                            models.BooleanField(default=False, verbose_name="verplicht"),
                        ),
                    ],
                    options={
                        "verbose_name": "vraag in een vragenset",
                        "verbose_name_plural": "vragen in vragensets",
                        "ordering": ["version", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "position"), name="set_question_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["short", "long", "choice", "yes_no"])
                                ),
                                name="set_question_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "choice"), models.Q(("options", ""), _negated=True)
                                    ),
                                    models.Q(
                                        models.Q(("kind", "choice"), _negated=True), ("options", "")
                                    ),
                                    _connector="OR",
                                ),
                                name="set_question_choice_has_options",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallbackAnswer",
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
                            "callback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.questionsetversion",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        ("question", models.CharField(max_length=200, verbose_name="vraag")),
                        ("answer", models.TextField(max_length=1000, verbose_name="antwoord")),
                    ],
                    options={
                        "verbose_name": "antwoord uit een vragenset",
                        "verbose_name_plural": "antwoorden uit vragensets",
                        "ordering": ["callback", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AddedQuestion",
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
                            "callback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="added_questions",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.callbacksubject",
                            ),
                        ),
                        ("question", models.TextField(max_length=1000, verbose_name="vraag")),
                        ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "toegevoegde vraag",
                        "verbose_name_plural": "toegevoegde vragen",
                        "ordering": ["callback", "added_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ResidentFile",
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
                        ("uuid", models.UUIDField(editable=False, unique=True)),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "director",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="directed_files",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Lopend"), ("closed", "Afgesloten")],
                                default="open",
                                max_length=6,
                                verbose_name="status",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(verbose_name="geopend op")),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="afgesloten op")),
                        ("touched_on", models.DateField(verbose_name="laatst gewijzigd op")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("data_key", models.BinaryField(verbose_name="sleutel van het dossier")),
                        ("content", models.BinaryField(default=bytes, verbose_name="let op")),
                    ],
                    options={
                        "verbose_name": "dossier",
                        "verbose_name_plural": "dossiers",
                        "ordering": ["-opened_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["team", "state", "opened_at"], name="file_of_team"
                            ),
                            models.Index(
                                fields=["director", "state", "opened_at"], name="file_of_director"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("state", "open")),
                                    models.Q(("ended_at__isnull", False), ("state", "closed")),
                                    _connector="OR",
                                ),
                                name="file_closed_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_at__isnull", True),
                                    ("ended_at__gte", models.F("opened_at")),
                                    _connector="OR",
                                ),
                                name="file_ends_after_begin",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseDirection",
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="directions",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "director",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("since", models.DateTimeField(verbose_name="vanaf")),
                        ("until", models.DateTimeField(null=True, verbose_name="tot")),
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
                        "verbose_name": "casusregie",
                        "verbose_name_plural": "casusregie",
                        "ordering": ["-since", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("until__isnull", True)),
                                fields=("file",),
                                name="one_direction_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("until__gte", models.F("since")),
                                    _connector="OR",
                                ),
                                name="direction_ends_after_begin",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceAnswer",
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
                    ],
                    options={
                        "verbose_name": "uitkomst van informatie en advies",
                        "verbose_name_plural": "uitkomsten van informatie en advies",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AdviceContact",
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
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="dag")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("walk_in", "Inloop"),
                                    ("phone", "Telefoon"),
                                    ("street", "In de wijk"),
                                ],
                                max_length=7,
                                verbose_name="kanaal",
                            ),
                        ),
                        (
                            "topic",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.callbacksubject",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.adviceanswer",
                            ),
                        ),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="minuten")),
                    ],
                    options={
                        "verbose_name": "contact informatie en advies",
                        "verbose_name_plural": "contacten informatie en advies",
                        "indexes": [models.Index(fields=["team", "on"], name="advice_by_team")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minutes__gte", 1), ("minutes__lte", 240)),
                                name="advice_minutes",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WmoNotification",
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
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notifications",
                                to="cases.resident",
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        (
                            "callback",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notification",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notifications",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("registered_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "registered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("call", "Gesprek of telefoon"),
                                    ("callback", "Terugbelverzoek"),
                                    ("walk_in", "Inloopspreekuur"),
                                    ("letter", "Brief of e-mail"),
                                    ("professional", "Andere professional"),
                                    ("outreach", "Wij gingen zelf langs (outreach)"),
                                ],
                                max_length=12,
                                verbose_name="kanaal",
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="datum van de melding")),
                        (
                            "reported_by",
                            models.CharField(
                                choices=[
                                    ("resident", "De inwoner zelf"),
                                    ("family", "Mantelzorger, familie of buren"),
                                    (
                                        "representative",
                                        "Wettelijk vertegenwoordiger of gemachtigde",
                                    ),
                                    ("professional", "Een andere professional"),
                                    ("colleague", "Een medewerker van ons"),
                                ],
                                max_length=14,
                                verbose_name="door wie",
                            ),
                        ),
                        (
                            "reporter_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="naam van de melder"
                            ),
                        ),
                        (
                            "question",
                            models.TextField(
                                max_length=4000, verbose_name="vraag in eigen woorden"
                            ),
                        ),
                        ("is_urgent", models.BooleanField(default=False, verbose_name="spoed")),
                        (
                            "urgent_reason",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="reden van de spoed"
                            ),
                        ),
                        (
                            "urgent_due_at",
                            models.DateTimeField(
                                null=True, verbose_name="tijdelijke voorziening uiterlijk"
                            ),
                        ),
                        (
                            "is_short",
                            models.BooleanField(default=False, verbose_name="verkorte procedure"),
                        ),
                        (
                            "plan_until",
                            models.DateField(verbose_name="persoonlijk plan tot en met"),
                        ),
                        ("due_at", models.DateTimeField(verbose_name="einde van de zes weken")),
                        ("confirm_by", models.DateTimeField(verbose_name="bevestigen vóór")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Ontvangen"),
                                    ("confirmed", "Bevestigd"),
                                    ("investigating", "In onderzoek"),
                                    ("investigated", "Onderzocht"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("no_follow_up", "Geen vervolg"),
                                ],
                                default="received",
                                max_length=13,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(null=True, verbose_name="bevestigd op"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="afgerond op")),
                        (
                            "end_reason",
                            models.TextField(blank=True, max_length=1000, verbose_name="reden"),
                        ),
                    ],
                    options={
                        "verbose_name": "Wmo-melding",
                        "verbose_name_plural": "Wmo-meldingen",
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("state__in", ("received", "confirmed", "investigating"))
                                ),
                                fields=["team", "due_at", "id"],
                                name="notification_open_by_team",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("state__in", ("received", "confirmed", "investigating"))
                                ),
                                fields=["handler", "due_at"],
                                name="notification_open_by_handler",
                            ),
                            models.Index(
                                fields=["team", "-ended_at", "-id"],
                                name="notification_ended_by_team",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "received",
                                            "confirmed",
                                            "investigating",
                                            "investigated",
                                            "withdrawn",
                                            "no_follow_up",
                                        ],
                                    )
                                ),
                                name="notification_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("is_urgent", True),
                                        ("urgent_due_at__isnull", False),
                                        models.Q(("urgent_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("is_urgent", False),
                                        ("urgent_due_at__isnull", True),
                                        ("urgent_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="notification_urgent_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reported_by", "resident"), ("reporter_name", "")),
                                    models.Q(
                                        models.Q(("reported_by", "resident"), _negated=True),
                                        models.Q(("reporter_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="notification_reporter_has_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("state__in", ("received", "confirmed", "investigating")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            (
                                                "state__in",
                                                ("received", "confirmed", "investigating"),
                                            ),
                                            _negated=True,
                                        ),
                                        ("ended_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="notification_ended_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "state__in",
                                            ["confirmed", "investigating", "investigated"],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("confirmed_at__isnull", False), ("handler__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="notification_confirmed_by_handler",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("plan_until__gt", models.F("received_on"))),
                                name="notification_plan_after_melding",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NotificationStep",
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
                            "notification",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="cases.wmonotification",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="tijdstip")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                choices=[
                                    ("registered", "Vastgelegd"),
                                    ("claimed", "Opgepakt"),
                                    ("released", "Teruggegeven aan het team"),
                                    ("assigned", "Gegeven aan een collega"),
                                    ("confirmed", "Bevestiging verstuurd"),
                                    ("triaged", "Triage vastgelegd"),
                                    ("support", "Cliëntondersteuning aangeboden"),
                                    ("oco_asked", "Cliëntondersteuning gevraagd"),
                                    ("started", "Onderzoek gestart"),
                                    ("completed", "Onderzoek afgerond"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("dropped", "Geen vervolg"),
                                ],
                                max_length=12,
                                verbose_name="stap",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="toelichting"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stap van een melding",
                        "verbose_name_plural": "stappen van een melding",
                        "ordering": ["-at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "act__in",
                                        [
                                            "registered",
                                            "claimed",
                                            "released",
                                            "assigned",
                                            "confirmed",
                                            "triaged",
                                            "support",
                                            "oco_asked",
                                            "started",
                                            "completed",
                                            "withdrawn",
                                            "dropped",
                                        ],
                                    )
                                ),
                                name="notification_act_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NotificationReminder",
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
                            "notification",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminders",
                                to="cases.wmonotification",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("urgent", "Spoednorm voorbij: behandelaar en manager"),
                                    ("confirm", "Nog niet bevestigd: behandelaar of team"),
                                    (
                                        "before",
                                        "Vóór het einde van de zes weken: behandelaar of team",
                                    ),
                                    ("end", "Zes weken voorbij: behandelaar en manager"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("due_at", models.DateTimeField(verbose_name="op")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pending", "Staat klaar"),
                                    ("done", "Gedaan"),
                                    ("dropped", "Vervallen"),
                                ],
                                default="pending",
                                max_length=8,
                            ),
                        ),
                        ("done_at", models.DateTimeField(null=True, verbose_name="gedaan op")),
                    ],
                    options={
                        "verbose_name": "herinnering van een melding",
                        "verbose_name_plural": "herinneringen van meldingen",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "pending")),
                                fields=["due_at", "id"],
                                name="notification_reminder_due",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("notification", "kind"), name="notification_reminder_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["pending", "done", "dropped"])),
                                name="notification_reminder_state",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LifeDomain",
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
                            "zrm",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=20,
                                verbose_name="domeinen van de ZRM",
                            ),
                        ),
                        (
                            "positive_health",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=40,
                                verbose_name="dimensie van positieve gezondheid",
                            ),
                        ),
                        (
                            "needs_reason",
                            models.BooleanField(default=False, verbose_name="alleen met een reden"),
                        ),
                    ],
                    options={
                        "verbose_name": "leefgebied",
                        "verbose_name_plural": "leefgebieden",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ConfirmationLetter",
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
                            "notification",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letter",
                                to="cases.wmonotification",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("content", models.JSONField(verbose_name="tekst van de brief")),
                        ("pdf", models.BinaryField(null=True, verbose_name="PDF")),
                        (
                            "way",
                            models.CharField(
                                choices=[("post", "Per post"), ("handed", "Persoonlijk gegeven")],
                                max_length=6,
                                verbose_name="hoe verstuurd",
                            ),
                        ),
                        ("sent_at", models.DateTimeField(verbose_name="verstuurd op")),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bevestigingsbrief",
                        "verbose_name_plural": "bevestigingsbrieven",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("way__in", ["post", "handed"])),
                                name="letter_way_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeNorm",
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
                        ("amount", models.PositiveSmallIntegerField(verbose_name="aantal")),
                    ],
                    options={
                        "verbose_name": "norm rond een melding",
                        "verbose_name_plural": "normen rond meldingen",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LetterLine",
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
                    ],
                    options={
                        "verbose_name": "regel van de bevestigingsbrief",
                        "verbose_name_plural": "regels van de bevestigingsbrief",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ClientSupport",
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
                            "notification",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="support",
                                to="cases.wmonotification",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("offered_on", models.DateField(verbose_name="aangeboden op")),
                        (
                            "choice",
                            models.CharField(
                                choices=[("yes", "Ja"), ("no", "Nee"), ("later", "Later")],
                                max_length=5,
                                verbose_name="keuze",
                            ),
                        ),
                        (
                            "ask_again_on",
                            models.DateField(null=True, verbose_name="opnieuw vragen op"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("volunteer", "Vrijwilliger (OCO Almere)"),
                                    ("professional", "Beroepskracht (MEE)"),
                                ],
                                max_length=12,
                                verbose_name="vorm",
                            ),
                        ),
                        (
                            "supporter",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        "verbose_name": "aanbod van cliëntondersteuning",
                        "verbose_name_plural": "aanbod van cliëntondersteuning",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ask_again_on", None),
                                        ("choice", "yes"),
                                        ("kind__in", ["volunteer", "professional"]),
                                    ),
                                    models.Q(
                                        ("ask_again_on", None),
                                        ("choice", "no"),
                                        ("kind", ""),
                                        ("supporter", None),
                                    ),
                                    models.Q(
                                        ("ask_again_on__isnull", False),
                                        ("choice", "later"),
                                        ("kind", ""),
                                        ("supporter", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="support_choice_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("supporter", None), ("kind", "professional"), _connector="OR"
                                ),
                                name="support_employee_is_professional",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupportRequest",
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
                            "notification",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="support_request",
                                to="cases.wmonotification",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("content", models.JSONField(verbose_name="tekst van het verzoek")),
                        ("pdf", models.BinaryField(null=True, verbose_name="PDF")),
                        (
                            "way",
                            models.CharField(
                                choices=[("post", "Per post"), ("handed", "Persoonlijk gegeven")],
                                max_length=6,
                                verbose_name="hoe verstuurd",
                            ),
                        ),
                        ("sent_at", models.DateTimeField(verbose_name="verstuurd op")),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "verzoek om cliëntondersteuning",
                        "verbose_name_plural": "verzoeken om cliëntondersteuning",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("way__in", ["post", "handed"])),
                                name="support_way_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TriageVersion",
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
                            "number",
                            models.PositiveSmallIntegerField(unique=True, verbose_name="versie"),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(null=True, verbose_name="in gebruik sinds"),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versie van de triageregels",
                        "verbose_name_plural": "versies van de triageregels",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                models.Value(1),
                                condition=models.Q(("published_at__isnull", True)),
                                name="triage_one_draft",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("published_at__isnull", True),
                                        ("published_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("published_at__isnull", False),
                                        ("published_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="triage_published_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TriageRule",
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
                            "request_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "provision",
                                        "Een Wmo-voorziening, zoals een hulpmiddel of hulp bij het huishouden",
                                    ),
                                    ("information", "Informatie of advies"),
                                    ("support", "Hulp of begeleiding"),
                                    ("meeting", "Mensen ontmoeten en meedoen"),
                                    ("money", "Geld, papieren of instanties"),
                                ],
                                max_length=11,
                                verbose_name="Waar gaat de vraag vooral over?",
                            ),
                        ),
                        (
                            "domain_count",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("one", "Eén"),
                                    ("few", "Twee of drie"),
                                    ("many", "Vier of meer"),
                                ],
                                max_length=11,
                                verbose_name="Op hoeveel leefgebieden is er iets aan de hand?",
                            ),
                        ),
                        (
                            "broad_talk",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Heeft een breed gesprek in het wijkteam meerwaarde?",
                            ),
                        ),
                        (
                            "network",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Kunnen netwerk of vrijwilligers dit oplossen?",
                            ),
                        ),
                        (
                            "general_offer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Is er een voorliggende of algemene voorziening?",
                            ),
                        ),
                        (
                            "is_heavy",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Is er gevaar, of lukt gewone hulp steeds niet?",
                            ),
                        ),
                        (
                            "wants_help",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Wil de inwoner dat wij iets doen?",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rules",
                                to="cases.triageversion",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        (
                            "advice",
                            models.CharField(
                                choices=[
                                    ("team", "Wijkteam"),
                                    ("city_hall", "Wmo-team Stadhuis"),
                                    ("sst", "Sociaal Stedelijk Team (SST)"),
                                    ("general", "Voorliggend of algemeen aanbod"),
                                    ("informal", "Informeel: netwerk of vrijwilliger"),
                                    ("nothing", "Geen vervolg"),
                                ],
                                max_length=9,
                                verbose_name="advies",
                            ),
                        ),
                        (
                            "complexity",
                            models.CharField(
                                choices=[
                                    ("single", "Enkelvoudig"),
                                    ("multiple", "Meervoudig"),
                                    ("complex", "Meervoudig complex"),
                                ],
                                max_length=8,
                                verbose_name="complexiteit",
                            ),
                        ),
                        (
                            "involvement",
                            models.CharField(
                                choices=[
                                    ("advice", "Informatie en advies"),
                                    ("help", "Hulpverlening"),
                                    ("direction", "Regie"),
                                    ("waakvlam", "Waakvlam"),
                                    ("referral", "Doorgeleiding"),
                                ],
                                max_length=9,
                                verbose_name="inzet",
                            ),
                        ),
                        ("reason", models.CharField(max_length=300, verbose_name="waarom")),
                    ],
                    options={
                        "verbose_name": "triageregel",
                        "verbose_name_plural": "triageregels",
                        "ordering": ["version", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "position"), name="triage_rule_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "advice__in",
                                        [
                                            "team",
                                            "city_hall",
                                            "sst",
                                            "general",
                                            "informal",
                                            "nothing",
                                        ],
                                    ),
                                    ("complexity__in", ["single", "multiple", "complex"]),
                                    (
                                        "involvement__in",
                                        ["advice", "help", "direction", "waakvlam", "referral"],
                                    ),
                                    models.Q(("reason", ""), _negated=True),
                                ),
                                name="triage_rule_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Triage",
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
                            "request_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "provision",
                                        "Een Wmo-voorziening, zoals een hulpmiddel of hulp bij het huishouden",
                                    ),
                                    ("information", "Informatie of advies"),
                                    ("support", "Hulp of begeleiding"),
                                    ("meeting", "Mensen ontmoeten en meedoen"),
                                    ("money", "Geld, papieren of instanties"),
                                ],
                                max_length=11,
                                verbose_name="Waar gaat de vraag vooral over?",
                            ),
                        ),
                        (
                            "domain_count",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("one", "Eén"),
                                    ("few", "Twee of drie"),
                                    ("many", "Vier of meer"),
                                ],
                                max_length=11,
                                verbose_name="Op hoeveel leefgebieden is er iets aan de hand?",
                            ),
                        ),
                        (
                            "broad_talk",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Heeft een breed gesprek in het wijkteam meerwaarde?",
                            ),
                        ),
                        (
                            "network",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Kunnen netwerk of vrijwilligers dit oplossen?",
                            ),
                        ),
                        (
                            "general_offer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Is er een voorliggende of algemene voorziening?",
                            ),
                        ),
                        (
                            "is_heavy",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Is er gevaar, of lukt gewone hulp steeds niet?",
                            ),
                        ),
                        (
                            "wants_help",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nee")],
                                max_length=11,
                                verbose_name="Wil de inwoner dat wij iets doen?",
                            ),
                        ),
                        (
                            "notification",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="triages",
                                to="cases.wmonotification",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        ("at", models.DateTimeField(verbose_name="tijdstip")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="triages",
                                to="cases.triageversion",
                            ),
                        ),
                        (
                            "advice",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("team", "Wijkteam"),
                                    ("city_hall", "Wmo-team Stadhuis"),
                                    ("sst", "Sociaal Stedelijk Team (SST)"),
                                    ("general", "Voorliggend of algemeen aanbod"),
                                    ("informal", "Informeel: netwerk of vrijwilliger"),
                                    ("nothing", "Geen vervolg"),
                                ],
                                max_length=9,
                                verbose_name="advies",
                            ),
                        ),
                        (
                            "complexity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("single", "Enkelvoudig"),
                                    ("multiple", "Meervoudig"),
                                    ("complex", "Meervoudig complex"),
                                ],
                                max_length=8,
                                verbose_name="complexiteit",
                            ),
                        ),
                        (
                            "involvement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("advice", "Informatie en advies"),
                                    ("help", "Hulpverlening"),
                                    ("direction", "Regie"),
                                    ("waakvlam", "Waakvlam"),
                                    ("referral", "Doorgeleiding"),
                                ],
                                max_length=9,
                                verbose_name="inzet",
                            ),
                        ),
                        (
                            "explanation",
                            models.CharField(blank=True, max_length=300, verbose_name="waarom"),
                        ),
                        (
                            "chosen_advice",
                            models.CharField(
                                choices=[
                                    ("team", "Wijkteam"),
                                    ("city_hall", "Wmo-team Stadhuis"),
                                    ("sst", "Sociaal Stedelijk Team (SST)"),
                                    ("general", "Voorliggend of algemeen aanbod"),
                                    ("informal", "Informeel: netwerk of vrijwilliger"),
                                    ("nothing", "Geen vervolg"),
                                ],
                                max_length=9,
                                verbose_name="gekozen",
                            ),
                        ),
                        (
                            "chosen_complexity",
                            models.CharField(
                                choices=[
                                    ("single", "Enkelvoudig"),
                                    ("multiple", "Meervoudig"),
                                    ("complex", "Meervoudig complex"),
                                ],
                                max_length=8,
                                verbose_name="gekozen complexiteit",
                            ),
                        ),
                        (
                            "chosen_involvement",
                            models.CharField(
                                choices=[
                                    ("advice", "Informatie en advies"),
                                    ("help", "Hulpverlening"),
                                    ("direction", "Regie"),
                                    ("waakvlam", "Waakvlam"),
                                    ("referral", "Doorgeleiding"),
                                ],
                                max_length=9,
                                verbose_name="gekozen inzet",
                            ),
                        ),
                        ("deviates", models.BooleanField(verbose_name="wijkt af van het advies")),
                        (
                            "deviation_reason",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="waarom anders"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "triage",
                        "verbose_name_plural": "triages",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["version", "advice", "deviates"], name="triage_figures"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("deviates", True),
                                        models.Q(("deviation_reason", ""), _negated=True),
                                    ),
                                    models.Q(("deviates", False), ("deviation_reason", "")),
                                    _connector="OR",
                                ),
                                name="triage_deviates_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("request_kind", ""), _negated=True),
                                    models.Q(("domain_count", ""), _negated=True),
                                    models.Q(("broad_talk", ""), _negated=True),
                                    models.Q(("network", ""), _negated=True),
                                    models.Q(("general_offer", ""), _negated=True),
                                    models.Q(("is_heavy", ""), _negated=True),
                                    models.Q(("wants_help", ""), _negated=True),
                                ),
                                name="triage_answers_everything",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HelpRequest",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "domain",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.lifedomain",
                            ),
                        ),
                        (
                            "notification",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="help_requests",
                                to="cases.wmonotification",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="gesteld op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="vraag in eigen woorden")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("own_strength", "Eigen kracht"),
                                    ("network", "Netwerk of mantelzorg"),
                                    ("volunteer", "Vrijwilliger"),
                                    ("general", "Algemeen of collectief aanbod"),
                                    ("team", "Kortdurende ondersteuning door het team"),
                                    ("formal", "Maatwerkvoorziening"),
                                    ("mixed", "Deels informeel, deels maatwerk"),
                                    ("referred", "Overgedragen aan een andere wet of organisatie"),
                                    ("withdrawn", "De inwoner trok de vraag in"),
                                    ("gone", "Verhuisd of overleden"),
                                    ("unsolved", "Niet opgelost"),
                                ],
                                max_length=12,
                                verbose_name="uitkomst",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="afgesloten op")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hulpvraag",
                        "verbose_name_plural": "hulpvragen",
                        "ordering": ["asked_at", "pk"],
                        "indexes": [
                            models.Index(fields=["file", "asked_at"], name="question_of_file"),
                            models.Index(
                                condition=models.Q(("ended_at__isnull", False)),
                                fields=["ended_at", "id"],
                                name="question_by_end",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                        ("outcome", ""),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        (
                                            "outcome__in",
                                            [
                                                "own_strength",
                                                "network",
                                                "volunteer",
                                                "general",
                                                "team",
                                                "formal",
                                                "mixed",
                                                "referred",
                                                "withdrawn",
                                                "gone",
                                                "unsolved",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="question_ends_with_outcome",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileLine",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="cases.helprequest",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("opened", "Dossier geopend"),
                                    ("note", "Notitie"),
                                    ("question", "Hulpvraag toegevoegd"),
                                    ("outcome", "Hulpvraag afgesloten"),
                                    ("direction", "Casusregie overgedragen"),
                                    ("joined", "Collega werkt mee"),
                                    ("left", "Collega werkt niet meer mee"),
                                    ("safety", "“Let op” gewijzigd"),
                                    ("closed", "Dossier afgesloten"),
                                    ("applied", "Aanvraag ontvangen"),
                                    ("term", "Termijn van de aanvraag"),
                                    ("decided", "Besluit verstuurd"),
                                    ("revision", "Wijziging van een besluit begonnen"),
                                    ("objected", "Bezwaar"),
                                    ("plan", "Plan begonnen"),
                                    ("household", "Voor wie het plan is gewijzigd"),
                                    ("agreed", "Akkoord met het plan"),
                                    ("goal", "Doel toegevoegd"),
                                    ("goal_new", "Doel gewijzigd"),
                                    ("goal_end", "Doel beëindigd"),
                                    ("act", "Actie toegevoegd"),
                                    ("act_new", "Actie gewijzigd"),
                                    ("act_state", "Stand van een actie"),
                                    ("eval_plan", "Evaluatie gepland"),
                                    ("eval_held", "Evaluatie gehouden"),
                                    ("eval_off", "Evaluatie ging niet door"),
                                    ("match_ask", "Vrijwilliger gevraagd"),
                                    ("match_got", "Vraag om een vrijwilliger opgepakt"),
                                    ("matched", "Vrijwilliger gevonden"),
                                    ("no_match", "Geen vrijwilliger gevonden"),
                                    ("match_off", "Vraag om een vrijwilliger ingetrokken"),
                                    ("arrived", "De vrijwilliger is gekomen"),
                                    ("no_show", "De vrijwilliger is niet gekomen"),
                                    ("adv_ask", "Advies gevraagd"),
                                    ("adv_got", "Advies gekregen"),
                                    ("adv_off", "Adviesvraag ingetrokken"),
                                    ("ref_sent", "Verwezen"),
                                    ("ref_came", "Verwijzing aangekomen"),
                                    ("ref_fail", "Verwijzing niet aangekomen"),
                                    ("ref_later", "Verwijzing later nagaan"),
                                    ("ref_off", "Verwijzing losgelaten"),
                                    ("task", "Taak toegevoegd"),
                                    ("task_done", "Taak gedaan"),
                                    ("task_drop", "Taak vervallen"),
                                    ("task_hand", "Taak overgedragen"),
                                    ("task_day", "Taak naar een andere dag"),
                                    ("document", "Document toegevoegd"),
                                    ("doc_gone", "Document ingetrokken"),
                                    ("related", "Ander dossier gekoppeld"),
                                    ("unrelated", "Ander dossier losgekoppeld"),
                                    ("ho_offer", "Overdracht aangeboden"),
                                    ("ho_ask", "Toelichting op de overdracht gevraagd"),
                                    ("ho_told", "Toelichting op de overdracht gegeven"),
                                    ("ho_yes", "Overdracht aanvaard"),
                                    ("ho_no", "Overdracht geweigerd"),
                                    ("ho_off", "Overdracht ingetrokken"),
                                    ("ho_late", "Overdracht verlopen"),
                                    ("ho_early", "Dossier gelezen vóór de overdracht"),
                                    ("ho_unagr", "Inwoner trok het akkoord met de overdracht in"),
                                    ("ho_note", "Aanvulling van de vorige casusregisseur"),
                                    ("callback", "Terugbelverzoek"),
                                    ("contact", "Contact"),
                                    ("melding", "Melding"),
                                    ("talk", "Keukentafelgesprek"),
                                    ("report", "Onderzoeksverslag"),
                                ],
                                max_length=9,
                                verbose_name="soort",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="moment")),
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
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("content", models.BinaryField(default=bytes, verbose_name="tekst")),
                        (
                            "event",
                            models.CharField(blank=True, max_length=30, verbose_name="gebeurtenis"),
                        ),
                        (
                            "ref",
                            models.PositiveBigIntegerField(
                                null=True, verbose_name="nummer van de pagina"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "regel in een dossier",
                        "verbose_name_plural": "regels in dossiers",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["file", "at", "id"], name="line_of_file"),
                            models.Index(
                                fields=["file", "kind", "at"], name="line_of_file_by_kind"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "opened",
                                            "note",
                                            "question",
                                            "outcome",
                                            "direction",
                                            "joined",
                                            "left",
                                            "safety",
                                            "closed",
                                            "applied",
                                            "term",
                                            "decided",
                                            "revision",
                                            "objected",
                                            "plan",
                                            "household",
                                            "agreed",
                                            "goal",
                                            "goal_new",
                                            "goal_end",
                                            "act",
                                            "act_new",
                                            "act_state",
                                            "eval_plan",
                                            "eval_held",
                                            "eval_off",
                                            "match_ask",
                                            "match_got",
                                            "matched",
                                            "no_match",
                                            "match_off",
                                            "arrived",
                                            "no_show",
                                            "adv_ask",
                                            "adv_got",
                                            "adv_off",
                                            "ref_sent",
                                            "ref_came",
                                            "ref_fail",
                                            "ref_later",
                                            "ref_off",
                                            "task",
                                            "task_done",
                                            "task_drop",
                                            "task_hand",
                                            "task_day",
                                            "document",
                                            "doc_gone",
                                            "related",
                                            "unrelated",
                                            "ho_offer",
                                            "ho_ask",
                                            "ho_told",
                                            "ho_yes",
                                            "ho_no",
                                            "ho_off",
                                            "ho_late",
                                            "ho_early",
                                            "ho_unagr",
                                            "ho_note",
                                            "callback",
                                            "contact",
                                            "melding",
                                            "talk",
                                            "report",
                                        ],
                                    )
                                ),
                                name="file_line_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "note"), _negated=True),
                                    models.Q(("content", b""), _negated=True),
                                    _connector="OR",
                                ),
                                name="file_note_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(
                                            (
                                                "kind__in",
                                                (
                                                    "callback",
                                                    "contact",
                                                    "melding",
                                                    "talk",
                                                    "report",
                                                ),
                                            ),
                                            _negated=True,
                                        ),
                                        ("by__isnull", False),
                                        ("event", ""),
                                    ),
                                    models.Q(
                                        models.Q(("event", ""), _negated=True),
                                        ("content", b""),
                                        (
                                            "kind__in",
                                            ("callback", "contact", "melding", "talk", "report"),
                                        ),
                                        ("ref__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="file_line_elsewhere_has_no_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HolderType",
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
                            "recipient_kind",
                            models.SlugField(verbose_name="soort in het toestemmingenregister"),
                        ),
                    ],
                    options={
                        "verbose_name": "soort professional",
                        "verbose_name_plural": "soorten professionals",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ShortProcedure",
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
                        ("uuid", models.UUIDField(editable=False, unique=True)),
                        (
                            "notification",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="short_procedure",
                                to="cases.wmonotification",
                                verbose_name="melding",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "holder_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.holdertype",
                                verbose_name="soort professional",
                            ),
                        ),
                        (
                            "professional_name",
                            models.CharField(max_length=120, verbose_name="naam"),
                        ),
                        (
                            "organisation",
                            models.CharField(max_length=120, verbose_name="organisatie"),
                        ),
                        ("phone", models.CharField(max_length=20, verbose_name="telefoon")),
                        ("assessed_on", models.DateField(verbose_name="datum van de beoordeling")),
                        (
                            "received_way",
                            models.CharField(
                                choices=[
                                    ("phone", "Telefoon"),
                                    ("meeting", "Gesprek of overleg"),
                                    ("secure_mail", "Beveiligde e-mail"),
                                    ("letter", "Brief"),
                                ],
                                max_length=11,
                                verbose_name="hoe aangeleverd",
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.consent",
                                verbose_name="toestemming",
                            ),
                        ),
                        (
                            "application_wished_on",
                            models.DateField(null=True, verbose_name="wil een aanvraag doen sinds"),
                        ),
                        ("registered_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "registered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "data_key",
                            models.BinaryField(verbose_name="sleutel van de verkorte procedure"),
                        ),
                    ],
                    options={
                        "verbose_name": "verkorte procedure",
                        "verbose_name_plural": "verkorte procedures",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "received_way__in",
                                        ["phone", "meeting", "secure_mail", "letter"],
                                    )
                                ),
                                name="procedure_way_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("professional_name", ""), _negated=True),
                                    models.Q(("organisation", ""), _negated=True),
                                    models.Q(("phone", ""), _negated=True),
                                ),
                                name="procedure_has_a_source",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalCheck",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "procedure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="cases.shortprocedure",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "item",
                            models.CharField(
                                choices=[
                                    ("a", "a. Behoeften, kenmerken en voorkeuren"),
                                    ("b", "b. Eigen kracht en gebruikelijke hulp"),
                                    ("c", "c. Mantelzorg en sociaal netwerk"),
                                    ("d", "d. Steun voor de mantelzorger"),
                                    ("e", "e. Algemene voorzieningen en activiteiten"),
                                    ("f", "f. Samenwerking met andere organisaties"),
                                    ("g", "g. Eigen bijdrage"),
                                    ("plan", "Gewezen op het persoonlijk plan"),
                                    ("oco", "Gewezen op gratis cliëntondersteuning (OCO)"),
                                ],
                                max_length=4,
                                verbose_name="onderdeel",
                            ),
                        ),
                        ("is_investigated", models.BooleanField(verbose_name="onderzocht")),
                        ("reason", models.BinaryField(null=True, verbose_name="waarom niet")),
                    ],
                    options={
                        "verbose_name": "onderdeel van een verkorte procedure",
                        "verbose_name_plural": "onderdelen van verkorte procedures",
                        "ordering": ["item"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("procedure", "item"), name="legal_check_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("item__in", ["a", "b", "c", "d", "e", "f", "g", "plan", "oco"])
                                ),
                                name="legal_check_item_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("is_investigated", True), ("reason__isnull", True)),
                                    models.Q(("is_investigated", False), ("reason__isnull", False)),
                                    _connector="OR",
                                ),
                                name="legal_check_done_or_waived",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfessionalAssessment",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "procedure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="cases.shortprocedure",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "domain",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.lifedomain",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="wat bekend is")),
                        (
                            "lifted_at",
                            models.DateTimeField(null=True, verbose_name="toch besproken op"),
                        ),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lift_reason",
                            models.BinaryField(null=True, verbose_name="waarom toch besproken"),
                        ),
                    ],
                    options={
                        "verbose_name": "beoordeling door een professional",
                        "verbose_name_plural": "beoordelingen door professionals",
                        "ordering": ["domain__position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("procedure", "domain"), name="assessment_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lift_reason__isnull", True),
                                        ("lifted_at__isnull", True),
                                        ("lifted_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("lift_reason__isnull", False),
                                        ("lifted_at__isnull", False),
                                        ("lifted_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="assessment_lifted_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KitchenTableTalk",
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
                        ("uuid", models.UUIDField(editable=False, unique=True)),
                        (
                            "notification",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="talks",
                                to="cases.wmonotification",
                                verbose_name="melding",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="talks",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Gepland"),
                                    ("held", "Gevoerd"),
                                    ("concluded", "Afgerond"),
                                    ("cancelled", "Gaat niet door"),
                                ],
                                default="planned",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="begint op")),
                        ("ends_at", models.DateTimeField(verbose_name="duurt tot")),
                        (
                            "place",
                            models.CharField(
                                choices=[
                                    ("home", "Bij de inwoner thuis"),
                                    ("centre", "In het wijkcentrum"),
                                    ("phone", "Aan de telefoon"),
                                    ("elsewhere", "Ergens anders"),
                                ],
                                max_length=9,
                                verbose_name="plaats",
                            ),
                        ),
                        (
                            "planned_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("planned_at", models.DateTimeField(verbose_name="gepland op")),
                        (
                            "reminded_at",
                            models.DateTimeField(null=True, verbose_name="herinnerd op"),
                        ),
                        ("held_at", models.DateTimeField(null=True, verbose_name="begonnen op")),
                        (
                            "ended_at",
                            models.DateTimeField(null=True, verbose_name="afgerond of afgezegd op"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("data_key", models.BinaryField(verbose_name="sleutel van het gesprek")),
                        ("content", models.BinaryField(verbose_name="afspraak in woorden")),
                    ],
                    options={
                        "verbose_name": "keukentafelgesprek",
                        "verbose_name_plural": "keukentafelgesprekken",
                        "ordering": ["starts_at", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["notification", "starts_at"], name="talk_by_melding"
                            ),
                            models.Index(
                                condition=models.Q(("state__in", ["planned", "held"])),
                                fields=["starts_at"],
                                name="talk_live",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["planned", "held", "concluded", "cancelled"])
                                ),
                                name="talk_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("place__in", ["home", "centre", "phone", "elsewhere"])
                                ),
                                name="talk_place_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="talk_ends_after_begin",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_at__isnull", False),
                                        ("state__in", ["held", "concluded"]),
                                    ),
                                    models.Q(
                                        ("held_at__isnull", True),
                                        ("state__in", ["planned", "cancelled"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="talk_held_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("state__in", ["concluded", "cancelled"]),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("state__in", ["planned", "held"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="talk_ended_has_moment",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["planned", "held"])),
                                fields=("notification",),
                                name="talk_one_live_per_melding",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TalkColleague",
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
                            "talk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="colleagues",
                                to="cases.kitchentabletalk",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="collega",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "collega bij een gesprek",
                        "verbose_name_plural": "collega's bij gesprekken",
                        "ordering": ["employee__last_name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("talk", "employee"), name="talk_colleague_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TalkCard",
                    fields=[
                        ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("content", models.BinaryField(verbose_name="inhoud")),
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "talk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cards",
                                to="cases.kitchentabletalk",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "domain",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.lifedomain",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("discussed", "Besproken"),
                                    ("not_applicable", "Niet van toepassing"),
                                    ("not_discussed", "Niet besproken"),
                                ],
                                default="not_discussed",
                                max_length=14,
                                verbose_name="besproken",
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kaart van een gesprek",
                        "verbose_name_plural": "kaarten van gesprekken",
                        "ordering": ["domain__position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("talk", "domain"), name="talk_card_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["discussed", "not_applicable", "not_discussed"])
                                ),
                                name="talk_card_state_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TalkAgreement",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        (
                            "talk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="cases.kitchentabletalk",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "owner",
                            models.CharField(
                                choices=[
                                    ("resident", "De inwoner"),
                                    ("network", "Iemand uit het netwerk"),
                                    ("worker", "De wijkwerker"),
                                    ("other", "Iemand anders"),
                                ],
                                max_length=8,
                                verbose_name="wie doet het",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="uiterlijk")),
                        ("content", models.BinaryField(verbose_name="afspraak in woorden")),
                    ],
                    options={
                        "verbose_name": "afspraak uit een gesprek",
                        "verbose_name_plural": "afspraken uit gesprekken",
                        "ordering": ["due_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__in", ["resident", "network", "worker", "other"])
                                ),
                                name="talk_agreement_owner_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvestigationReport",
                    fields=[
                        ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("content", models.BinaryField(verbose_name="inhoud")),
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "talk",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report",
                                to="cases.kitchentabletalk",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "onderzoeksverslag",
                        "verbose_name_plural": "onderzoeksverslagen",
                    },
                ),
                migrations.CreateModel(
                    name="ReportVersion",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="cases.investigationreport",
                            ),
                        ),
                        (
                            "talk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.kitchentabletalk",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                        ("sent_on", models.DateField(verbose_name="verstuurd op")),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="verslag zoals verstuurd")),
                        (
                            "reaction",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agreed", "Akkoord"),
                                    ("remarks", "Akkoord met opmerkingen"),
                                    ("disagreed", "Niet akkoord"),
                                ],
                                max_length=9,
                                verbose_name="reactie",
                            ),
                        ),
                        ("reacted_on", models.DateField(null=True, verbose_name="reactie van")),
                        (
                            "reaction_words",
                            models.BinaryField(
                                default=bytes, verbose_name="reactie in eigen woorden"
                            ),
                        ),
                        (
                            "signature",
                            models.CharField(
                                choices=[
                                    ("none", "Niet ondertekend"),
                                    ("paper", "Op papier ondertekend"),
                                    ("screen", "Op het scherm ondertekend"),
                                ],
                                default="none",
                                max_length=6,
                                verbose_name="handtekening",
                            ),
                        ),
                        ("signed_on", models.DateField(null=True, verbose_name="ondertekend op")),
                        (
                            "signed",
                            models.BinaryField(
                                default=bytes, verbose_name="handtekening op het scherm"
                            ),
                        ),
                        (
                            "application_on",
                            models.DateField(null=True, verbose_name="telt als aanvraag vanaf"),
                        ),
                    ],
                    options={
                        "verbose_name": "verstuurd onderzoeksverslag",
                        "verbose_name_plural": "verstuurde onderzoeksverslagen",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "number"), name="report_version_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reacted_on__isnull", True), ("reaction", "")),
                                    models.Q(
                                        ("reacted_on__isnull", False),
                                        ("reaction__in", ["agreed", "remarks", "disagreed"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_reaction_has_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signature", "none"),
                                    models.Q(("reaction", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="report_signed_with_reaction",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("signature", "none"), ("signed_on__isnull", True)),
                                    models.Q(
                                        models.Q(("signature", "none"), _negated=True),
                                        ("signed_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_signed_has_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("signed", b""), _negated=True),
                                        ("signature", "screen"),
                                    ),
                                    models.Q(
                                        models.Q(("signature", "screen"), _negated=True),
                                        ("signed", b""),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_signed_on_screen_is_kept",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("application_on__isnull", True),
                                    models.Q(
                                        models.Q(("signature", "none"), _negated=True),
                                        ("reaction__in", ["agreed", "remarks"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_application_is_signed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileEvaluation",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluation",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "follows",
                            models.CharField(
                                choices=[
                                    ("nothing", "Niets"),
                                    ("waakvlam", "Later een waakvlamcontact"),
                                    ("other", "Iets anders"),
                                ],
                                max_length=8,
                                verbose_name="wat volgt",
                            ),
                        ),
                        ("content", models.BinaryField(default=bytes, verbose_name="evaluatie")),
                        ("at", models.DateTimeField(verbose_name="moment")),
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
                        "verbose_name": "evaluatie van een dossier",
                        "verbose_name_plural": "evaluaties van dossiers",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("follows__in", ["nothing", "waakvlam", "other"])
                                ),
                                name="evaluation_follows_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SatisfactionCount",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "cluster",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.cluster",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                        ("quarter", models.PositiveSmallIntegerField(verbose_name="kwartaal")),
                        (
                            "asked",
                            models.CharField(
                                choices=[
                                    ("grade", "Welk cijfer geeft u de hulp?"),
                                    ("think", "Kon u meedenken?"),
                                ],
                                max_length=5,
                                verbose_name="vraag",
                            ),
                        ),
                        ("answer", models.PositiveSmallIntegerField(verbose_name="antwoord")),
                        ("n", models.PositiveIntegerField(default=0, verbose_name="aantal")),
                    ],
                    options={
                        "verbose_name": "telling van tevredenheid",
                        "verbose_name_plural": "tellingen van tevredenheid",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("cluster", "year", "quarter", "asked", "answer"),
                                name="satisfaction_count_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer__range", (1, 10)), ("asked", "grade")),
                                    models.Q(("answer__in", [0, 1]), ("asked", "think")),
                                    _connector="OR",
                                ),
                                name="satisfaction_answer_possible",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__range", (1, 4))),
                                name="satisfaction_quarter_exists",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileLook",
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="looks",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("since", models.DateTimeField(verbose_name="vorige bezoek")),
                        ("seen_at", models.DateTimeField(verbose_name="laatste bezoek")),
                    ],
                    options={
                        "verbose_name": "laatste blik in een dossier",
                        "verbose_name_plural": "laatste blikken in dossiers",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("file", "employee"), name="file_look_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("since__lte", models.F("seen_at"))),
                                name="file_look_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileRelation",
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relations",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("partner", "De partner"),
                                    ("child", "Een kind"),
                                    ("parent", "Een ouder"),
                                    ("household", "Iemand in hetzelfde huishouden"),
                                    ("other", "Iemand anders"),
                                ],
                                max_length=9,
                                verbose_name="relatie",
                            ),
                        ),
                        ("since", models.DateTimeField(verbose_name="gekoppeld op")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(null=True, verbose_name="losgekoppeld op"),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "relatie tussen dossiers",
                        "verbose_name_plural": "relaties tussen dossiers",
                        "ordering": ["since", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.comparison.Least("file", "other"),
                                django.db.models.functions.comparison.Greatest("file", "other"),
                                condition=models.Q(("ended_at__isnull", True)),
                                name="file_relation_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("file", models.F("other")), _negated=True),
                                name="file_relation_of_two",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["partner", "child", "parent", "household", "other"],
                                    )
                                ),
                                name="file_relation_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True), ("ended_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("ended_at__gte", models.F("since")),
                                        ("ended_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="file_relation_ends_after_begin",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoteTemplate",
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
                        ("text", models.TextField(max_length=2000, verbose_name="tekst")),
                    ],
                    options={
                        "verbose_name": "sjabloon voor een notitie",
                        "verbose_name_plural": "sjablonen voor notities",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
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
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        ("name", models.CharField(max_length=160, verbose_name="naam")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("welfare", "Welzijn"),
                                    ("volunteers", "Vrijwilligersorganisatie"),
                                    ("residents", "Bewoners of buurtinitiatief"),
                                    ("faith", "Kerk, moskee of andere geloofsgemeenschap"),
                                    ("peers", "Lotgenoten of patiëntenvereniging"),
                                    ("care", "Zorg"),
                                    ("sport", "Sport en cultuur"),
                                    ("learning", "School of bibliotheek"),
                                    ("city", "Gemeente"),
                                    ("other", "Anders"),
                                ],
                                max_length=10,
                                verbose_name="soort organisatie",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="telefoonnummer"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mailadres"
                            ),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "address",
                            models.CharField(blank=True, max_length=160, verbose_name="adres"),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=6, verbose_name="postcode"),
                        ),
                        (
                            "note",
                            models.TextField(blank=True, max_length=500, verbose_name="opmerking"),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(default=1, verbose_name="versie"),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisatie",
                        "verbose_name_plural": "organisaties",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                name="organisation_name_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="organisation_has_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "welfare",
                                            "volunteers",
                                            "residents",
                                            "faith",
                                            "peers",
                                            "care",
                                            "sport",
                                            "learning",
                                            "city",
                                            "other",
                                        ],
                                    )
                                ),
                                name="organisation_kind_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Offer",
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
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="cases.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="naam")),
                        (
                            "description",
                            models.TextField(max_length=2000, verbose_name="wat is het?"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("informal", "Informeel"),
                                    ("volunteer", "Vrijwillig"),
                                    ("collective", "Collectief"),
                                    ("general", "Algemeen"),
                                ],
                                max_length=10,
                                verbose_name="soort aanbod",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("everybody", "Iedereen"),
                                    ("children", "Kinderen en jongeren"),
                                    ("parents", "Ouders en gezinnen"),
                                    ("elderly", "Ouderen"),
                                    ("carers", "Mantelzorgers"),
                                    ("disabled", "Mensen met een beperking"),
                                    ("mental", "Mensen met psychische klachten"),
                                    ("learners", "Mensen die Nederlands leren"),
                                    ("low_income", "Mensen met weinig geld"),
                                ],
                                max_length=10,
                                verbose_name="voor wie",
                            ),
                        ),
                        (
                            "cost",
                            models.CharField(
                                choices=[
                                    ("free", "Gratis"),
                                    ("small", "Kleine bijdrage"),
                                    ("paid", "Betaald"),
                                    ("income", "Hangt af van inkomen"),
                                ],
                                max_length=6,
                                verbose_name="kosten",
                            ),
                        ),
                        (
                            "cost_note",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="toelichting kosten"
                            ),
                        ),
                        (
                            "sign_up",
                            models.TextField(blank=True, max_length=500, verbose_name="aanmelden"),
                        ),
                        (
                            "contact_role",
                            models.CharField(blank=True, max_length=120, verbose_name="vraag naar"),
                        ),
                        (
                            "runs_from",
                            models.DateField(blank=True, null=True, verbose_name="vanaf"),
                        ),
                        (
                            "runs_until",
                            models.DateField(blank=True, null=True, verbose_name="tot en met"),
                        ),
                        ("review_by", models.DateField(verbose_name="nakijken op")),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="eigenaar",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(default=1, verbose_name="versie"),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(default=True, verbose_name="staat op de kaart"),
                        ),
                        (
                            "stopped_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="gestopt op"),
                        ),
                        (
                            "stopped_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "stop_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="waarom gestopt"
                            ),
                        ),
                        (
                            "topics",
                            models.ManyToManyField(
                                related_name="+", to="cases.lifedomain", verbose_name="onderwerpen"
                            ),
                        ),
                        (
                            "clusters",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="clusters.cluster",
                                verbose_name="waar is het?",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aanbod",
                        "verbose_name_plural": "aanbod",
                        "ordering": ["name", "pk"],
                        "indexes": [
                            models.Index(fields=["name", "id"], name="offer_by_name"),
                            models.Index(
                                condition=models.Q(("is_active", True)),
                                fields=["owner", "review_by"],
                                name="offer_by_owner_and_review",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("description", ""), _negated=True),
                                ),
                                name="offer_says_what_it_is",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["informal", "volunteer", "collective", "general"])
                                ),
                                name="offer_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "audience__in",
                                        [
                                            "everybody",
                                            "children",
                                            "parents",
                                            "elderly",
                                            "carers",
                                            "disabled",
                                            "mental",
                                            "learners",
                                            "low_income",
                                        ],
                                    )
                                ),
                                name="offer_audience_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cost__in", ["free", "small", "paid", "income"])
                                ),
                                name="offer_cost_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("runs_from__isnull", True),
                                    ("runs_until__isnull", True),
                                    ("runs_until__gte", models.F("runs_from")),
                                    _connector="OR",
                                ),
                                name="offer_runs_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("is_active", True),
                                        ("stop_reason", ""),
                                        ("stopped_at__isnull", True),
                                        ("stopped_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("is_active", False),
                                        ("stopped_at__isnull", False),
                                        ("stopped_by__isnull", False),
                                        models.Q(("stop_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_stopped_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferTerm",
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
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="terms",
                                to="cases.offer",
                            ),
                        ),
                        ("term", models.CharField(max_length=40, verbose_name="woord")),
                        ("weight", models.PositiveSmallIntegerField(verbose_name="gewicht")),
                    ],
                    options={
                        "verbose_name": "zoekwoord van een aanbod",
                        "verbose_name_plural": "zoekwoorden van aanbod",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("term", "offer"), name="offer_term_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Liaison",
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
                        ("valid_from", models.DateField(verbose_name="geldig vanaf")),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="geldig tot en met"
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="liaisons",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("jgz", "Jeugdgezondheidszorg (JGZ)"),
                                    ("jeugdhulp", "Jeugdhulp"),
                                    ("wi", "Werk en Inkomen (W&I)"),
                                    ("schuldhulp", "Schuldhulpverlening"),
                                    ("huisarts", "Huisarts of huisartsenpraktijk"),
                                    ("school", "School"),
                                    ("oco", "Onafhankelijke cliëntondersteuning (OCO)"),
                                    ("overig", "Anders"),
                                ],
                                max_length=10,
                                verbose_name="soort",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="naam")),
                        (
                            "organisation",
                            models.CharField(max_length=160, verbose_name="organisatie"),
                        ),
                        (
                            "specialism",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="specialisme"
                            ),
                        ),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="leeftijd vanaf"
                            ),
                        ),
                        (
                            "age_until",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="leeftijd tot en met"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="telefoonnummer"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mailadres"
                            ),
                        ),
                        (
                            "on_call_days",
                            models.CharField(blank=True, max_length=7, verbose_name="op afroep op"),
                        ),
                        (
                            "on_call_from",
                            models.TimeField(blank=True, null=True, verbose_name="op afroep vanaf"),
                        ),
                        (
                            "on_call_until",
                            models.TimeField(blank=True, null=True, verbose_name="op afroep tot"),
                        ),
                        (
                            "on_call_phone",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="nummer op afroep"
                            ),
                        ),
                        ("review_by", models.DateField(verbose_name="nakijken op")),
                        (
                            "version",
                            models.PositiveSmallIntegerField(default=1, verbose_name="versie"),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "linking pin",
                        "verbose_name_plural": "linking pins",
                        "ordering": ["name", "pk"],
                        "indexes": [models.Index(fields=["team", "kind"], name="liaison_of_team")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="liaison_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("organisation", ""), _negated=True),
                                ),
                                name="liaison_says_who",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "jgz",
                                            "jeugdhulp",
                                            "wi",
                                            "schuldhulp",
                                            "huisarts",
                                            "school",
                                            "oco",
                                            "overig",
                                        ],
                                    )
                                ),
                                name="liaison_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("age_from__isnull", True), ("age_until__isnull", True)
                                    ),
                                    models.Q(
                                        ("age_from__isnull", False),
                                        ("age_until__gte", models.F("age_from")),
                                        ("age_until__isnull", False),
                                        ("age_until__lte", 120),
                                    ),
                                    _connector="OR",
                                ),
                                name="liaison_ages_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("on_call_days", ""),
                                        ("on_call_from", None),
                                        ("on_call_until", None),
                                    ),
                                    models.Q(
                                        models.Q(("on_call_days", ""), _negated=True),
                                        ("on_call_from__isnull", False),
                                        ("on_call_until__gt", models.F("on_call_from")),
                                        ("on_call_until__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="liaison_on_call_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceRequest",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="advice_requests",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.helprequest",
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
                        ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("consult", "Meedenken over deze vraag"),
                                    ("visit", "Samen op huisbezoek"),
                                    ("training", "Kennis delen met het team"),
                                ],
                                max_length=8,
                                verbose_name="wat is gevraagd",
                            ),
                        ),
                        (
                            "recipient_kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.recipientkind",
                            ),
                        ),
                        (
                            "adviser",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "adviser_team",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "liaison",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.liaison",
                            ),
                        ),
                        (
                            "shared_by",
                            models.CharField(
                                choices=[
                                    ("team", "Binnen het team: geen toestemming nodig"),
                                    ("anonymous", "Anoniem: zonder gegevens van de inwoner"),
                                    ("consent", "Met toestemming van de inwoner"),
                                    ("ground", "Op een grond in de wet, met een reden"),
                                ],
                                max_length=9,
                                verbose_name="waarom delen mag",
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.consent",
                            ),
                        ),
                        (
                            "content",
                            models.BinaryField(verbose_name="wat is gevraagd en aan wie buiten"),
                        ),
                        ("answer_by", models.DateTimeField(verbose_name="antwoord uiterlijk")),
                        (
                            "reminded_at",
                            models.DateTimeField(null=True, verbose_name="herinnerd op"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Gevraagd"),
                                    ("answered", "Beantwoord"),
                                    ("read", "Antwoord gelezen"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="asked",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                null=True, verbose_name="beantwoord of ingetrokken op"
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answer", models.BinaryField(default=bytes, verbose_name="antwoord")),
                        (
                            "data",
                            models.ManyToManyField(
                                related_name="+", to="cases.datacategory", verbose_name="gegevens"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "adviesvraag",
                        "verbose_name_plural": "adviesvragen",
                        "ordering": ["-asked_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["file", "asked_at"], name="advice_of_file"),
                            models.Index(
                                fields=["adviser", "state", "asked_at"], name="advice_of_adviser"
                            ),
                            models.Index(fields=["asked_by", "state"], name="advice_by_asker"),
                            models.Index(fields=["team", "asked_at"], name="advice_of_team"),
                            models.Index(
                                condition=models.Q(
                                    ("reminded_at__isnull", True), ("state", "asked")
                                ),
                                fields=["answer_by", "id"],
                                name="advice_to_remind",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("adviser__isnull", False),
                                        ("consent__isnull", True),
                                        ("shared_by", "team"),
                                    ),
                                    models.Q(("consent__isnull", True), ("shared_by", "anonymous")),
                                    models.Q(
                                        ("consent__isnull", False),
                                        ("shared_by__in", ["consent", "ground"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="advice_shared_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("adviser__isnull", True), ("adviser_team__isnull", True)
                                    ),
                                    models.Q(
                                        ("adviser__isnull", False),
                                        ("adviser_team__isnull", False),
                                        ("liaison__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="advice_asked_in_a_team",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", b""),
                                        ("ended_at", None),
                                        ("ended_by", None),
                                        ("state", "asked"),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("state__in", ["answered", "read", "withdrawn"]),
                                        models.Q(("answer", b""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="advice_over_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["consult", "visit", "training"])),
                                name="advice_kind_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
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
                        ("held_on", models.DateField(unique=True, verbose_name="gehouden op")),
                        (
                            "present",
                            models.CharField(blank=True, max_length=300, verbose_name="aanwezig"),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "overleg KCC–SWT",
                        "verbose_name_plural": "overleggen KCC–SWT",
                        "ordering": ["-held_on"],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaPoint",
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
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="points",
                                to="cases.meeting",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("unanswered", "Vraag zonder antwoord in het gesprek"),
                                    ("article", "Gevraagd artikel"),
                                    ("late", "Terugbelverzoek dat te laat was"),
                                ],
                                max_length=10,
                                verbose_name="soort",
                            ),
                        ),
                        ("object_id", models.BigIntegerField(verbose_name="nummer")),
                        ("ticked_at", models.DateTimeField(verbose_name="besproken op")),
                        (
                            "ticked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "agreement",
                            models.TextField(blank=True, max_length=1000, verbose_name="afspraak"),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="uiterlijk"),
                        ),
                        ("done_at", models.DateTimeField(null=True, verbose_name="nagekomen op")),
                    ],
                    options={
                        "verbose_name": "agendapunt",
                        "verbose_name_plural": "agendapunten",
                        "ordering": ["-ticked_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("done_at__isnull", True),
                                    models.Q(("agreement", ""), _negated=True),
                                ),
                                fields=["due_on"],
                                name="agenda_agreement_open",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "object_id"), name="agenda_point_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["unanswered", "article", "late"])),
                                name="agenda_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("agreement", ""),
                                        ("due_on__isnull", True),
                                        ("owner__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("agreement", ""), _negated=True),
                                        ("owner__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="agenda_agreement_has_owner",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BrpUpload",
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
                            "token",
                            models.UUIDField(
                                editable=False, unique=True, verbose_name="naam op schijf"
                            ),
                        ),
                        (
                            "submission_key",
                            models.UUIDField(
                                editable=False,
                                unique=True,
                                verbose_name="sleutel van het formulier",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geüpload door",
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
                        (
                            "checked_on",
                            models.DateField(null=True, verbose_name="gecontroleerd op"),
                        ),
                        ("lines", models.PositiveIntegerField(null=True, verbose_name="regels")),
                        (
                            "faulty",
                            models.PositiveIntegerField(null=True, verbose_name="foute regels"),
                        ),
                        (
                            "attempts",
                            models.PositiveSmallIntegerField(default=0, verbose_name="pogingen"),
                        ),
                        (
                            "refusal",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="waarom het mislukte"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="geëindigd op")),
                        ("version", models.PositiveIntegerField(default=1, verbose_name="versie")),
                    ],
                    options={
                        "verbose_name": "BRP-uittreksel",
                        "verbose_name_plural": "BRP-uittreksels",
                        "ordering": ["-uploaded_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("state__in", ("uploaded", "checked", "importing"))
                                ),
                                fields=["uploaded_at"],
                                name="brp_upload_live",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "uploaded",
                                            "checked",
                                            "importing",
                                            "done",
                                            "failed",
                                            "cancelled",
                                        ],
                                    )
                                ),
                                name="brp_upload_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("state__in", ("uploaded", "checked", "importing")),
                                        ("wrapped_key__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("uploaded", "checked", "importing")),
                                            _negated=True,
                                        ),
                                        ("ended_at__isnull", False),
                                        ("wrapped_key__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="brp_upload_ended_has_no_key",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BrpFault",
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
                            "upload",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="faults",
                                to="cases.brpupload",
                            ),
                        ),
                        ("line", models.PositiveIntegerField(verbose_name="regel")),
                        (
                            "column",
                            models.CharField(blank=True, max_length=40, verbose_name="kolom"),
                        ),
                        ("reason", models.CharField(max_length=200, verbose_name="reden")),
                    ],
                    options={
                        "verbose_name": "fout in een BRP-uittreksel",
                        "verbose_name_plural": "fouten in een BRP-uittreksel",
                        "ordering": ["line", "pk"],
                        "indexes": [
                            models.Index(fields=["upload", "line"], name="brp_fault_by_line")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DutyShift",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duty_shifts",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="medewerker",
                            ),
                        ),
                        ("day", models.DateField(verbose_name="dag")),
                        (
                            "part",
                            models.CharField(
                                choices=[("ochtend", "ochtend"), ("middag", "middag")],
                                max_length=8,
                                verbose_name="dagdeel",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dienst van de vraagbaak",
                        "verbose_name_plural": "diensten van de vraagbaak",
                        "ordering": ["day", "-part", "person"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("day", "part", "person"), name="duty_shift_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("part__in", ["ochtend", "middag"])),
                                name="duty_part_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HelpQuestion",
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
                        ("call_id", models.UUIDField(editable=False, verbose_name="gesprek")),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="vraag in het gesprek"),
                        ),
                        (
                            "desk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.callbacksubject",
                            ),
                        ),
                        ("question", models.TextField(max_length=1000, verbose_name="vraag")),
                        ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Wacht op de vraagbaak"),
                                    ("taken", "De vraagbaak kijkt ernaar"),
                                    ("answered", "Beantwoord"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="asked",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_at", models.DateTimeField(null=True, verbose_name="opgepakt op")),
                        (
                            "answer",
                            models.TextField(blank=True, max_length=2000, verbose_name="antwoord"),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                null=True, verbose_name="beantwoord of ingetrokken op"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vraag aan de vraagbaak",
                        "verbose_name_plural": "vragen aan de vraagbaak",
                        "ordering": ["asked_at", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ("asked", "taken"))),
                                fields=["asked_at"],
                                name="help_open",
                            ),
                            models.Index(fields=["call_id"], name="help_by_call"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "taken", "answered", "withdrawn"])
                                ),
                                name="help_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["taken", "answered"]), _negated=True),
                                    ("taken_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="help_taken_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "answered"),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "answered"), _negated=True),
                                        ("answer", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="help_answered_has_answer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("state__in", ("asked", "taken")),
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ("asked", "taken")), _negated=True),
                                        ("ended_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="help_ended_has_moment",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("asked", "taken"))),
                                fields=("call_id", "position"),
                                name="help_one_open_per_question",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Article",
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
                        ("title", models.CharField(max_length=160, verbose_name="titel")),
                        (
                            "summary",
                            models.CharField(
                                max_length=300, verbose_name="wat u meteen kunt zeggen"
                            ),
                        ),
                        ("body", models.TextField(max_length=8000, verbose_name="tekst")),
                        (
                            "synonyms",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="andere woorden"
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("kcc", "Alleen het KCC"),
                                    ("teams", "Alleen de wijkteams"),
                                    ("all", "KCC en wijkteams"),
                                ],
                                max_length=8,
                                verbose_name="voor wie",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="eigenaar",
                            ),
                        ),
                        ("publish_from", models.DateField(verbose_name="te gebruiken vanaf")),
                        (
                            "publish_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="te gebruiken tot en met"
                            ),
                        ),
                        ("review_on", models.DateField(verbose_name="opnieuw bekijken op")),
                        (
                            "version",
                            models.PositiveSmallIntegerField(default=1, verbose_name="versie"),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "artikel",
                        "verbose_name_plural": "artikelen",
                        "ordering": ["title", "pk"],
                        "indexes": [
                            models.Index(fields=["review_on"], name="article_by_review"),
                            models.Index(fields=["title", "id"], name="article_by_title"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("audience__in", ["kcc", "teams", "all"])),
                                name="article_audience_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("publish_until__isnull", True),
                                    ("publish_until__gte", models.F("publish_from")),
                                    _connector="OR",
                                ),
                                name="article_window_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArticleVersion",
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
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="cases.article",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                        ("title", models.CharField(max_length=160, verbose_name="titel")),
                        (
                            "summary",
                            models.CharField(
                                max_length=300, verbose_name="wat u meteen kunt zeggen"
                            ),
                        ),
                        ("body", models.TextField(max_length=8000, verbose_name="tekst")),
                        (
                            "synonyms",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="andere woorden"
                            ),
                        ),
                        ("saved_at", models.DateTimeField(verbose_name="opgeslagen op")),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="wat er veranderde"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versie van een artikel",
                        "verbose_name_plural": "versies van artikelen",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("article", "number"), name="article_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArticleTerm",
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
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="terms",
                                to="cases.article",
                            ),
                        ),
                        ("term", models.CharField(max_length=40, verbose_name="woord")),
                        ("weight", models.PositiveSmallIntegerField(verbose_name="gewicht")),
                    ],
                    options={
                        "verbose_name": "zoekwoord van een artikel",
                        "verbose_name_plural": "zoekwoorden van artikelen",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("term", "article"), name="article_term_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NewsItem",
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
                        ("title", models.CharField(max_length=120, verbose_name="titel")),
                        ("body", models.TextField(max_length=2000, verbose_name="tekst")),
                        (
                            "importance",
                            models.CharField(
                                choices=[("normal", "Gewoon"), ("high", "Belangrijk")],
                                max_length=6,
                                verbose_name="belang",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("kcc", "Alleen het KCC"),
                                    ("teams", "Alleen de wijkteams"),
                                    ("all", "KCC en wijkteams"),
                                ],
                                max_length=8,
                                verbose_name="voor wie",
                            ),
                        ),
                        ("visible_from", models.DateTimeField(verbose_name="tonen vanaf")),
                        ("visible_until", models.DateTimeField(verbose_name="tonen tot")),
                        ("written_at", models.DateTimeField(verbose_name="geschreven op")),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                    ],
                    options={
                        "verbose_name": "nieuwsbericht",
                        "verbose_name_plural": "nieuwsberichten",
                        "ordering": ["-visible_from", "-pk"],
                        "indexes": [models.Index(fields=["visible_until"], name="news_by_end")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("importance__in", ["normal", "high"])),
                                name="news_importance_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("audience__in", ["kcc", "teams", "all"])),
                                name="news_audience_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visible_until__gt", models.F("visible_from"))),
                                name="news_window_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArticleUse",
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
                            "article",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uses",
                                to="cases.article",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("used", "Gebruikt als antwoord"),
                                    ("useful", "Hielp"),
                                    ("not_useful", "Hielp niet"),
                                    ("nothing_found", "Gezocht zonder resultaat"),
                                ],
                                max_length=14,
                                verbose_name="soort",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="tijdstip")),
                        (
                            "team",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gebruik van de kennisbank",
                        "verbose_name_plural": "gebruik van de kennisbank",
                        "indexes": [
                            models.Index(fields=["at", "kind"], name="article_use_by_moment")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("article__isnull", True), ("kind", "nothing_found")),
                                    models.Q(
                                        ("kind__in", ["used", "useful", "not_useful"]),
                                        ("article__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="article_use_has_article",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArticleSuggestion",
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
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="waar zocht u op?"),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=500, verbose_name="wat wilde u weten?"
                            ),
                        ),
                        ("suggested_at", models.DateTimeField(verbose_name="gevraagd op")),
                        (
                            "suggested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(null=True, verbose_name="afgehandeld op"),
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
                        (
                            "article",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gevraagd artikel",
                        "verbose_name_plural": "gevraagde artikelen",
                        "ordering": ["-suggested_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("settled_at__isnull", True)),
                                fields=["suggested_at"],
                                name="suggestion_open",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("settled_at__isnull", True), ("settled_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("settled_at__isnull", False), ("settled_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="suggestion_settled_by_somebody",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallDraft",
                    fields=[
                        ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("content", models.BinaryField(verbose_name="inhoud")),
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "desk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(verbose_name="begonnen op")),
                        ("expires_at", models.DateTimeField(verbose_name="verdwijnt op")),
                    ],
                    options={
                        "verbose_name": "lopend gesprek",
                        "verbose_name_plural": "lopende gesprekken",
                        "ordering": ["opened_at", "pk"],
                        "indexes": [
                            models.Index(fields=["employee", "opened_at"], name="call_by_employee"),
                            models.Index(fields=["expires_at"], name="call_by_end"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
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
                        ("uuid", models.UUIDField(editable=False, unique=True)),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("e-mail", "E-mail"),
                                    ("brief", "Brief"),
                                ],
                                max_length=8,
                                verbose_name="kanaal",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(verbose_name="begonnen op")),
                        ("ended_at", models.DateTimeField(verbose_name="geëindigd op")),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "desk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="cases.resident",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "klantcontact",
                        "verbose_name_plural": "klantcontacten",
                        "ordering": ["-ended_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["desk", "-ended_at", "-id"], name="contact_by_desk"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("channel__in", ["telefoon", "balie", "e-mail", "brief"])
                                ),
                                name="contact_channel_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ended_at__gte", models.F("opened_at"))),
                                name="contact_ends_after_begin",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactQuestion",
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
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="cases.contact",
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
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        (
                            "subject",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.callbacksubject",
                            ),
                        ),
                        (
                            "question",
                            models.TextField(blank=True, max_length=1000, verbose_name="vraag"),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("answered", "Beantwoord"),
                                    (
                                        "help_desk",
                                        "Beantwoord door of doorverbonden met de vraagbaak",
                                    ),
                                    ("callback", "Terugbelverzoek"),
                                    ("referred", "Doorverwezen"),
                                    ("wrong_number", "Verkeerd verbonden"),
                                ],
                                max_length=12,
                                verbose_name="resultaat",
                            ),
                        ),
                        (
                            "callback",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contact_questions",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "article",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.article",
                            ),
                        ),
                        (
                            "help_question",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.helpquestion",
                            ),
                        ),
                        (
                            "referred_to",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="doorverwezen naar"
                            ),
                        ),
                        (
                            "desk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(verbose_name="geëindigd op")),
                        (
                            "part",
                            models.CharField(
                                choices=[("ochtend", "ochtend"), ("middag", "middag")],
                                max_length=8,
                                verbose_name="dagdeel",
                            ),
                        ),
                        (
                            "with_help_desk",
                            models.BooleanField(default=False, verbose_name="vraagbaak aanwezig"),
                        ),
                    ],
                    options={
                        "verbose_name": "vraag in een klantcontact",
                        "verbose_name_plural": "vragen in klantcontacten",
                        "ordering": ["contact", "position"],
                        "indexes": [
                            models.Index(
                                fields=["desk", "-ended_at", "-id"], name="contact_question_by_desk"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contact", "position"), name="contact_question_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "result__in",
                                        [
                                            "answered",
                                            "help_desk",
                                            "callback",
                                            "referred",
                                            "wrong_number",
                                        ],
                                    )
                                ),
                                name="contact_result_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("callback__isnull", False), ("result", "callback")),
                                    models.Q(
                                        models.Q(("result", "callback"), _negated=True),
                                        ("callback__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_callback_has_request",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("result", "referred"),
                                        models.Q(("referred_to", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("result", "referred"), _negated=True),
                                        ("referred_to", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_referred_somewhere",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("result", "wrong_number"),
                                    ("subject__isnull", False),
                                    _connector="OR",
                                ),
                                name="contact_question_has_subject",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Application",
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
                        ("uuid", models.UUIDField(editable=False, unique=True)),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "notification",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="cases.wmonotification",
                                verbose_name="melding",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.reportversion",
                                verbose_name="verslag",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="cases.residentfile",
                                verbose_name="dossier",
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
                            "desk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("report", "Ondertekend verslag"),
                                    ("form", "Aanvraag na het verslag"),
                                    (
                                        "six_weeks",
                                        "Aanvraag omdat het onderzoek niet op tijd klaar was",
                                    ),
                                    ("urgent", "Spoed: tijdelijke voorziening zonder aanvraag"),
                                    ("revision", "Wijziging of intrekking van een eerder besluit"),
                                ],
                                max_length=9,
                                verbose_name="waarom",
                            ),
                        ),
                        (
                            "revises",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="revisions",
                                to="cases.decision",
                                verbose_name="wijzigt",
                            ),
                        ),
                        (
                            "revision_ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "facts",
                                        "Gegevens waren onjuist of onvolledig (Wmo 2.3.10 lid 1 onder a)",
                                    ),
                                    (
                                        "no_need",
                                        "De inwoner heeft het niet meer nodig (Wmo 2.3.10 lid 1 onder b)",
                                    ),
                                    (
                                        "too_little",
                                        "Het is niet meer toereikend (Wmo 2.3.10 lid 1 onder c)",
                                    ),
                                    (
                                        "conditions",
                                        "De voorwaarden zijn niet nageleefd (Wmo 2.3.10 lid 1 onder d)",
                                    ),
                                    (
                                        "not_used",
                                        "Niet of anders gebruikt (Wmo 2.3.10 lid 1 onder e)",
                                    ),
                                    ("request", "Op verzoek van de inwoner"),
                                    ("review", "Na heronderzoek (Wmo 2.3.9)"),
                                ],
                                max_length=10,
                                verbose_name="grond van de wijziging",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "In behandeling"),
                                    ("offered", "Wacht op tweede beoordeling"),
                                    ("decided", "Besloten, nog niet verstuurd"),
                                    ("sent", "Besluit verstuurd"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="open",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="ontvangen op")),
                        ("due_at", models.DateTimeField(verbose_name="einde van de termijn")),
                        ("registered_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "registered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("promised_on", models.DateField(null=True, verbose_name="toegezegd")),
                        (
                            "told_on",
                            models.DateField(null=True, verbose_name="vertraging gemeld op"),
                        ),
                        (
                            "noticed_on",
                            models.DateField(null=True, verbose_name="in gebreke gesteld op"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="afgerond op")),
                        (
                            "reminded_at",
                            models.DateTimeField(null=True, verbose_name="herinnerd op"),
                        ),
                        (
                            "warned_at",
                            models.DateTimeField(null=True, verbose_name="manager gewaarschuwd op"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("data_key", models.BinaryField(verbose_name="sleutel van de aanvraag")),
                    ],
                    options={
                        "verbose_name": "aanvraag",
                        "verbose_name_plural": "aanvragen",
                        "ordering": ["due_at", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["desk", "state", "due_at", "id"], name="application_of_desk"
                            ),
                            models.Index(
                                condition=models.Q(("state", "sent")),
                                fields=["desk", "ended_at", "id"],
                                name="application_sent_of_desk",
                            ),
                            models.Index(
                                condition=models.Q(("state__in", ("open", "offered", "decided"))),
                                fields=["handler", "due_at"],
                                name="application_of_handler",
                            ),
                            models.Index(
                                condition=models.Q(("state", "offered")),
                                fields=["second"],
                                name="application_of_second",
                            ),
                            models.Index(
                                condition=models.Q(("state__in", ("open", "offered", "decided"))),
                                fields=["due_at"],
                                name="application_running",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("state__in", ("open", "offered", "decided")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("open", "offered", "decided")),
                                            _negated=True,
                                        ),
                                        ("ended_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="application_ended_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ground__in", ["form", "report"]),
                                        ("report__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(("ground__in", ["form", "report"]), _negated=True),
                                        ("report__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="application_after_report",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "offered"), _negated=True),
                                    ("second__isnull", False),
                                    _connector="OR",
                                ),
                                name="application_offered_to_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("second__isnull", True),
                                    models.Q(("second", models.F("handler")), _negated=True),
                                    _connector="OR",
                                ),
                                name="application_second_is_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("promised_on__isnull", True), ("told_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("promised_on__isnull", False), ("told_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="application_promise_was_told",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("state__in", ("open", "offered", "decided")),
                                    models.Q(("ground__in", ("urgent", "revision")), _negated=True),
                                ),
                                fields=("notification",),
                                name="application_one_runs_per_melding",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("ground", "urgent"),
                                    ("state__in", ("open", "offered", "decided")),
                                ),
                                fields=("notification",),
                                name="application_one_urgent_per_melding",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ground", "revision"),
                                        ("revises__isnull", False),
                                        models.Q(("revision_ground", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("ground", "revision"), _negated=True),
                                        ("revises__isnull", True),
                                        ("revision_ground", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="application_revises_on_a_ground",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("open", "offered", "decided"))),
                                fields=("revises",),
                                name="application_one_revision_runs",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "application",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decision",
                                to="cases.application",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("granted", "Toegekend"),
                                    ("partly", "Gedeeltelijk toegekend"),
                                    ("refused", "Afgewezen"),
                                    ("not_taken", "Niet in behandeling genomen"),
                                    ("changed", "Eerder besluit gewijzigd"),
                                    ("withdrawn", "Eerder besluit ingetrokken"),
                                ],
                                max_length=9,
                                verbose_name="besluit",
                            ),
                        ),
                        (
                            "refusal",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "own",
                                        "Eigen kracht of gebruikelijke hulp volstaat (WMO 2.3.5 lid 3)",
                                    ),
                                    (
                                        "network",
                                        "Mantelzorg of het netwerk volstaat (WMO 2.3.5 lid 3)",
                                    ),
                                    (
                                        "general",
                                        "Een algemene voorziening volstaat (WMO 2.3.5 lid 3)",
                                    ),
                                    (
                                        "ordinary",
                                        "De voorziening is algemeen gebruikelijk (WMO 2.3.5 lid 3)",
                                    ),
                                    ("wlz", "Recht op verblijf vanuit de Wlz (WMO 2.3.5 lid 6)"),
                                    (
                                        "no_help",
                                        "De inwoner werkt niet mee aan het onderzoek (WMO 2.3.5 lid 6)",
                                    ),
                                    ("incomplete", "De aanvraag bleef onvolledig (AWB 4:5)"),
                                ],
                                max_length=10,
                                verbose_name="grond van de afwijzing",
                            ),
                        ),
                        (
                            "hearing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "not_needed",
                                        "Niet nodig: het besluit rust op wat de inwoner zelf opgaf",
                                    ),
                                    ("heard", "De inwoner is gehoord"),
                                    ("declined", "De inwoner wilde niet gehoord worden"),
                                ],
                                max_length=10,
                                verbose_name="gehoord",
                            ),
                        ),
                        ("heard_on", models.DateField(null=True, verbose_name="gehoord op")),
                        (
                            "review_on",
                            models.DateField(null=True, verbose_name="opnieuw kijken op"),
                        ),
                        ("effective_on", models.DateField(null=True, verbose_name="gaat in op")),
                        (
                            "replaced_by",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="cases.decision",
                                verbose_name="vervangen door",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="motivering")),
                        (
                            "returned",
                            models.BinaryField(default=bytes, verbose_name="waarom het terugkwam"),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("mandates", models.JSONField(default=list, verbose_name="mandaten")),
                        ("decided_on", models.DateField(null=True, verbose_name="besloten op")),
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
                            "second_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("sent_on", models.DateField(null=True, verbose_name="verstuurd op")),
                        (
                            "sent_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[("post", "Per post"), ("handed", "Persoonlijk gegeven")],
                                max_length=6,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "letter",
                            models.BinaryField(default=bytes, verbose_name="brief zoals verstuurd"),
                        ),
                        (
                            "objection_until",
                            models.DateField(null=True, verbose_name="bezwaar tot en met"),
                        ),
                    ],
                    options={
                        "verbose_name": "besluit",
                        "verbose_name_plural": "besluiten",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("review_on__isnull", False)),
                                fields=["review_on"],
                                name="decision_review",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True), ("decided_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("decided_by__isnull", False), ("decided_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_taken_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("second_by__isnull", True),
                                    models.Q(("second_by", models.F("decided_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="decision_four_eyes",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("letter", b""),
                                        ("objection_until__isnull", True),
                                        ("sent_on__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("letter", b""), _negated=True),
                                        ("objection_until__gt", models.F("sent_on")),
                                        ("sent_on__gte", models.F("decided_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_sent_with_letter",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("hearing", "heard"), _negated=True),
                                    ("heard_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="decision_heard_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome__in", ("granted", "changed", "withdrawn")),
                                        ("refusal", ""),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("outcome__in", ("granted", "changed", "withdrawn")),
                                            _negated=True,
                                        ),
                                        models.Q(("refusal", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_refused_on_a_ground",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("effective_on__isnull", False),
                                        ("outcome__in", ("changed", "withdrawn")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("outcome__in", ("changed", "withdrawn")), _negated=True
                                        ),
                                        ("effective_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_replaces_from_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("replaced_by__isnull", True),
                                    ("sent_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="decision_replaced_after_it_was_sent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Objection",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="objections",
                                to="cases.application",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="ontvangen op")),
                        (
                            "with_committee",
                            models.BooleanField(default=False, verbose_name="met adviescommissie"),
                        ),
                        (
                            "postponed_weeks",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="verdaagd (weken)"
                            ),
                        ),
                        ("due_at", models.DateTimeField(verbose_name="einde van de termijn")),
                        (
                            "content",
                            models.BinaryField(
                                default=bytes, verbose_name="wat de inwoner schrijft"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("upheld", "Gegrond"),
                                    ("partly", "Deels gegrond"),
                                    ("rejected", "Ongegrond"),
                                    ("no_entry", "Niet-ontvankelijk"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                max_length=9,
                                verbose_name="beslissing",
                            ),
                        ),
                        ("decided_on", models.DateField(null=True, verbose_name="beslist op")),
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
                        "verbose_name": "bezwaar",
                        "verbose_name_plural": "bezwaren",
                        "ordering": ["received_on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("outcome", "")),
                                fields=["due_at"],
                                name="objection_running",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "")),
                                fields=("application",),
                                name="objection_one_runs",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_on__isnull", True), ("outcome", "")),
                                    models.Q(
                                        models.Q(("outcome", ""), _negated=True),
                                        ("decided_on__gte", models.F("received_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="objection_decided_after_received",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("postponed_weeks__lte", 6)),
                                name="objection_postponed_six_weeks",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TermPause",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pauses",
                                to="cases.application",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    (
                                        "incomplete",
                                        "De aanvraag is niet volledig: gegevens gevraagd (AWB 4:5, 4:15)",
                                    ),
                                    (
                                        "consent",
                                        "De inwoner stemt schriftelijk in met uitstel (AWB 4:15 lid 2 onder a)",
                                    ),
                                    (
                                        "caused",
                                        "De vertraging komt door de inwoner (AWB 4:15 lid 2 onder b)",
                                    ),
                                    ("force", "Overmacht (AWB 4:15 lid 2 onder c)"),
                                ],
                                max_length=10,
                                verbose_name="reden",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="gevraagd op")),
                        ("until_on", models.DateField(verbose_name="tot en met")),
                        ("ended_on", models.DateField(null=True, verbose_name="binnen op")),
                        ("asked", models.BinaryField(verbose_name="wat is gevraagd")),
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
                        "verbose_name": "opschorting",
                        "verbose_name_plural": "opschortingen",
                        "ordering": ["asked_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until_on__gt", models.F("asked_on"))),
                                name="pause_ends_after_begin",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    models.Q(
                                        ("ended_on__gte", models.F("asked_on")),
                                        ("ended_on__lte", models.F("until_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="pause_ended_within",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Product",
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
                            models.BooleanField(
                                default=False, verbose_name="eigen bijdrage via het CAK"
                            ),
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
                                        [
                                            "minute",
                                            "hour",
                                            "day_part",
                                            "day",
                                            "piece",
                                            "time",
                                            "euro",
                                        ],
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("submission_key", models.UUIDField(editable=False, unique=True)),
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
                        (
                            "may_refuse",
                            models.BooleanField(default=False, verbose_name="mag ook weigeren"),
                        ),
                        (
                            "needs_second",
                            models.BooleanField(
                                default=False, verbose_name="tweede handtekening nodig"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="geldig vanaf")),
                        (
                            "until",
                            models.DateField(
                                blank=True, null=True, verbose_name="geldig tot en met"
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=60, verbose_name="kenmerk van het mandaatbesluit"
                            ),
                        ),
                        ("created_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="geldt niet meer vanaf"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="beëindigd op"
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
                            "end_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="waarom beëindigd"
                            ),
                        ),
                        (
                            "products",
                            models.ManyToManyField(
                                related_name="mandates",
                                to="cases.product",
                                verbose_name="producten",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mandaat",
                        "verbose_name_plural": "mandaten",
                        "ordering": ["holder__last_name", "holder__first_name", "since", "pk"],
                        "indexes": [
                            models.Index(fields=["holder", "since"], name="mandate_of_holder")
                        ],
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
                                    models.Q(
                                        ("longest_months__gte", 1), ("longest_months__lte", 600)
                                    ),
                                    _connector="OR",
                                ),
                                name="mandate_months_possible",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("yearly_cents__isnull", True),
                                    models.Q(
                                        ("yearly_cents__gte", 1), ("yearly_cents__lte", 100000000)
                                    ),
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
                migrations.CreateModel(
                    name="Provision",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="provisions",
                                to="cases.decision",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.product",
                            ),
                        ),
                        ("is_granted", models.BooleanField(default=True, verbose_name="toegekend")),
                        (
                            "volume",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=8,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="hoeveel",
                            ),
                        ),
                        (
                            "frequency",
                            models.CharField(
                                choices=[
                                    ("once", "eenmalig"),
                                    ("week", "per week"),
                                    ("4_weeks", "per vier weken"),
                                    ("month", "per maand"),
                                    ("year", "per jaar"),
                                ],
                                max_length=7,
                                verbose_name="per",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="vanaf")),
                        ("until", models.DateField(null=True, verbose_name="tot en met")),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("zin", "Zorg in natura"),
                                    ("pgb", "Persoonsgebonden budget"),
                                ],
                                max_length=3,
                                verbose_name="vorm",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.provider",
                                verbose_name="aanbieder",
                            ),
                        ),
                        (
                            "yearly_cents",
                            models.PositiveBigIntegerField(
                                null=True, verbose_name="kosten per jaar"
                            ),
                        ),
                        (
                            "delivery",
                            models.CharField(
                                choices=[
                                    ("to_order", "Nog doorgeven"),
                                    ("ordered", "Doorgegeven aan de aanbieder"),
                                    ("started", "Gestart"),
                                    ("stopped", "Gestopt"),
                                ],
                                default="to_order",
                                max_length=8,
                                verbose_name="levering",
                            ),
                        ),
                        (
                            "delivery_on",
                            models.DateField(null=True, verbose_name="levering gewijzigd op"),
                        ),
                    ],
                    options={
                        "verbose_name": "voorziening",
                        "verbose_name_plural": "voorzieningen",
                        "ordering": ["since", "pk"],
                        "indexes": [
                            models.Index(fields=["delivery", "since"], name="provision_by_delivery")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("volume__gt", 0)),
                                name="provision_volume_above_zero",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("until__gte", models.F("since")),
                                    _connector="OR",
                                ),
                                name="provision_ends_after_begin",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_granted", False),
                                    ("form", "pgb"),
                                    ("provider__isnull", False),
                                    _connector="OR",
                                ),
                                name="provision_in_kind_has_provider",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("delivery", "to_order"), ("is_granted", True), _connector="OR"
                                ),
                                name="provision_delivered_when_granted",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
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
                            "token",
                            models.UUIDField(
                                editable=False, unique=True, verbose_name="naam op schijf"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("letter", "Brief"),
                                    ("statement", "Verklaring"),
                                    ("photo", "Foto"),
                                    ("decision", "Besluit"),
                                    ("other", "Overig"),
                                ],
                                max_length=9,
                                verbose_name="soort",
                            ),
                        ),
                        ("called", models.BinaryField(verbose_name="naam")),
                        ("content", models.BinaryField(default=bytes, verbose_name="omschrijving")),
                        (
                            "dated_on",
                            models.DateField(null=True, verbose_name="datum op het document"),
                        ),
                        (
                            "media",
                            models.CharField(
                                choices=[
                                    ("pdf", "PDF"),
                                    ("jpeg", "foto (JPEG)"),
                                    ("png", "afbeelding (PNG)"),
                                    ("docx", "Word-document"),
                                    ("odt", "OpenDocument-tekst"),
                                    ("text", "platte tekst"),
                                ],
                                max_length=4,
                                verbose_name="bestandssoort",
                            ),
                        ),
                        ("size", models.PositiveIntegerField(verbose_name="bytes")),
                        ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                        ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "scan",
                            models.CharField(
                                choices=[
                                    ("unscanned", "Niet gescand op virussen"),
                                    ("waiting", "Wacht op scan"),
                                    ("clean", "Gescand, geen virus"),
                                    ("infected", "Virus gevonden, bestand weggegooid"),
                                ],
                                max_length=9,
                                verbose_name="virusscan",
                            ),
                        ),
                        ("scanned_at", models.DateTimeField(null=True, verbose_name="gescand op")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(null=True, verbose_name="ingetrokken op"),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reason",
                            models.BinaryField(default=bytes, verbose_name="reden van intrekken"),
                        ),
                        (
                            "missing_since",
                            models.DateTimeField(null=True, verbose_name="bestand ontbreekt sinds"),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documenten",
                        "ordering": ["-added_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["file", "added_at", "id"], name="document_of_file"
                            ),
                            models.Index(
                                condition=models.Q(("scan__in", ("waiting", "unscanned"))),
                                fields=["added_at", "id"],
                                name="document_to_scan",
                            ),
                            models.Index(
                                condition=models.Q(("missing_since__isnull", False)),
                                fields=["missing_since"],
                                name="document_missing",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reason", b""),
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("reason", b""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="document_withdrawn_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("scan__in", ("waiting", "unscanned")),
                                        ("scanned_at__isnull", True),
                                    ),
                                    models.Q(
                                        ("scan__in", ["clean", "infected"]),
                                        ("scanned_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="document_scanned_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["letter", "statement", "photo", "decision", "other"],
                                    ),
                                    ("media__in", ["pdf", "jpeg", "png", "docx", "odt", "text"]),
                                ),
                                name="document_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0)), name="document_is_not_empty"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Handover",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "from_team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "to_team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.team",
                                verbose_name="naar",
                            ),
                        ),
                        (
                            "returns",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="returned_by",
                                to="cases.handover",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Concept"),
                                    ("offered", "Aangeboden"),
                                    ("asked", "Toelichting gevraagd"),
                                    ("accepted", "Aanvaard"),
                                    ("refused", "Geweigerd"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("expired", "Verlopen"),
                                    ("returned", "Teruggegeven"),
                                ],
                                default="draft",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "expertise",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("addiction", "Verslaving"),
                                    ("psychiatry", "Psychiatrie"),
                                    ("nah", "Niet-aangeboren hersenletsel (NAH)"),
                                    ("old_age", "Psychogeriatrie"),
                                    ("disability", "Verstandelijke beperking"),
                                    ("debt", "Schulden"),
                                    ("other", "Iets anders"),
                                ],
                                max_length=10,
                                verbose_name="gevraagde expertise",
                            ),
                        ),
                        (
                            "urgency",
                            models.CharField(
                                choices=[
                                    ("today", "Met spoed: binnen 1 werkdag"),
                                    ("soon", "Snel: binnen 3 werkdagen"),
                                    ("normal", "Gewoon: binnen 5 werkdagen"),
                                ],
                                max_length=6,
                                verbose_name="hoe snel",
                            ),
                        ),
                        (
                            "agreed",
                            models.CharField(
                                choices=[
                                    ("resident", "De inwoner weet ervan en is akkoord"),
                                    ("ground", "Zonder akkoord, op een andere grond"),
                                ],
                                max_length=8,
                                verbose_name="akkoord",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="samenvatting en redenen")),
                        ("drafted_at", models.DateTimeField(verbose_name="begonnen op")),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "offered_at",
                            models.DateTimeField(null=True, verbose_name="aangeboden op"),
                        ),
                        (
                            "offered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "answer_by",
                            models.DateTimeField(null=True, verbose_name="antwoord uiterlijk"),
                        ),
                        (
                            "asked",
                            models.BinaryField(default=bytes, verbose_name="gevraagde toelichting"),
                        ),
                        (
                            "unagreed_at",
                            models.DateTimeField(null=True, verbose_name="akkoord ingetrokken op"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="beëindigd op")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Er is geen ruimte"),
                                    ("not_complex", "Het wijkteam kan dit zelf"),
                                    ("wrong_team", "Het hoort bij een ander team"),
                                    ("incomplete", "De gegevens zijn niet volledig"),
                                    ("no_agreement", "De inwoner wil het niet"),
                                    ("advice", "Advies is genoeg"),
                                    ("other", "Iets anders"),
                                ],
                                max_length=12,
                                verbose_name="waarom niet",
                            ),
                        ),
                        (
                            "answer",
                            models.BinaryField(default=bytes, verbose_name="antwoord in woorden"),
                        ),
                        (
                            "director",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "talk",
                            models.BinaryField(default=bytes, verbose_name="warme overdracht"),
                        ),
                        (
                            "seen_at",
                            models.DateTimeField(
                                null=True, verbose_name="gezien door de afzender op"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "overdracht",
                        "verbose_name_plural": "overdrachten",
                        "ordering": ["-drafted_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["file", "drafted_at"], name="handover_of_file"),
                            models.Index(
                                fields=["to_team", "state", "answer_by"], name="handover_to_team"
                            ),
                            models.Index(
                                fields=["from_team", "drafted_at"], name="handover_from_team"
                            ),
                            models.Index(
                                condition=models.Q(("state__in", ["asked", "offered"])),
                                fields=["answer_by"],
                                name="handover_waiting",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["asked", "draft", "offered"])),
                                fields=("file",),
                                name="handover_one_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_team", models.F("to_team")), _negated=True
                                ),
                                name="handover_to_another_team",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["draft", "withdrawn"]),
                                    models.Q(
                                        ("answer_by__isnull", False),
                                        ("offered_at__isnull", False),
                                        ("offered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="handover_offered_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        (
                                            "state__in",
                                            [
                                                "accepted",
                                                "refused",
                                                "withdrawn",
                                                "expired",
                                                "returned",
                                            ],
                                        ),
                                    ),
                                    models.Q(
                                        models.Q(
                                            (
                                                "state__in",
                                                [
                                                    "accepted",
                                                    "refused",
                                                    "withdrawn",
                                                    "expired",
                                                    "returned",
                                                ],
                                            ),
                                            _negated=True,
                                        ),
                                        ("ended_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="handover_ended_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "reason__in",
                                            [
                                                "full",
                                                "not_complex",
                                                "wrong_team",
                                                "incomplete",
                                                "no_agreement",
                                                "advice",
                                                "other",
                                            ],
                                        ),
                                        ("state", "refused"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "refused"), _negated=True),
                                        ("reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="handover_refused_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("director__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("state__in", ["accepted", "returned"]),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ["accepted", "returned"]), _negated=True
                                        ),
                                        ("director__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="handover_accepted_by_director",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state__in", ["accepted", "returned"]), _negated=True
                                    ),
                                    models.Q(("ended_by", models.F("offered_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="handover_accepted_by_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MatchNorm",
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
                        ("amount", models.PositiveSmallIntegerField(verbose_name="aantal")),
                    ],
                    options={
                        "verbose_name": "norm voor matches",
                        "verbose_name_plural": "normen voor matches",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MatchRequest",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matches",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matches",
                                to="cases.helprequest",
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
                            "cluster",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.cluster",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.offer",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "of_everybody",
                            models.BooleanField(
                                verbose_name="gevraagd aan iedereen in het cluster"
                            ),
                        ),
                        (
                            "coordinator",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "urgency",
                            models.CharField(
                                choices=[
                                    ("soon", "Snel: binnen een week"),
                                    ("normal", "Gewoon: binnen een maand"),
                                    ("later", "Kan wachten"),
                                ],
                                max_length=6,
                                verbose_name="hoe snel",
                            ),
                        ),
                        (
                            "shared_by",
                            models.CharField(
                                choices=[
                                    ("team", "Binnen het team: geen toestemming nodig"),
                                    ("consent", "Met toestemming van de inwoner"),
                                ],
                                max_length=7,
                                verbose_name="waarom delen mag",
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.consent",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="wat is gevraagd")),
                        ("answer_by", models.DateTimeField(verbose_name="antwoord uiterlijk")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Gevraagd"),
                                    ("taken", "Opgepakt"),
                                    ("matched", "Match gevonden"),
                                    ("arrived", "Aangekomen"),
                                    ("failed", "Niet aangekomen"),
                                    ("no_match", "Geen match"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="asked",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(null=True, verbose_name="beantwoord op"),
                        ),
                        (
                            "matched_with",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="organisatie of aanbod"
                            ),
                        ),
                        (
                            "first_contact_on",
                            models.DateField(null=True, verbose_name="eerste contact"),
                        ),
                        (
                            "follow_up_on",
                            models.DateField(null=True, verbose_name="nagaan of het liep"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nobody", "Er is geen vrijwilliger beschikbaar"),
                                    ("too_much", "De vraag is te zwaar voor een vrijwilliger"),
                                    ("declined", "De inwoner wil het toch niet"),
                                    ("no_contact", "De inwoner is niet bereikt"),
                                    ("needless", "Het is niet meer nodig"),
                                    ("other", "Iets anders"),
                                ],
                                max_length=10,
                                verbose_name="waarom geen match",
                            ),
                        ),
                        ("answer", models.BinaryField(default=bytes, verbose_name="toelichting")),
                    ],
                    options={
                        "verbose_name": "gevraagde match",
                        "verbose_name_plural": "gevraagde matches",
                        "ordering": ["-asked_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["file", "asked_at"], name="match_of_file"),
                            models.Index(
                                fields=["coordinator", "state", "asked_at"],
                                name="match_of_coordinator",
                            ),
                            models.Index(
                                condition=models.Q(("of_everybody", True)),
                                fields=["cluster", "state", "asked_at"],
                                name="match_of_cluster",
                            ),
                            models.Index(
                                condition=models.Q(("state", "matched")),
                                fields=["file"],
                                name="match_to_follow_up",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("consent__isnull", True),
                                        ("of_everybody", False),
                                        ("shared_by", "team"),
                                    ),
                                    models.Q(("consent__isnull", False), ("shared_by", "consent")),
                                    _connector="OR",
                                ),
                                name="match_shared_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("coordinator__isnull", False),
                                    models.Q(
                                        ("of_everybody", True),
                                        ("state__in", ["asked", "withdrawn"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="match_is_asked_of_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("first_contact_on__isnull", False),
                                        ("follow_up_on__isnull", False),
                                        ("state__in", ["matched", "arrived", "failed"]),
                                        models.Q(("matched_with", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ["matched", "arrived", "failed"]),
                                            _negated=True,
                                        ),
                                        ("first_contact_on__isnull", True),
                                        ("follow_up_on__isnull", True),
                                        ("matched_with", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="match_with_somebody_from_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "reason__in",
                                            [
                                                "nobody",
                                                "too_much",
                                                "declined",
                                                "no_contact",
                                                "needless",
                                                "other",
                                            ],
                                        ),
                                        ("state", "no_match"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "no_match"), _negated=True),
                                        ("reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="match_none_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at", None), ("state__in", ["asked", "taken"])
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ["asked", "taken"]), _negated=True),
                                        models.Q(("answered_at", None), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="match_answered_has_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Paper",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("kind", models.CharField(max_length=30, verbose_name="soort")),
                        ("source", models.CharField(max_length=40, verbose_name="gemaakt van")),
                        (
                            "mark",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="kenmerk van de inhoud"
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Wacht"),
                                    ("making", "Wordt gemaakt"),
                                    ("made", "Klaar"),
                                    ("failed", "Mislukt"),
                                ],
                                default="asked",
                                max_length=6,
                                verbose_name="status",
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
                        ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                        ("started_at", models.DateTimeField(null=True, verbose_name="begonnen op")),
                        ("made_at", models.DateTimeField(null=True, verbose_name="gemaakt op")),
                        (
                            "tries",
                            models.PositiveSmallIntegerField(default=0, verbose_name="pogingen"),
                        ),
                        (
                            "pages",
                            models.PositiveSmallIntegerField(default=0, verbose_name="pagina's"),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="bestandsnaam"
                            ),
                        ),
                        (
                            "refusal",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="waarom het mislukte"
                            ),
                        ),
                        ("data_key", models.BinaryField(verbose_name="sleutel van de PDF")),
                        ("content", models.BinaryField(default=bytes, verbose_name="PDF")),
                    ],
                    options={
                        "verbose_name": "PDF",
                        "verbose_name_plural": "PDF's",
                        "ordering": ["asked_at", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ("asked", "making"))),
                                fields=["asked_at"],
                                name="paper_waiting",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "source", "mark"), name="paper_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "making", "made", "failed"])
                                ),
                                name="paper_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("made_at__isnull", False),
                                        ("pages__gt", 0),
                                        ("state", "made"),
                                        models.Q(("content", b""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "made"), _negated=True),
                                        ("content", b""),
                                        ("made_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="paper_made_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "making"), _negated=True),
                                    ("started_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="paper_making_has_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="voor wie")),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("started_at", models.DateTimeField(verbose_name="begonnen op")),
                        (
                            "started_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("agreed_on", models.DateField(null=True, verbose_name="akkoord op")),
                        (
                            "agreed_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("talk", "In een gesprek"),
                                    ("phone", "Aan de telefoon"),
                                    ("paper", "Getekend op papier"),
                                    ("mail", "In een bericht of brief"),
                                ],
                                max_length=5,
                                verbose_name="hoe",
                            ),
                        ),
                        ("agreed_edition", models.PositiveIntegerField(null=True)),
                    ],
                    options={
                        "verbose_name": "plan",
                        "verbose_name_plural": "plannen",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("agreed_edition__isnull", True),
                                        ("agreed_how", ""),
                                        ("agreed_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("agreed_edition__isnull", False),
                                        ("agreed_how__in", ["talk", "phone", "paper", "mail"]),
                                        ("agreed_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_agreed_with_day_and_way",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Goal",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="cases.plan",
                            ),
                        ),
                        (
                            "domain",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.lifedomain",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="cases.helprequest",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="doel in woorden")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("running", "Loopt"),
                                    ("reached", "Gehaald"),
                                    ("partly", "Deels gehaald"),
                                    ("missed", "Niet gehaald"),
                                    ("dropped", "Vervallen"),
                                ],
                                default="running",
                                max_length=7,
                                verbose_name="stand",
                            ),
                        ),
                        (
                            "score_before",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Heel slecht"),
                                    (2, "Slecht"),
                                    (3, "Gaat wel"),
                                    (4, "Goed"),
                                    (5, "Heel goed"),
                                ],
                                null=True,
                                verbose_name="nu",
                            ),
                        ),
                        (
                            "score_after",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Heel slecht"),
                                    (2, "Slecht"),
                                    (3, "Gaat wel"),
                                    (4, "Goed"),
                                    (5, "Heel goed"),
                                ],
                                null=True,
                                verbose_name="daarna",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(verbose_name="toegevoegd op")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="beëindigd op")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "doel",
                        "verbose_name_plural": "doelen",
                        "ordering": ["created_at", "pk"],
                        "indexes": [
                            models.Index(fields=["file", "created_at"], name="goal_of_file")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        ("state__in", ["reached", "partly", "missed", "dropped"]),
                                        ("ended_at__gte", models.F("created_at")),
                                        ("ended_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="goal_ends_with_a_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("score_before__isnull", True),
                                    ("score_before__in", [1, 2, 3, 4, 5]),
                                    _connector="OR",
                                ),
                                name="goal_score_before_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("score_after__isnull", True),
                                    models.Q(
                                        ("score_after__in", [1, 2, 3, 4, 5]),
                                        models.Q(("state", "running"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="goal_score_after_the_end",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanAction",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="cases.goal",
                            ),
                        ),
                        (
                            "who",
                            models.CharField(
                                choices=[
                                    ("resident", "De inwoner of het gezin"),
                                    ("network", "Iemand uit het netwerk"),
                                    ("volunteer", "Een vrijwilliger"),
                                    ("general", "Algemene voorziening"),
                                    ("team", "Het wijkteam"),
                                    ("provider", "Een zorgaanbieder"),
                                ],
                                max_length=9,
                                verbose_name="wie",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("own_strength", "Eigen kracht"),
                                    ("informal", "Informeel"),
                                    ("collective", "Collectief"),
                                    ("formal", "Maatwerk"),
                                ],
                                max_length=12,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.offer",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="vanaf")),
                        ("until", models.DateField(null=True, verbose_name="tot en met")),
                        ("content", models.BinaryField(verbose_name="actie in woorden")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Gepland"),
                                    ("running", "Bezig"),
                                    ("done", "Klaar"),
                                    ("stopped", "Gestopt"),
                                ],
                                default="planned",
                                max_length=7,
                                verbose_name="stand",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(verbose_name="toegevoegd op")),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="beëindigd op")),
                    ],
                    options={
                        "verbose_name": "actie in een plan",
                        "verbose_name_plural": "acties in plannen",
                        "ordering": ["since", "created_at", "pk"],
                        "indexes": [
                            models.Index(fields=["file", "since"], name="plan_action_of_file")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("until__gte", models.F("since")),
                                    _connector="OR",
                                ),
                                name="plan_action_ends_after_begin",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("state__in", ["planned", "running"]),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("state__in", ["done", "stopped"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_action_ends_with_a_state",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind__in", ["own_strength"]), ("who", "resident")),
                                    models.Q(("kind__in", ["informal"]), ("who", "network")),
                                    models.Q(("kind__in", ["informal"]), ("who", "volunteer")),
                                    models.Q(("kind__in", ["collective"]), ("who", "general")),
                                    models.Q(
                                        ("kind__in", ["collective", "formal"]), ("who", "team")
                                    ),
                                    models.Q(("kind__in", ["formal"]), ("who", "provider")),
                                    _connector="OR",
                                ),
                                name="plan_action_kind_fits_who",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evaluation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluations",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluations",
                                to="cases.plan",
                            ),
                        ),
                        ("planned_on", models.DateField(verbose_name="gepland op")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Gepland"),
                                    ("held", "Gehouden"),
                                    ("dropped", "Niet doorgegaan"),
                                ],
                                default="planned",
                                max_length=7,
                                verbose_name="stand",
                            ),
                        ),
                        ("held_on", models.DateField(null=True, verbose_name="gehouden op")),
                        ("content", models.BinaryField(default=bytes, verbose_name="bevindingen")),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evaluatie",
                        "verbose_name_plural": "evaluaties",
                        "ordering": ["-planned_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["file", "state", "planned_on"], name="evaluation_of_file"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "planned")),
                                fields=("plan",),
                                name="one_planned_evaluation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_on__isnull", True), ("state", "planned")),
                                    models.Q(
                                        ("held_on__isnull", False),
                                        ("state", "held"),
                                        models.Q(("content", b""), _negated=True),
                                    ),
                                    models.Q(
                                        ("held_on__isnull", True),
                                        ("state", "dropped"),
                                        models.Q(("content", b""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="evaluation_ends_with_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="cases.helprequest",
                            ),
                        ),
                        (
                            "recipient_kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.recipientkind",
                            ),
                        ),
                        (
                            "liaison",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.liaison",
                            ),
                        ),
                        (
                            "shared_by",
                            models.CharField(
                                choices=[
                                    ("team", "Binnen het team: geen toestemming nodig"),
                                    ("anonymous", "Anoniem: zonder gegevens van de inwoner"),
                                    ("consent", "Met toestemming van de inwoner"),
                                    ("ground", "Op een grond in de wet, met een reden"),
                                ],
                                max_length=9,
                                verbose_name="waarom delen mag",
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.consent",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="naar wie en waarom")),
                        ("referred_on", models.DateField(verbose_name="verwezen op")),
                        ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("follow_up_on", models.DateField(verbose_name="nagaan of het lukte")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("sent", "Verwezen"),
                                    ("arrived", "Aangekomen"),
                                    ("failed", "Niet aangekomen"),
                                    ("given_up", "Losgelaten"),
                                ],
                                default="sent",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="bekend op")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "result",
                            models.BinaryField(default=bytes, verbose_name="wat ervan kwam"),
                        ),
                        (
                            "data",
                            models.ManyToManyField(
                                related_name="+", to="cases.datacategory", verbose_name="gegevens"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "verwijzing",
                        "verbose_name_plural": "verwijzingen",
                        "ordering": ["-recorded_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["file", "recorded_at"], name="referral_of_file"),
                            models.Index(
                                condition=models.Q(("state", "sent")),
                                fields=["file"],
                                name="referral_to_follow_up",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("shared_by__in", ["consent", "ground"])),
                                name="referral_shared_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("follow_up_on__gte", models.F("referred_on"))),
                                name="referral_asked_afterwards",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at", None),
                                        ("ended_by", None),
                                        ("result", b""),
                                        ("state", "sent"),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("state__in", ["arrived", "failed", "given_up"]),
                                        models.Q(
                                            ("state", "arrived"),
                                            models.Q(("result", b""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="referral_over_has_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Task",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie doet het",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="wat")),
                        ("due_at", models.DateTimeField(verbose_name="einde van de dag")),
                        (
                            "ahead",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Op de dag zelf"),
                                    (1, "Een dag eerder"),
                                    (7, "Een week eerder"),
                                ],
                                default=0,
                                verbose_name="herinnering",
                            ),
                        ),
                        ("remind_at", models.DateTimeField(verbose_name="herinneren op")),
                        (
                            "reminded_at",
                            models.DateTimeField(null=True, verbose_name="herinnerd op"),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Te doen"),
                                    ("done", "Gedaan"),
                                    ("dropped", "Vervallen"),
                                ],
                                default="open",
                                max_length=7,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "ending",
                            models.BinaryField(default=bytes, verbose_name="wat ervan kwam"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="afgerond op")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "taak",
                        "verbose_name_plural": "taken",
                        "ordering": ["due_at", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["file", "state", "due_at", "id"], name="task_of_file"
                            ),
                            models.Index(
                                fields=["file", "ended_at", "id"], name="task_over_of_file"
                            ),
                            models.Index(fields=["owner", "state", "due_at"], name="task_of_owner"),
                            models.Index(
                                condition=models.Q(
                                    ("reminded_at__isnull", True), ("state", "open")
                                ),
                                fields=["remind_at", "id"],
                                name="task_to_remind",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                        ("state", "open"),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("state__in", ["done", "dropped"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="task_over_has_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "dropped"), _negated=True),
                                    models.Q(("ending", b""), _negated=True),
                                    _connector="OR",
                                ),
                                name="task_dropped_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("content", b""), _negated=True),
                                name="task_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ahead__in", [0, 1, 7])),
                                name="task_reminder_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Waakvlam",
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
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="waakvlammen",
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
                            "file",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="waakvlammen",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vervanger",
                            ),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.consent",
                            ),
                        ),
                        (
                            "agreed_on",
                            models.DateField(null=True, verbose_name="mondeling afgesproken op"),
                        ),
                        (
                            "weeks",
                            models.PositiveSmallIntegerField(verbose_name="om de hoeveel weken"),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("visit", "Bezoek"),
                                    ("call", "Bellen"),
                                    ("card", "Kaart sturen"),
                                ],
                                max_length=5,
                                verbose_name="hoe",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="afspraken")),
                        ("data_key", models.BinaryField(verbose_name="sleutel van de waakvlam")),
                        ("begun_at", models.DateTimeField(verbose_name="begonnen op")),
                        (
                            "begun_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("review_on", models.DateField(verbose_name="opnieuw bekijken op")),
                        (
                            "due_at",
                            models.DateTimeField(verbose_name="einde van de dag van het contact"),
                        ),
                        (
                            "remind_at",
                            models.DateTimeField(null=True, verbose_name="herinneren op"),
                        ),
                        (
                            "told",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "niemand"),
                                    (1, "de contactpersoon"),
                                    (2, "de vervanger"),
                                    (3, "de manager"),
                                ],
                                default=0,
                                verbose_name="wie is herinnerd",
                            ),
                        ),
                        (
                            "unreached",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="keer niet bereikt op rij"
                            ),
                        ),
                        (
                            "mood",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("good", "Goed"),
                                    ("watch", "Let op"),
                                    ("worry", "Zorgen"),
                                ],
                                max_length=5,
                                verbose_name="hoe ging het",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("running", "Loopt"), ("ended", "Beëindigd")],
                                default="running",
                                max_length=7,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nothing", "Er is niets meer nodig"),
                                    ("melding", "Er is een nieuwe melding"),
                                    ("file", "Er is een dossier geopend"),
                                    ("moved", "De inwoner is verhuisd"),
                                    ("deceased", "De inwoner is overleden"),
                                    ("withdrawn", "De inwoner wil het niet meer"),
                                ],
                                max_length=9,
                                verbose_name="hoe geëindigd",
                            ),
                        ),
                        ("ending", models.BinaryField(default=bytes, verbose_name="waarom")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="beëindigd op")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "waakvlam",
                        "verbose_name_plural": "waakvlammen",
                        "ordering": ["due_at", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["team", "state", "due_at", "id"], name="waakvlam_of_team"
                            ),
                            models.Index(
                                fields=["team", "ended_at", "id"], name="waakvlam_over_of_team"
                            ),
                            models.Index(
                                fields=["owner", "state", "due_at"], name="waakvlam_of_owner"
                            ),
                            models.Index(
                                fields=["deputy", "state", "due_at"], name="waakvlam_of_deputy"
                            ),
                            models.Index(
                                condition=models.Q(("remind_at__isnull", False)),
                                fields=["remind_at", "id"],
                                name="waakvlam_to_remind",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("weeks__range", (1, 26))),
                                name="waakvlam_weeks_possible",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("owner", models.F("deputy")), _negated=True),
                                name="waakvlam_deputy_is_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("agreed_on__isnull", False), ("consent__isnull", True)
                                    ),
                                    models.Q(
                                        ("agreed_on__isnull", True), ("consent__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="waakvlam_agreed_one_way",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("way__in", ["visit", "call", "card"]),
                                    models.Q(("content", b""), _negated=True),
                                ),
                                name="waakvlam_has_agreements",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                        ("outcome", ""),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        (
                                            "outcome__in",
                                            [
                                                "nothing",
                                                "melding",
                                                "file",
                                                "moved",
                                                "deceased",
                                                "withdrawn",
                                            ],
                                        ),
                                        ("remind_at__isnull", True),
                                        ("state", "ended"),
                                        models.Q(("ending", b""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="waakvlam_ended_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WaakvlamContact",
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
                            "waakvlam",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="cases.waakvlam",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="moment")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("spoken", "Gesproken"),
                                    ("unreached", "Niet bereikt"),
                                    ("card", "Kaart gestuurd"),
                                ],
                                max_length=9,
                                verbose_name="resultaat",
                            ),
                        ),
                        (
                            "mood",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("good", "Goed"),
                                    ("watch", "Let op"),
                                    ("worry", "Zorgen"),
                                ],
                                max_length=5,
                                verbose_name="hoe ging het",
                            ),
                        ),
                        ("content", models.BinaryField(default=bytes, verbose_name="wat")),
                        (
                            "quarters",
                            models.PositiveSmallIntegerField(null=True, verbose_name="kwartieren"),
                        ),
                    ],
                    options={
                        "verbose_name": "waakvlamcontact",
                        "verbose_name_plural": "waakvlamcontacten",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["waakvlam", "at", "id"], name="waakvlam_contacts"),
                            models.Index(fields=["by", "at"], name="waakvlam_contact_by"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("mood__in", ["good", "watch", "worry"]),
                                        ("result", "spoken"),
                                    ),
                                    models.Q(("mood", ""), ("result__in", ["unreached", "card"])),
                                    _connector="OR",
                                ),
                                name="waakvlam_contact_says_how_it_is",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quarters__isnull", True),
                                    ("quarters__range", (1, 16)),
                                    _connector="OR",
                                ),
                                name="waakvlam_contact_time_possible",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
