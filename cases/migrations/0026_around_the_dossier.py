"""Tables of the letters about the term, signals, feedback, conferences and the meldcode."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from common.creating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0025_working_together"),
        ("clusters", "0008_closing_day_by_decree"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="TermLetter",
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
                        ("promised_on", models.DateField(null=True, verbose_name="toegezegd")),
                        ("letter", models.BinaryField(verbose_name="de brief")),
                        (
                            "way",
                            models.CharField(
                                choices=[("post", "Per post"), ("handed", "Persoonlijk gegeven")],
                                max_length=6,
                                verbose_name="hoe verstuurd",
                            ),
                        ),
                        ("sent_on", models.DateField(verbose_name="verstuurd op")),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="term_letters",
                                to="cases.application",
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
                            "pause",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letter",
                                to="cases.termpause",
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
                        "verbose_name": "brief over de termijn",
                        "verbose_name_plural": "brieven over de termijn",
                        "ordering": ["sent_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pause__isnull", False),
                                    ("promised_on__isnull", False),
                                    _connector="XOR",
                                ),
                                name="term_letter_is_about_one_thing",
                            ),
                            models.UniqueConstraint(
                                fields=("application", "promised_on"),
                                name="term_letter_once_per_promise",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("way__in", ["post", "handed"])),
                                name="term_letter_way_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Feedback",
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
                        ("content", models.BinaryField(verbose_name="wie verwees")),
                        ("referred_on", models.DateField(verbose_name="verwees op")),
                        ("due_on", models.DateField(verbose_name="terugkoppelen uiterlijk op")),
                        ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("due", "Nog terugkoppelen"),
                                    ("sent", "Teruggekoppeld"),
                                    ("dropped", "Niet teruggekoppeld"),
                                ],
                                default="due",
                                max_length=7,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "phrase",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("arrived", "De vraag is bij ons aangekomen."),
                                    ("working", "Wij zijn met de inwoner aan de slag."),
                                    ("helped", "Er is hulp geregeld."),
                                    ("referred", "De inwoner is verder verwezen."),
                                    ("nothing", "Er is geen hulp van ons nodig."),
                                    ("unreached", "Wij bereiken de inwoner niet."),
                                    ("ended", "Onze hulp is afgerond."),
                                ],
                                max_length=9,
                                verbose_name="wat is gezegd",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("phone", "Telefoon"),
                                    ("mail", "Beveiligde e-mail"),
                                    ("letter", "Brief"),
                                    ("meeting", "In een overleg"),
                                ],
                                max_length=7,
                                verbose_name="hoe",
                            ),
                        ),
                        ("told_on", models.DateField(null=True, verbose_name="teruggekoppeld op")),
                        (
                            "why_not",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("refused", "De inwoner wil het niet"),
                                    ("consent", "Er is geen toestemming"),
                                    ("needless", "De verwijzer hoeft niets te horen"),
                                ],
                                max_length=8,
                                verbose_name="waarom niet",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="klaar op")),
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
                                related_name="feedbacks",
                                to="cases.residentfile",
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
                            "recipient_kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.recipientkind",
                            ),
                        ),
                        (
                            "recorded_by",
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
                    ],
                    options={
                        "verbose_name": "terugkoppeling",
                        "verbose_name_plural": "terugkoppelingen",
                        "ordering": ["-recorded_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["file", "recorded_at"], name="feedback_of_file"),
                            models.Index(
                                condition=models.Q(("state", "due")),
                                fields=["file", "due_on"],
                                name="feedback_due",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("referred_on"))),
                                name="feedback_comes_afterwards",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("consent", None),
                                        ("ended_at", None),
                                        ("ended_by", None),
                                        ("phrase", ""),
                                        ("state", "due"),
                                        ("told_on", None),
                                        ("way", ""),
                                        ("why_not", ""),
                                    ),
                                    models.Q(
                                        ("consent__isnull", False),
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        (
                                            "phrase__in",
                                            [
                                                "arrived",
                                                "working",
                                                "helped",
                                                "referred",
                                                "nothing",
                                                "unreached",
                                                "ended",
                                            ],
                                        ),
                                        ("state", "sent"),
                                        ("told_on__isnull", False),
                                        ("way__in", ["phone", "mail", "letter", "meeting"]),
                                        ("why_not", ""),
                                    ),
                                    models.Q(
                                        ("consent", None),
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("phrase", ""),
                                        ("state", "dropped"),
                                        ("told_on", None),
                                        ("way", ""),
                                        ("why_not__in", ["refused", "consent", "needless"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="feedback_sent_with_consent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OutreachAttempt",
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
                        ("at", models.DateTimeField(verbose_name="moment")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("visit", "Langs geweest"),
                                    ("call", "Gebeld"),
                                    ("card", "Kaart of brief"),
                                    ("met", "In de wijk ontmoet"),
                                ],
                                max_length=5,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("spoken", "Gesproken"),
                                    ("unreached", "Niet bereikt"),
                                    ("left", "Bericht achtergelaten"),
                                    ("refused", "Wil nu geen contact"),
                                ],
                                max_length=9,
                                verbose_name="resultaat",
                            ),
                        ),
                        ("content", models.BinaryField(default=bytes, verbose_name="wat")),
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
                            "signal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attempts",
                                to="cases.signal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "outreachpoging",
                        "verbose_name_plural": "outreachpogingen",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["signal", "at", "id"], name="outreach_of_signal")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("way", "card"), _negated=True),
                                    ("result", "left"),
                                    _connector="OR",
                                ),
                                name="outreach_card_is_left",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("result__in", ["spoken", "unreached", "left", "refused"]),
                                    ("way__in", ["visit", "call", "card", "met"]),
                                ),
                                name="outreach_says_what_came_of_it",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Signal",
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
                            "source",
                            models.CharField(
                                choices=[
                                    ("neighbour", "Buur of bekende"),
                                    ("family", "Familie"),
                                    ("housing", "Woningcorporatie"),
                                    ("police", "Politie"),
                                    ("school", "School of kinderopvang"),
                                    ("care", "Huisarts of zorg"),
                                    ("volunteer", "Vrijwilliger of bewonersgroep"),
                                    ("team", "Wij zagen het zelf"),
                                    ("other", "Iemand anders"),
                                ],
                                max_length=9,
                                verbose_name="van wie",
                            ),
                        ),
                        (
                            "worry",
                            models.CharField(
                                choices=[
                                    ("lonely", "Eenzaamheid"),
                                    ("filth", "Vervuiling of verzamelen"),
                                    ("debt", "Schulden of dreigende ontruiming"),
                                    ("nuisance", "Overlast"),
                                    ("confused", "Verward gedrag"),
                                    ("avoiding", "Mijdt zorg"),
                                    ("addiction", "Verslaving"),
                                    ("children", "Zorgen om kinderen"),
                                    ("violence", "Geweld of dwang thuis"),
                                    ("carer", "Overbelaste mantelzorger"),
                                    ("other", "Iets anders"),
                                ],
                                max_length=9,
                                verbose_name="zorg",
                            ),
                        ),
                        (
                            "urgency",
                            models.CharField(
                                choices=[
                                    ("today", "Vandaag"),
                                    ("soon", "Binnen drie werkdagen"),
                                    ("later", "Binnen twee weken"),
                                ],
                                max_length=5,
                                verbose_name="hoe snel",
                            ),
                        ),
                        (
                            "with_children",
                            models.BooleanField(default=False, verbose_name="er zijn kinderen"),
                        ),
                        (
                            "stays_anonymous",
                            models.BooleanField(
                                default=False, verbose_name="melder blijft anoniem"
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="wat")),
                        ("data_key", models.BinaryField(verbose_name="sleutel van het signaal")),
                        ("registered_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        ("quarter", models.CharField(max_length=6, verbose_name="kwartaal")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Nog niet opgepakt"),
                                    ("taken", "Opgepakt"),
                                    ("cleared", "Mag verder"),
                                    ("ended", "Afgesloten"),
                                ],
                                default="open",
                                max_length=7,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "due_at",
                            models.DateTimeField(
                                verbose_name="einde van de dag waarop iemand gaat"
                            ),
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
                                    (1, "wie het signaal heeft"),
                                    (2, "de manager"),
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
                            "ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("consent", "De persoon vindt het goed"),
                                    ("vital", "Vitaal belang: er is direct gevaar"),
                                    ("safety", "Meldcode: vermoeden van geweld of mishandeling"),
                                    ("duty", "Wettelijke taak"),
                                ],
                                max_length=7,
                                verbose_name="grond",
                            ),
                        ),
                        (
                            "cleared_at",
                            models.DateTimeField(null=True, verbose_name="mag verder sinds"),
                        ),
                        (
                            "clearing",
                            models.BinaryField(default=bytes, verbose_name="waarom mag het"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("melding", "Er is een melding"),
                                    ("file", "Er is een dossier"),
                                    ("callback", "Er is een terugbelverzoek"),
                                    ("police", "Doorgegeven aan de politie"),
                                    ("vt", "Doorgegeven aan Veilig Thuis"),
                                    ("ggd", "Doorgegeven aan de GGD"),
                                    ("care", "Doorgegeven aan huisarts of zorg"),
                                    ("known", "Er is al hulp"),
                                    ("nothing", "Er is niets nodig"),
                                    ("refused", "De persoon wil geen contact"),
                                    ("unreached", "Niet bereikt: wij stoppen"),
                                ],
                                max_length=9,
                                verbose_name="uitkomst",
                            ),
                        ),
                        ("ending", models.BinaryField(default=bytes, verbose_name="toelichting")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="afgesloten op")),
                        ("empty_at", models.DateTimeField(null=True, verbose_name="legen op")),
                        ("emptied_at", models.DateTimeField(null=True, verbose_name="geleegd op")),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "callback",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.callbackrequest",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.residentfile",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie",
                            ),
                        ),
                        (
                            "neighbourhood",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.neighbourhood",
                                verbose_name="wijk",
                            ),
                        ),
                        (
                            "notification",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.wmonotification",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "verbose_name": "signaal",
                        "verbose_name_plural": "signalen",
                        "ordering": ["due_at", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["team", "state", "due_at", "id"], name="signal_of_team"
                            ),
                            models.Index(
                                fields=["team", "ended_at", "id"], name="signal_over_of_team"
                            ),
                            models.Index(
                                fields=["handler", "state", "due_at"], name="signal_of_handler"
                            ),
                            models.Index(
                                fields=["registered_by", "due_at", "id"], name="signal_of_writer"
                            ),
                            models.Index(
                                fields=["quarter", "neighbourhood", "team"], name="signal_trend"
                            ),
                            models.Index(
                                condition=models.Q(("remind_at__isnull", False)),
                                fields=["remind_at", "id"],
                                name="signal_to_remind",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("emptied_at__isnull", True), ("empty_at__isnull", False)
                                ),
                                fields=["empty_at", "id"],
                                name="signal_to_empty",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("handler__isnull", True), ("state", "open")),
                                    models.Q(
                                        ("handler__isnull", False),
                                        ("state__in", ["taken", "cleared"]),
                                    ),
                                    ("state", "ended"),
                                    _connector="OR",
                                ),
                                name="signal_has_somebody_when_taken",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ground", ""), ("state__in", ["open", "taken"])),
                                    models.Q(
                                        ("cleared_at__isnull", False),
                                        ("ground__in", ["consent", "vital", "safety", "duty"]),
                                        ("state", "cleared"),
                                    ),
                                    ("state", "ended"),
                                    _connector="OR",
                                ),
                                name="signal_cleared_on_a_ground",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("empty_at__isnull", True),
                                        ("ended_at__isnull", True),
                                        ("outcome", ""),
                                        ("state__in", ("open", "taken", "cleared")),
                                    ),
                                    models.Q(
                                        ("empty_at__isnull", False),
                                        ("ended_at__isnull", False),
                                        (
                                            "outcome__in",
                                            [
                                                "melding",
                                                "file",
                                                "callback",
                                                "police",
                                                "vt",
                                                "ggd",
                                                "care",
                                                "known",
                                                "nothing",
                                                "refused",
                                                "unreached",
                                            ],
                                        ),
                                        ("remind_at__isnull", True),
                                        ("state", "ended"),
                                    ),
                                    _connector="OR",
                                ),
                                name="signal_ended_with_an_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "outcome__in",
                                            [
                                                "melding",
                                                "file",
                                                "callback",
                                                "police",
                                                "vt",
                                                "ggd",
                                                "care",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    ("ground__in", ["consent", "vital", "safety", "duty"]),
                                    _connector="OR",
                                ),
                                name="signal_goes_on_with_a_ground",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("emptied_at__isnull", True),
                                        models.Q(("content", b""), _negated=True),
                                        models.Q(("data_key", b""), _negated=True),
                                    ),
                                    models.Q(
                                        ("callback__isnull", True),
                                        ("clearing", b""),
                                        ("content", b""),
                                        ("data_key", b""),
                                        ("emptied_at__isnull", False),
                                        ("ending", b""),
                                        ("file__isnull", True),
                                        ("handler__isnull", True),
                                        ("notification__isnull", True),
                                        ("registered_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="signal_emptied_wholly",
                            ),
                        ],
                    },
                ),
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
                migrations.CreateModel(
                    name="SafeguardingOfficer",
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
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="aandachtsfunctionaris",
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
                            "cluster",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clusters.cluster",
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
                    ],
                    options={
                        "verbose_name": "aandachtsfunctionaris",
                        "verbose_name_plural": "aandachtsfunctionarissen",
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["employee", "valid_from"], name="safeguarding_by_person"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until__isnull", True),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="safeguarding_officer_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cluster__isnull", False), ("team__isnull", True)),
                                    models.Q(("cluster__isnull", True), ("team__isnull", False)),
                                    _connector="OR",
                                ),
                                name="safeguarding_officer_of_one_place",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyCode",
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
                                related_name="+",
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
                            "holder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uitvoerder",
                            ),
                        ),
                        (
                            "content",
                            models.BinaryField(default=bytes, verbose_name="om wie het gaat"),
                        ),
                        ("data_key", models.BinaryField(verbose_name="sleutel van de meldcode")),
                        ("opened_at", models.DateTimeField(verbose_name="geopend op")),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("touched_on", models.DateField(verbose_name="laatst gewijzigd op")),
                        ("next_on", models.DateField(null=True, verbose_name="verder op")),
                        (
                            "remind_at",
                            models.DateTimeField(null=True, verbose_name="herinneren op"),
                        ),
                        (
                            "told",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "niemand"),
                                    (1, "wie de meldcode uitvoert"),
                                    (2, "de aandachtsfunctionaris"),
                                ],
                                default=0,
                                verbose_name="wie is herinnerd",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("running", "Loopt"),
                                    ("decided", "Besloten"),
                                    ("ended", "Afgerond"),
                                ],
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
                                    ("safe", "De veiligheid is hersteld"),
                                    ("help", "Er is hulp en de veiligheid wordt gevolgd"),
                                    ("reported", "Veilig Thuis heeft het overgenomen"),
                                    ("unfounded", "Er is geen vermoeden meer"),
                                    ("mistake", "Per vergissing geopend"),
                                ],
                                max_length=9,
                                verbose_name="hoe afgerond",
                            ),
                        ),
                        ("ending", models.BinaryField(default=bytes, verbose_name="toelichting")),
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
                        "verbose_name": "meldcode",
                        "verbose_name_plural": "meldcodes",
                        "ordering": ["-opened_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["holder", "state", "next_on"], name="safety_code_of_holder"
                            ),
                            models.Index(
                                fields=["team", "state", "next_on"], name="safety_code_of_team"
                            ),
                            models.Index(
                                condition=models.Q(("remind_at__isnull", False)),
                                fields=["remind_at", "id"],
                                name="safety_code_to_remind",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                        ("next_on__isnull", False),
                                        ("outcome", ""),
                                        ("state__in", ["running", "decided"]),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("next_on__isnull", True),
                                        (
                                            "outcome__in",
                                            ["safe", "help", "reported", "unfounded", "mistake"],
                                        ),
                                        ("remind_at__isnull", True),
                                        ("state", "ended"),
                                        models.Q(("ending", b""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="safety_code_ended_with_outcome",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyCodeColleague",
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
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="colleagues",
                                to="cases.safetycode",
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
                        ("since", models.DateTimeField(verbose_name="vanaf")),
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
                        "verbose_name": "collega bij een meldcode",
                        "verbose_name_plural": "collega's bij meldcodes",
                        "ordering": ["since", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["employee", "code"], name="safety_code_by_colleague"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("code", "employee"),
                                name="safety_code_colleague_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyCodeBar",
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
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bars",
                                to="cases.safetycode",
                            ),
                        ),
                        (
                            "employee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="medewerker",
                            ),
                        ),
                        ("since", models.DateTimeField(verbose_name="vanaf")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="opgeheven op")),
                    ],
                    options={
                        "verbose_name": "uitgesloten medewerker",
                        "verbose_name_plural": "uitgesloten medewerkers",
                        "ordering": ["since", "pk"],
                        "indexes": [
                            models.Index(fields=["employee", "code"], name="safety_code_by_barred")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("code", "employee"),
                                name="safety_code_bar_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyCodeStep",
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
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="cases.safetycode",
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
                            "number",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Signalen in kaart brengen"),
                                    (2, "Overleggen"),
                                    (3, "Gesprek met de betrokkenen"),
                                    (4, "Wegen met het afwegingskader"),
                                    (5, "Beslissen"),
                                ],
                                verbose_name="stap",
                            ),
                        ),
                        ("done_on", models.DateField(verbose_name="gedaan op")),
                        ("content", models.BinaryField(verbose_name="wat")),
                        ("at", models.DateTimeField(verbose_name="vastgelegd op")),
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
                        "verbose_name": "stap van een meldcode",
                        "verbose_name_plural": "stappen van meldcodes",
                        "ordering": ["number", "at", "pk"],
                        "indexes": [
                            models.Index(fields=["code", "number", "at"], name="safety_code_steps")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("number__in", [1, 2, 3, 4, 5])),
                                name="safety_code_step_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("content", b""), _negated=True),
                                name="safety_code_step_says_what",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyCodeReport",
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
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="cases.safetycode",
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
                        ("reported_on", models.DateField(verbose_name="gemeld op")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("phone", "Telefonisch"),
                                    ("online", "Via het formulier van Veilig Thuis"),
                                    ("talk", "In een gesprek"),
                                ],
                                max_length=6,
                                verbose_name="hoe gemeld",
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="wat is gemeld")),
                        ("at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("heard_on", models.DateField(null=True, verbose_name="terugkoppeling op")),
                        (
                            "feedback",
                            models.BinaryField(default=bytes, verbose_name="terugkoppeling"),
                        ),
                    ],
                    options={
                        "verbose_name": "melding bij Veilig Thuis",
                        "verbose_name_plural": "meldingen bij Veilig Thuis",
                        "ordering": ["reported_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("feedback", b""), ("heard_on__isnull", True)),
                                    models.Q(
                                        ("heard_on__isnull", False),
                                        models.Q(("feedback", b""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="safety_code_feedback_has_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("way__in", ["phone", "online", "talk"]),
                                    models.Q(("content", b""), _negated=True),
                                ),
                                name="safety_code_report_says",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
            ]
        ),
    ]
