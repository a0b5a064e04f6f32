"""Every table of this app at once: what a new database gets (see common/creating.py)."""

import uuid

import django.contrib.auth.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import clusters.people.models
import common.creating
from clusters import database_rules


def install(apps, schema_editor):
    database_rules.install(schema_editor.connection)


def remove(apps, schema_editor):
    database_rules.remove(schema_editor.connection)


class Migration(migrations.Migration):
    replaces = [
        ("clusters", "0001_initial"),
        ("clusters", "0002_open_session"),
        ("clusters", "0003_database_rules"),
        ("clusters", "0004_postcode_rule_range"),
        ("clusters", "0005_user_name_whatever_its_capitals"),
        ("clusters", "0006_invitation"),
        ("clusters", "0007_words_on_screen"),
        ("clusters", "0008_closing_day_by_decree"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        common.creating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Authenticator",
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
                            "user",
                            models.ForeignKey(
                                help_text="The user that this device belongs to.",
                                on_delete=django.db.models.deletion.CASCADE,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="The human-readable name of this device.", max_length=64
                            ),
                        ),
                        (
                            "confirmed",
                            models.BooleanField(
                                default=True, help_text="Is this device ready for use?"
                            ),
                        ),
                        (
                            "throttling_failure_timestamp",
                            models.DateTimeField(
                                blank=True,
                                default=None,
                                help_text="A timestamp of the last failed verification attempt. Null if last attempt succeeded.",
                                null=True,
                            ),
                        ),
                        (
                            "throttling_failure_count",
                            models.PositiveIntegerField(
                                default=0, help_text="Number of successive failed attempts."
                            ),
                        ),
                        (
                            "row_key",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        ("sealed_secret", models.BinaryField(verbose_name="versleuteld geheim")),
                        (
                            "last_step",
                            models.BigIntegerField(
                                default=-1, verbose_name="laatst gebruikte stap"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "authenticator",
                        "verbose_name_plural": "authenticators",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("confirmed", True)),
                                fields=("user",),
                                name="authenticator_one_confirmed",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecoveryCode",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recovery_codes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("code_hash", models.CharField(max_length=200)),
                        (
                            "used_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="gebruikt op"),
                        ),
                    ],
                    options={
                        "verbose_name": "herstelcode",
                        "verbose_name_plural": "herstelcodes",
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitation",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("mark", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("sent_at", models.DateTimeField(verbose_name="gemaakt op")),
                    ],
                    options={
                        "verbose_name": "uitnodiging",
                        "verbose_name_plural": "uitnodigingen",
                    },
                ),
                migrations.CreateModel(
                    name="OpenSession",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="open_sessions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("session_key", models.CharField(max_length=40, unique=True)),
                        ("form_mark", models.CharField(db_index=True, max_length=64)),
                        ("opened_at", models.DateTimeField(verbose_name="begonnen op")),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="geëindigd op"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sessie",
                        "verbose_name_plural": "sessies",
                        "ordering": ["opened_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="OutboxMail",
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
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outbox",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("subject", models.CharField(max_length=160, verbose_name="onderwerp")),
                        ("body", models.TextField(verbose_name="tekst")),
                        ("message_id", models.CharField(max_length=200, unique=True)),
                        ("created_at", models.DateTimeField(verbose_name="gemaakt op")),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="verstuurd op"
                            ),
                        ),
                        (
                            "tries",
                            models.PositiveSmallIntegerField(default=0, verbose_name="pogingen"),
                        ),
                        ("try_after", models.DateTimeField(verbose_name="niet vóór")),
                    ],
                    options={
                        "verbose_name": "mail",
                        "verbose_name_plural": "mails",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("sent_at__isnull", True)),
                                fields=["try_after"],
                                name="outbox_unsent",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
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
                                related_name="notices",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("text", models.CharField(max_length=240, verbose_name="melding")),
                        ("url_name", models.CharField(max_length=60)),
                        ("object_id", models.BigIntegerField(null=True)),
                        ("created_at", models.DateTimeField(verbose_name="gemaakt op")),
                        (
                            "read_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="gelezen op"),
                        ),
                        ("dedup_key", models.CharField(max_length=120, unique=True)),
                        ("wants_mail", models.BooleanField(default=True)),
                        (
                            "mail",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="clusters.outboxmail",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "melding",
                        "verbose_name_plural": "meldingen",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("read_at__isnull", True)),
                                fields=["person"],
                                name="notice_unread",
                            ),
                            models.Index(
                                condition=models.Q(("mail__isnull", True), ("wants_mail", True)),
                                fields=["person"],
                                name="notice_unmailed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SweepRun",
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
                        ("task", models.CharField(max_length=80, unique=True, verbose_name="taak")),
                        ("ran_at", models.DateTimeField(verbose_name="laatst gelopen")),
                        ("handled", models.PositiveIntegerField(verbose_name="verwerkt")),
                        (
                            "total_handled",
                            models.PositiveBigIntegerField(
                                default=0, verbose_name="totaal verwerkt"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "taak van de werker",
                        "verbose_name_plural": "taken van de werker",
                        "ordering": ["task"],
                    },
                ),
                migrations.CreateModel(
                    name="District",
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
                        ("name", models.CharField(max_length=80, verbose_name="naam")),
                    ],
                    options={
                        "verbose_name": "stadsdeel",
                        "verbose_name_plural": "stadsdelen",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Neighbourhood",
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
                        ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=80, verbose_name="naam")),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="neighbourhoods",
                                to="clusters.district",
                                verbose_name="stadsdeel",
                            ),
                        ),
                        (
                            "inhabitants",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="inwoners"
                            ),
                        ),
                        (
                            "inhabitants_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="peiljaar"
                            ),
                        ),
                        (
                            "cbs_code",
                            models.CharField(blank=True, max_length=12, verbose_name="CBS-code"),
                        ),
                        (
                            "jgz_area",
                            models.CharField(blank=True, max_length=20, verbose_name="JGZ-gebied"),
                        ),
                        (
                            "po_area",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="gebied Passend Onderwijs"
                            ),
                        ),
                        (
                            "is_illustrative",
                            models.BooleanField(default=False, verbose_name="illustratief"),
                        ),
                    ],
                    options={
                        "verbose_name": "wijk",
                        "verbose_name_plural": "wijken",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Cluster",
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
                        ("code", models.SlugField(unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=120, verbose_name="naam")),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clusters",
                                to="clusters.district",
                                verbose_name="stadsdeel",
                            ),
                        ),
                        (
                            "deviating_service",
                            models.BooleanField(
                                default=False, verbose_name="afwijkende dienstverlening"
                            ),
                        ),
                        (
                            "routes_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="routed_clusters",
                                to="clusters.team",
                                verbose_name="vragen gaan naar",
                            ),
                        ),
                        (
                            "is_illustrative",
                            models.BooleanField(default=False, verbose_name="illustratief"),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, max_length=500, verbose_name="toelichting"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cluster",
                        "verbose_name_plural": "clusters",
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="cluster_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("deviating_service", False),
                                    ("routes_to__isnull", False),
                                    _connector="OR",
                                ),
                                name="cluster_deviating_has_route",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeighbourhoodAssignment",
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
                            "neighbourhood",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="clusters.neighbourhood",
                                verbose_name="wijk",
                            ),
                        ),
                        (
                            "cluster",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="clusters.cluster",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indeling van een wijk",
                        "verbose_name_plural": "indeling van wijken",
                        "ordering": ["neighbourhood", "valid_from"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="assignment_period",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("valid_until__isnull", True)),
                                fields=("neighbourhood",),
                                name="assignment_one_open",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PostcodeRule",
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
                            "pc4",
                            models.CharField(
                                db_index=True, max_length=4, verbose_name="vier cijfers"
                            ),
                        ),
                        (
                            "letters",
                            models.CharField(blank=True, max_length=2, verbose_name="letters"),
                        ),
                        (
                            "from_number",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="van huisnummer"
                            ),
                        ),
                        (
                            "until_number",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="tot en met huisnummer"
                            ),
                        ),
                        (
                            "parity",
                            models.CharField(
                                choices=[
                                    ("all", "alle nummers"),
                                    ("even", "even nummers"),
                                    ("odd", "oneven nummers"),
                                ],
                                default="all",
                                max_length=4,
                                verbose_name="nummers",
                            ),
                        ),
                        (
                            "neighbourhood",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="postcode_rules",
                                to="clusters.neighbourhood",
                                verbose_name="wijk",
                            ),
                        ),
                        (
                            "is_illustrative",
                            models.BooleanField(default=False, verbose_name="illustratief"),
                        ),
                    ],
                    options={
                        "verbose_name": "postcoderegel",
                        "verbose_name_plural": "postcoderegels",
                        "ordering": ["pc4", "letters", "from_number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="postcode_rule_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("from_number__isnull", True),
                                        ("until_number__isnull", True),
                                    ),
                                    models.Q(
                                        ("from_number__gte", 1),
                                        ("from_number__isnull", False),
                                        ("until_number__gte", models.F("from_number")),
                                        ("until_number__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="postcode_rule_range",
                            ),
                            models.UniqueConstraint(
                                fields=("pc4", "letters", "from_number", "parity", "valid_from"),
                                name="postcode_rule_range_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("from_number__isnull", True)),
                                fields=("pc4", "letters", "valid_from"),
                                name="postcode_rule_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpeningHours",
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
                            "weekday",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "maandag"),
                                    (1, "dinsdag"),
                                    (2, "woensdag"),
                                    (3, "donderdag"),
                                    (4, "vrijdag"),
                                    (5, "zaterdag"),
                                    (6, "zondag"),
                                ],
                                unique=True,
                                verbose_name="weekdag",
                            ),
                        ),
                        ("opens", models.TimeField(verbose_name="open vanaf")),
                        ("closes", models.TimeField(verbose_name="open tot")),
                    ],
                    options={
                        "verbose_name": "openingstijd",
                        "verbose_name_plural": "openingstijden",
                        "ordering": ["weekday"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("closes__gt", models.F("opens"))),
                                name="opening_hours_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClosingDay",
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
                        ("date", models.DateField(unique=True, verbose_name="datum")),
                        ("label", models.CharField(max_length=80, verbose_name="reden")),
                        ("is_closed", models.BooleanField(default=True, verbose_name="gesloten")),
                        (
                            "by_decree",
                            models.BooleanField(
                                default=False,
                                help_text="Een wettelijke termijn die op deze dag eindigt, loopt door tot en met de volgende dag die geen weekend of feestdag is. Vink dit niet aan als u zelf koos om dicht te zijn.",
                                verbose_name="bij koninklijk besluit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sluitingsdag",
                        "verbose_name_plural": "sluitingsdagen",
                        "ordering": ["date"],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerOrganisation",
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
                        ("name", models.CharField(max_length=80, verbose_name="naam")),
                        (
                            "specialism",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="specialisme"
                            ),
                        ),
                        (
                            "steered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steers",
                                to="clusters.partnerorganisation",
                                verbose_name="onder aansturing van",
                            ),
                        ),
                        ("agreement_from", models.DateField(verbose_name="overeenkomst vanaf")),
                        (
                            "agreement_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="overeenkomst tot en met"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partnerorganisatie",
                        "verbose_name_plural": "partnerorganisaties",
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("steered_by__isnull", True),
                                    models.Q(("steered_by", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="partner_not_steered_by_itself",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkLocation",
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
                        ("name", models.CharField(max_length=80, verbose_name="naam")),
                        ("address", models.CharField(max_length=120, verbose_name="adres")),
                        (
                            "walk_in_hours",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="inloopspreekuur"
                            ),
                        ),
                        (
                            "is_illustrative",
                            models.BooleanField(default=False, verbose_name="illustratief"),
                        ),
                    ],
                    options={
                        "verbose_name": "werklocatie",
                        "verbose_name_plural": "werklocaties",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Team",
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
                        ("code", models.SlugField(unique=True, verbose_name="code")),
                        ("name", models.CharField(max_length=120, verbose_name="naam")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("wijkteam", "Wijkteam"),
                                    ("city_social_team", "Sociaal Stedelijk Team"),
                                    ("city_hall_team", "Wmo-team Stadhuis"),
                                    ("contact_centre", "Klantcontactcentrum"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "cluster",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="teams",
                                to="clusters.cluster",
                            ),
                        ),
                        (
                            "is_illustrative",
                            models.BooleanField(default=False, verbose_name="illustratief"),
                        ),
                        (
                            "locations",
                            models.ManyToManyField(
                                blank=True,
                                related_name="teams",
                                to="clusters.worklocation",
                                verbose_name="werklocaties",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "team",
                        "verbose_name_plural": "teams",
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="team_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "wijkteam",
                                            "city_social_team",
                                            "city_hall_team",
                                            "contact_centre",
                                        ],
                                    )
                                ),
                                name="team_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cluster__isnull", False), ("kind", "wijkteam")),
                                    models.Q(
                                        models.Q(("kind", "wijkteam"), _negated=True),
                                        ("cluster__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="team_wijkteam_has_cluster",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Specialism",
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
                        "verbose_name": "specialisme",
                        "verbose_name_plural": "specialismen",
                        "ordering": ["position", "code"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="User",
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
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "username",
                            models.CharField(
                                error_messages={
                                    "unique": "A user with that username already exists."
                                },
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[
                                    django.contrib.auth.validators.UnicodeUsernameValidator()
                                ],
                                verbose_name="username",
                            ),
                        ),
                        (
                            "first_name",
                            models.CharField(blank=True, max_length=150, verbose_name="first name"),
                        ),
                        (
                            "last_name",
                            models.CharField(blank=True, max_length=150, verbose_name="last name"),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="date joined"
                            ),
                        ),
                        (
                            "job_title",
                            models.CharField(blank=True, max_length=80, verbose_name="functie"),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=20, verbose_name="telefoon"),
                        ),
                        (
                            "account_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="account geldig tot en met"
                            ),
                        ),
                        (
                            "is_demo",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="demo-account"
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                        (
                            "specialisms",
                            models.ManyToManyField(
                                related_name="employees",
                                through="clusters.SpecialismPeriod",
                                to="clusters.specialism",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "medewerker",
                        "verbose_name_plural": "medewerkers",
                        "ordering": ["last_name", "first_name"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("username"),
                                name="user_name_whatever_its_capitals",
                            )
                        ],
                    },
                    managers=[
                        ("objects", clusters.people.models.EmployeeManager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Membership",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="medewerker",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("team_worker", "Wijkwerker"),
                                    ("team_manager", "Wijkteammanager"),
                                    ("general_manager", "Algemeen manager"),
                                    ("contact_centre", "KCC-medewerker"),
                                    ("help_desk", "SWT-vraagbaak"),
                                    ("city_social_team", "SST-professional"),
                                    ("city_hall_team", "Wmo-team Stadhuis"),
                                    ("liaison", "Linking pin"),
                                    ("client_support", "Cliëntondersteuner (OCO)"),
                                    ("steering_group", "Stuurgroep"),
                                    ("commissioner", "Opdrachtgever"),
                                    ("application_manager", "Functioneel beheerder"),
                                    ("privacy_officer", "Privacy officer (FG)"),
                                    ("controller", "Controller"),
                                ],
                                max_length=20,
                                verbose_name="rol",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="clusters.team",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="clusters.partnerorganisation",
                                verbose_name="moederorganisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rol in een team",
                        "verbose_name_plural": "rollen in teams",
                        "ordering": ["user", "role"],
                        "indexes": [
                            models.Index(fields=["team", "role"], name="membership_team_role")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="membership_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "team_worker",
                                            "team_manager",
                                            "general_manager",
                                            "contact_centre",
                                            "help_desk",
                                            "city_social_team",
                                            "city_hall_team",
                                            "liaison",
                                            "client_support",
                                            "steering_group",
                                            "commissioner",
                                            "application_manager",
                                            "privacy_officer",
                                            "controller",
                                        ],
                                    )
                                ),
                                name="membership_role_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "role__in",
                                            [
                                                "city_hall_team",
                                                "city_social_team",
                                                "contact_centre",
                                                "help_desk",
                                                "liaison",
                                                "team_manager",
                                                "team_worker",
                                            ],
                                        ),
                                        ("team__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(
                                            (
                                                "role__in",
                                                [
                                                    "city_hall_team",
                                                    "city_social_team",
                                                    "contact_centre",
                                                    "help_desk",
                                                    "liaison",
                                                    "team_manager",
                                                    "team_worker",
                                                ],
                                            ),
                                            _negated=True,
                                        ),
                                        ("team__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="membership_team_when_team_role",
                            ),
                            models.UniqueConstraint(
                                fields=("user", "role", "team", "valid_from"),
                                name="membership_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("team__isnull", True)),
                                fields=("user", "role", "valid_from"),
                                name="membership_city_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpecialismPeriod",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="specialism_periods",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="medewerker",
                            ),
                        ),
                        (
                            "specialism",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="periods",
                                to="clusters.specialism",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "specialisme van een medewerker",
                        "verbose_name_plural": "specialismen van medewerkers",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="specialism_period",
                            ),
                            models.UniqueConstraint(
                                fields=("user", "specialism", "valid_from"), name="specialism_once"
                            ),
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(install, remove),
    ]
