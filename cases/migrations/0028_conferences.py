"""Tables of casusoverleg and casustafel, and their kinds of lines."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.creating


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0027_signals"),
        ("clusters", "0008_closing_day_by_decree"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        common.creating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="ConferenceSeries",
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
                            "kind",
                            models.CharField(
                                choices=[("team", "Casusoverleg"), ("district", "Casustafel")],
                                max_length=8,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "weeks",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Elke week"),
                                    (2, "Om de twee weken"),
                                    (4, "Om de vier weken"),
                                ],
                                verbose_name="hoe vaak",
                            ),
                        ),
                        ("starts_at", models.TimeField(verbose_name="begint om")),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="duurt")),
                        ("place", models.CharField(max_length=120, verbose_name="plaats")),
                        (
                            "on_closed_day",
                            models.CharField(
                                choices=[
                                    ("move", "Naar de eerste werkdag daarna"),
                                    ("skip", "Gaat niet door"),
                                ],
                                max_length=4,
                                verbose_name="op een dag dat we dicht zijn",
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                        (
                            "version",
                            models.PositiveSmallIntegerField(default=1, verbose_name="versie"),
                        ),
                        (
                            "chair",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.district",
                            ),
                        ),
                        (
                            "made_by",
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
                    ],
                    options={
                        "verbose_name": "reeks van overleggen",
                        "verbose_name_plural": "reeksen van overleggen",
                        "ordering": ["kind", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="series_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("district__isnull", True),
                                        ("kind", "team"),
                                        ("team__isnull", False),
                                    ),
                                    models.Q(
                                        ("district__isnull", False),
                                        ("kind", "district"),
                                        ("team__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="series_of_team_or_district",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("weeks__in", [1, 2, 4]),
                                    ("on_closed_day__in", ["move", "skip"]),
                                    ("minutes__range", (15, 480)),
                                ),
                                name="series_rhythm_possible",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Conference",
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
                        ("planned_on", models.DateField(verbose_name="dag in de reeks")),
                        ("held_on", models.DateField(verbose_name="dag")),
                        ("begins_at", models.DateTimeField(verbose_name="begint")),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="duurt")),
                        ("place", models.CharField(max_length=120, verbose_name="plaats")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Gepland"),
                                    ("held", "Gehouden"),
                                    ("cancelled", "Gaat niet door"),
                                ],
                                default="planned",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="waarom anders"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="afgerond op")),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "chair",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conferences",
                                to="cases.conferenceseries",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "overleg over casussen",
                        "verbose_name_plural": "overleggen over casussen",
                        "ordering": ["held_on", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["state", "begins_at", "id"], name="conference_by_day"
                            ),
                            models.Index(
                                fields=["chair", "state", "held_on"], name="conference_of_chair"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("series", "planned_on"), name="conference_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("state", "planned")),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("state__in", ["held", "cancelled"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="conference_over_has_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), _negated=True),
                                    models.Q(("why", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="conference_cancelled_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("held_on__gte", models.F("planned_on")),
                                    models.Q(("why", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="conference_earlier_has_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceItem",
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
                        ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="minuten")),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("debts", "Schulden en armoede"),
                                    ("income", "Inkomen"),
                                    ("youth", "Jeugd"),
                                    ("addiction", "Verslaving"),
                                    ("mental", "GGZ en begeleiding"),
                                    ("housing", "Wonen"),
                                    ("other", "Anders"),
                                ],
                                max_length=9,
                                verbose_name="onderwerp",
                            ),
                        ),
                        (
                            "is_anonymous",
                            models.BooleanField(default=False, verbose_name="anoniem"),
                        ),
                        ("content", models.BinaryField(verbose_name="vraag en samenvatting")),
                        ("brought_at", models.DateTimeField(verbose_name="ingebracht op")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Op de agenda"),
                                    ("discussed", "Besproken"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="waiting",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "answer",
                            models.BinaryField(
                                default=bytes, verbose_name="verslag, of waarom ingetrokken"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                null=True, verbose_name="besproken of ingetrokken op"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "brought_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="cases.conference",
                            ),
                        ),
                        (
                            "data",
                            models.ManyToManyField(
                                related_name="+", to="cases.datacategory", verbose_name="gegevens"
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
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conference_items",
                                to="cases.residentfile",
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
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bespreekpunt",
                        "verbose_name_plural": "bespreekpunten",
                        "ordering": ["-brought_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["file", "brought_at"], name="item_of_file"),
                            models.Index(
                                fields=["conference", "position", "id"], name="item_of_conference"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", b""),
                                        ("ended_at", None),
                                        ("ended_by", None),
                                        ("state", "waiting"),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("state__in", ["discussed", "withdrawn"]),
                                        models.Q(("answer", b""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="item_over_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("content", b""), _negated=True),
                                name="item_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "topic__in",
                                        [
                                            "debts",
                                            "income",
                                            "youth",
                                            "addiction",
                                            "mental",
                                            "housing",
                                            "other",
                                        ],
                                    ),
                                    ("minutes__range", (5, 120)),
                                ),
                                name="item_topic_and_time_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_at__isnull", True),
                                    ("ended_at__gte", models.F("brought_at")),
                                    _connector="OR",
                                ),
                                name="item_ends_after_begin",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemInvitation",
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
                            "role",
                            models.CharField(
                                blank=True,
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
                                verbose_name="als",
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
                            "knows_safety",
                            models.BooleanField(
                                default=False, verbose_name="mag weten wat er over veiligheid staat"
                            ),
                        ),
                        (
                            "content",
                            models.BinaryField(
                                verbose_name="wie het is buiten, en waarom zonder toestemming"
                            ),
                        ),
                        ("invited_at", models.DateTimeField(verbose_name="uitgenodigd op")),
                        ("was_there", models.BooleanField(null=True, verbose_name="was erbij")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(null=True, verbose_name="afgezegd op"),
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="cases.conferenceitem",
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
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.resident",
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
                            "withdrawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "deelnemer aan een bespreekpunt",
                        "verbose_name_plural": "deelnemers aan bespreekpunten",
                        "ordering": ["invited_at", "pk"],
                        "indexes": [
                            models.Index(fields=["person", "withdrawn_at"], name="guest_by_person")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("person__isnull", False), ("withdrawn_at__isnull", True)
                                ),
                                fields=("item", "person"),
                                name="guest_invited_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("person__isnull", True),
                                        ("role", ""),
                                        ("team__isnull", True),
                                    ),
                                    models.Q(
                                        ("liaison__isnull", True),
                                        ("person__isnull", False),
                                        models.Q(("role", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="guest_has_role",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("consent__isnull", True),
                                        ("person__isnull", False),
                                        ("shared_by", "team"),
                                    ),
                                    models.Q(("consent__isnull", True), ("shared_by", "anonymous")),
                                    models.Q(
                                        ("consent__isnull", False),
                                        ("shared_by__in", ["consent", "ground"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="guest_knows_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="guest_taken_off_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemAgreement",
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
                        ("content", models.BinaryField(verbose_name="wat is afgesproken")),
                        ("due_on", models.DateField(verbose_name="uiterlijk")),
                        ("made_at", models.DateTimeField(verbose_name="afgesproken op")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("kept", "Nagekomen"),
                                    ("dropped", "Vervallen"),
                                ],
                                default="open",
                                max_length=7,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                null=True, verbose_name="nagekomen of vervallen op"
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
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="cases.conferenceitem",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "task",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreement",
                                to="cases.task",
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="cases.iteminvitation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "afspraak uit een overleg",
                        "verbose_name_plural": "afspraken uit overleggen",
                        "ordering": ["due_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("guest__isnull", True), ("task__isnull", False)),
                                    models.Q(("guest__isnull", False), ("task__isnull", True)),
                                    _connector="OR",
                                ),
                                name="agreement_has_one_owner",
                            ),
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
                                        ("state__in", ["kept", "dropped"]),
                                        ("task__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="agreement_over_has_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("content", b""), _negated=True),
                                name="agreement_has_words",
                            ),
                        ],
                    },
                ),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="fileline",
            name="file_line_kind_known",
        ),
        migrations.AlterField(
            model_name="fileline",
            name="kind",
            field=models.CharField(
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
                    ("conf_put", "Ingebracht in een overleg"),
                    ("conf_move", "Bespreekpunt naar een ander overleg"),
                    ("conf_join", "Uitgenodigd voor een bespreekpunt"),
                    ("conf_left", "Deelnemer aan een bespreekpunt afgezegd"),
                    ("conf_got", "Besproken in een overleg"),
                    ("conf_agr", "Afspraak uit een overleg"),
                    ("conf_done", "Afspraak uit een overleg afgerond"),
                    ("conf_off", "Bespreekpunt ingetrokken"),
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
        migrations.AddConstraint(
            model_name="fileline",
            constraint=models.CheckConstraint(
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
                            "conf_put",
                            "conf_move",
                            "conf_join",
                            "conf_left",
                            "conf_got",
                            "conf_agr",
                            "conf_done",
                            "conf_off",
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
        ),
    ]
