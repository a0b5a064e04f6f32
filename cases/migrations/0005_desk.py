"""The desk: running calls, kennisbank, vraagbaak, question sets and the agenda."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_move_safe_contact"),
        ("clusters", "0007_words_on_screen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AddedQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("submission_key", models.UUIDField(editable=False, unique=True)),
                ("question", models.TextField(max_length=1000, verbose_name="vraag")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
            ],
            options={
                "verbose_name": "toegevoegde vraag",
                "verbose_name_plural": "toegevoegde vragen",
                "ordering": ["callback", "added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AgendaPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "agreement",
                    models.TextField(blank=True, max_length=1000, verbose_name="afspraak"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk")),
                ("done_at", models.DateTimeField(null=True, verbose_name="nagekomen op")),
            ],
            options={
                "verbose_name": "agendapunt",
                "verbose_name_plural": "agendapunten",
                "ordering": ["-ticked_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="titel")),
                (
                    "summary",
                    models.CharField(max_length=300, verbose_name="wat u meteen kunt zeggen"),
                ),
                ("body", models.TextField(max_length=8000, verbose_name="tekst")),
                (
                    "synonyms",
                    models.CharField(blank=True, max_length=500, verbose_name="andere woorden"),
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
                ("publish_from", models.DateField(verbose_name="te gebruiken vanaf")),
                (
                    "publish_until",
                    models.DateField(blank=True, null=True, verbose_name="te gebruiken tot en met"),
                ),
                ("review_on", models.DateField(verbose_name="opnieuw bekijken op")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
            ],
            options={
                "verbose_name": "artikel",
                "verbose_name_plural": "artikelen",
                "ordering": ["title", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ArticleSuggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("submission_key", models.UUIDField(editable=False, unique=True)),
                ("words", models.CharField(max_length=200, verbose_name="waar zocht u op?")),
                (
                    "note",
                    models.TextField(blank=True, max_length=500, verbose_name="wat wilde u weten?"),
                ),
                ("suggested_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("settled_at", models.DateTimeField(null=True, verbose_name="afgehandeld op")),
            ],
            options={
                "verbose_name": "gevraagd artikel",
                "verbose_name_plural": "gevraagde artikelen",
                "ordering": ["-suggested_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ArticleTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("term", models.CharField(max_length=40, verbose_name="woord")),
                ("weight", models.PositiveSmallIntegerField(verbose_name="gewicht")),
            ],
            options={
                "verbose_name": "zoekwoord van een artikel",
                "verbose_name_plural": "zoekwoorden van artikelen",
            },
        ),
        migrations.CreateModel(
            name="ArticleUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
            options={
                "verbose_name": "gebruik van de kennisbank",
                "verbose_name_plural": "gebruik van de kennisbank",
            },
        ),
        migrations.CreateModel(
            name="ArticleVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                ("title", models.CharField(max_length=160, verbose_name="titel")),
                (
                    "summary",
                    models.CharField(max_length=300, verbose_name="wat u meteen kunt zeggen"),
                ),
                ("body", models.TextField(max_length=8000, verbose_name="tekst")),
                (
                    "synonyms",
                    models.CharField(blank=True, max_length=500, verbose_name="andere woorden"),
                ),
                ("saved_at", models.DateTimeField(verbose_name="opgeslagen op")),
                (
                    "note",
                    models.CharField(blank=True, max_length=200, verbose_name="wat er veranderde"),
                ),
            ],
            options={
                "verbose_name": "versie van een artikel",
                "verbose_name_plural": "versies van artikelen",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="CallbackAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            name="CallDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="begonnen op")),
                ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
                ("version", models.PositiveIntegerField(default=1)),
                ("content", models.BinaryField(verbose_name="inhoud")),
                ("expires_at", models.DateTimeField(verbose_name="verdwijnt op")),
            ],
            options={
                "verbose_name": "lopend gesprek",
                "verbose_name_plural": "lopende gesprekken",
                "ordering": ["opened_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
            options={
                "verbose_name": "klantcontact",
                "verbose_name_plural": "klantcontacten",
                "ordering": ["-ended_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ContactQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("question", models.TextField(blank=True, max_length=1000, verbose_name="vraag")),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("answered", "Beantwoord"),
                            ("help_desk", "Beantwoord door of doorverbonden met de vraagbaak"),
                            ("callback", "Terugbelverzoek"),
                            ("referred", "Doorverwezen"),
                            ("wrong_number", "Verkeerd verbonden"),
                        ],
                        max_length=12,
                        verbose_name="resultaat",
                    ),
                ),
                (
                    "referred_to",
                    models.CharField(blank=True, max_length=120, verbose_name="doorverwezen naar"),
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
            },
        ),
        migrations.CreateModel(
            name="DutyShift",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            },
        ),
        migrations.CreateModel(
            name="HelpQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("call_id", models.UUIDField(editable=False, verbose_name="gesprek")),
                ("position", models.PositiveSmallIntegerField(verbose_name="vraag in het gesprek")),
                ("question", models.TextField(max_length=1000, verbose_name="vraag")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
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
                ("taken_at", models.DateTimeField(null=True, verbose_name="opgepakt op")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="antwoord")),
                (
                    "ended_at",
                    models.DateTimeField(null=True, verbose_name="beantwoord of ingetrokken op"),
                ),
            ],
            options={
                "verbose_name": "vraag aan de vraagbaak",
                "verbose_name_plural": "vragen aan de vraagbaak",
                "ordering": ["asked_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField(unique=True, verbose_name="gehouden op")),
                ("present", models.CharField(blank=True, max_length=300, verbose_name="aanwezig")),
            ],
            options={
                "verbose_name": "overleg KCC–SWT",
                "verbose_name_plural": "overleggen KCC–SWT",
                "ordering": ["-held_on"],
            },
        ),
        migrations.CreateModel(
            name="NewsItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("submission_key", models.UUIDField(editable=False, unique=True)),
            ],
            options={
                "verbose_name": "nieuwsbericht",
                "verbose_name_plural": "nieuwsberichten",
                "ordering": ["-visible_from", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="QuestionSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
            ],
            options={
                "verbose_name": "vragenset",
                "verbose_name_plural": "vragensets",
                "ordering": ["subject", "team"],
            },
        ),
        migrations.CreateModel(
            name="QuestionSetVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("published_at", models.DateTimeField(null=True, verbose_name="in gebruik sinds")),
            ],
            options={
                "verbose_name": "versie van een vragenset",
                "verbose_name_plural": "versies van vragensets",
                "ordering": ["question_set", "-number"],
            },
        ),
        migrations.CreateModel(
            name="SetQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("text", models.CharField(max_length=200, verbose_name="vraag")),
                ("help_text", models.CharField(blank=True, max_length=200, verbose_name="uitleg")),
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
                ("options", models.TextField(blank=True, max_length=1000, verbose_name="keuzes")),
                ("is_required", models.BooleanField(default=False, verbose_name="verplicht")),
            ],
            options={
                "verbose_name": "vraag in een vragenset",
                "verbose_name_plural": "vragen in vragensets",
                "ordering": ["version", "position"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="callbackstep",
            name="step_known",
        ),
        migrations.RemoveField(
            model_name="callbackrequest",
            name="hide_municipality",
        ),
        migrations.RemoveField(
            model_name="callbackrequest",
            name="language",
        ),
        migrations.RemoveField(
            model_name="callbackrequest",
            name="needs_interpreter",
        ),
        migrations.RemoveField(
            model_name="callbackrequest",
            name="voicemail_allowed",
        ),
        migrations.AddField(
            model_name="callbackrequest",
            name="caller_mark",
            field=models.CharField(editable=False, max_length=64, null=True),
        ),
        migrations.AlterField(
            model_name="callbackstep",
            name="step",
            field=models.CharField(
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
        migrations.AddIndex(
            model_name="resident",
            index=models.Index(fields=["phone"], name="resident_by_phone"),
        ),
        migrations.AddIndex(
            model_name="resident",
            index=models.Index(
                condition=models.Q(("postcode", ""), _negated=True),
                fields=["postcode"],
                name="resident_by_postcode",
            ),
        ),
        migrations.AddConstraint(
            model_name="callbackrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=("caller_mark",),
                name="callback_one_open_per_caller",
            ),
        ),
        migrations.AddConstraint(
            model_name="callbackstep",
            constraint=models.CheckConstraint(
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
            ),
        ),
        migrations.AddConstraint(
            model_name="resident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("address_secret", False),
                    models.Q(
                        ("house_number__isnull", True), ("house_suffix", ""), ("postcode", "")
                    ),
                    _connector="OR",
                ),
                name="resident_secret_address_not_kept",
            ),
        ),
        migrations.AddConstraint(
            model_name="resident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("call_from__isnull", True), ("call_until__isnull", True)),
                    models.Q(
                        ("call_from__isnull", False), ("call_until__gt", models.F("call_from"))
                    ),
                    _connector="OR",
                ),
                name="resident_call_hours_order",
            ),
        ),
        migrations.AddField(
            model_name="addedquestion",
            name="added_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="addedquestion",
            name="callback",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="added_questions",
                to="cases.callbackrequest",
            ),
        ),
        migrations.AddField(
            model_name="addedquestion",
            name="resident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.resident"
            ),
        ),
        migrations.AddField(
            model_name="addedquestion",
            name="subject",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.callbacksubject",
            ),
        ),
        migrations.AddField(
            model_name="agendapoint",
            name="owner",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="agendapoint",
            name="ticked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="changed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="eigenaar",
            ),
        ),
        migrations.AddField(
            model_name="articlesuggestion",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.article",
            ),
        ),
        migrations.AddField(
            model_name="articlesuggestion",
            name="settled_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="articlesuggestion",
            name="suggested_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="articlesuggestion",
            name="team",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="clusters.team",
            ),
        ),
        migrations.AddField(
            model_name="articleterm",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="terms",
                to="cases.article",
            ),
        ),
        migrations.AddField(
            model_name="articleuse",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="uses",
                to="cases.article",
            ),
        ),
        migrations.AddField(
            model_name="articleuse",
            name="team",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="clusters.team",
            ),
        ),
        migrations.AddField(
            model_name="articleversion",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="cases.article",
            ),
        ),
        migrations.AddField(
            model_name="articleversion",
            name="saved_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="callbackanswer",
            name="callback",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="cases.callbackrequest",
            ),
        ),
        migrations.AddField(
            model_name="callbackanswer",
            name="resident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.resident"
            ),
        ),
        migrations.AddField(
            model_name="calldraft",
            name="desk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clusters.team"
            ),
        ),
        migrations.AddField(
            model_name="calldraft",
            name="employee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="desk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clusters.team"
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="employee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="resident",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="cases.resident",
            ),
        ),
        migrations.AddField(
            model_name="contactquestion",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.article",
            ),
        ),
        migrations.AddField(
            model_name="contactquestion",
            name="callback",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contact_questions",
                to="cases.callbackrequest",
            ),
        ),
        migrations.AddField(
            model_name="contactquestion",
            name="contact",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="cases.contact",
            ),
        ),
        migrations.AddField(
            model_name="contactquestion",
            name="desk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clusters.team"
            ),
        ),
        migrations.AddField(
            model_name="contactquestion",
            name="resident",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.resident",
            ),
        ),
        migrations.AddField(
            model_name="contactquestion",
            name="subject",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.callbacksubject",
            ),
        ),
        migrations.AddField(
            model_name="dutyshift",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duty_shifts",
                to=settings.AUTH_USER_MODEL,
                verbose_name="medewerker",
            ),
        ),
        migrations.AddField(
            model_name="helpquestion",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="helpquestion",
            name="desk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clusters.team"
            ),
        ),
        migrations.AddField(
            model_name="helpquestion",
            name="subject",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.callbacksubject",
            ),
        ),
        migrations.AddField(
            model_name="helpquestion",
            name="taken_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="contactquestion",
            name="help_question",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.helpquestion",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="opened_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="agendapoint",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="points",
                to="cases.meeting",
            ),
        ),
        migrations.AddField(
            model_name="newsitem",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="questionset",
            name="subject",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="question_sets",
                to="cases.callbacksubject",
                verbose_name="onderwerp",
            ),
        ),
        migrations.AddField(
            model_name="questionset",
            name="team",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="clusters.team",
                verbose_name="team",
            ),
        ),
        migrations.AddField(
            model_name="questionsetversion",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="questionsetversion",
            name="published_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="questionsetversion",
            name="question_set",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="cases.questionset",
            ),
        ),
        migrations.AddField(
            model_name="callbackanswer",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.questionsetversion",
            ),
        ),
        migrations.AddField(
            model_name="setquestion",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="questions",
                to="cases.questionsetversion",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["review_on"], name="article_by_review"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["title", "id"], name="article_by_title"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["kcc", "teams", "all"])),
                name="article_audience_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("publish_until__isnull", True),
                    ("publish_until__gte", models.F("publish_from")),
                    _connector="OR",
                ),
                name="article_window_order",
            ),
        ),
        migrations.AddIndex(
            model_name="articlesuggestion",
            index=models.Index(
                condition=models.Q(("settled_at__isnull", True)),
                fields=["suggested_at"],
                name="suggestion_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="articlesuggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("settled_by__isnull", True)),
                    models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                    _connector="OR",
                ),
                name="suggestion_settled_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="articleterm",
            constraint=models.UniqueConstraint(
                fields=("term", "article"), name="article_term_once"
            ),
        ),
        migrations.AddIndex(
            model_name="articleuse",
            index=models.Index(fields=["at", "kind"], name="article_use_by_moment"),
        ),
        migrations.AddConstraint(
            model_name="articleuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("article__isnull", True), ("kind", "nothing_found")),
                    models.Q(
                        ("kind__in", ["used", "useful", "not_useful"]), ("article__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="article_use_has_article",
            ),
        ),
        migrations.AddConstraint(
            model_name="articleversion",
            constraint=models.UniqueConstraint(
                fields=("article", "number"), name="article_version_once"
            ),
        ),
        migrations.AddIndex(
            model_name="calldraft",
            index=models.Index(fields=["employee", "opened_at"], name="call_by_employee"),
        ),
        migrations.AddIndex(
            model_name="calldraft",
            index=models.Index(fields=["expires_at"], name="call_by_end"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["desk", "-ended_at", "-id"], name="contact_by_desk"),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["telefoon", "balie", "e-mail", "brief"])),
                name="contact_channel_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_at__gte", models.F("opened_at"))),
                name="contact_ends_after_begin",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyshift",
            constraint=models.UniqueConstraint(
                fields=("day", "part", "person"), name="duty_shift_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyshift",
            constraint=models.CheckConstraint(
                condition=models.Q(("part__in", ["ochtend", "middag"])), name="duty_part_known"
            ),
        ),
        migrations.AddIndex(
            model_name="helpquestion",
            index=models.Index(
                condition=models.Q(("state__in", ("asked", "taken"))),
                fields=["asked_at"],
                name="help_open",
            ),
        ),
        migrations.AddIndex(
            model_name="helpquestion",
            index=models.Index(fields=["call_id"], name="help_by_call"),
        ),
        migrations.AddConstraint(
            model_name="helpquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["asked", "taken", "answered", "withdrawn"])),
                name="help_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["taken", "answered"]), _negated=True),
                    ("taken_by__isnull", False),
                    _connector="OR",
                ),
                name="help_taken_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), models.Q(("answer", ""), _negated=True)),
                    models.Q(models.Q(("state", "answered"), _negated=True), ("answer", "")),
                    _connector="OR",
                ),
                name="help_answered_has_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("state__in", ("asked", "taken"))),
                    models.Q(
                        models.Q(("state__in", ("asked", "taken")), _negated=True),
                        ("ended_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="help_ended_has_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpquestion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("asked", "taken"))),
                fields=("call_id", "position"),
                name="help_one_open_per_question",
            ),
        ),
        migrations.AddIndex(
            model_name="contactquestion",
            index=models.Index(
                fields=["desk", "-ended_at", "-id"], name="contact_question_by_desk"
            ),
        ),
        migrations.AddConstraint(
            model_name="contactquestion",
            constraint=models.UniqueConstraint(
                fields=("contact", "position"), name="contact_question_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="contactquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "result__in",
                        ["answered", "help_desk", "callback", "referred", "wrong_number"],
                    )
                ),
                name="contact_result_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("callback__isnull", False), ("result", "callback")),
                    models.Q(
                        models.Q(("result", "callback"), _negated=True), ("callback__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="contact_callback_has_request",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result", "referred"), models.Q(("referred_to", ""), _negated=True)),
                    models.Q(models.Q(("result", "referred"), _negated=True), ("referred_to", "")),
                    _connector="OR",
                ),
                name="contact_referred_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("result", "wrong_number"), ("subject__isnull", False), _connector="OR"
                ),
                name="contact_question_has_subject",
            ),
        ),
        migrations.AddIndex(
            model_name="agendapoint",
            index=models.Index(
                condition=models.Q(
                    ("done_at__isnull", True), models.Q(("agreement", ""), _negated=True)
                ),
                fields=["due_on"],
                name="agenda_agreement_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendapoint",
            constraint=models.UniqueConstraint(
                fields=("kind", "object_id"), name="agenda_point_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendapoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["unanswered", "article", "late"])),
                name="agenda_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendapoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreement", ""), ("due_on__isnull", True), ("owner__isnull", True)),
                    models.Q(models.Q(("agreement", ""), _negated=True), ("owner__isnull", False)),
                    _connector="OR",
                ),
                name="agenda_agreement_has_owner",
            ),
        ),
        migrations.AddIndex(
            model_name="newsitem",
            index=models.Index(fields=["visible_until"], name="news_by_end"),
        ),
        migrations.AddConstraint(
            model_name="newsitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("importance__in", ["normal", "high"])),
                name="news_importance_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ["kcc", "teams", "all"])),
                name="news_audience_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("visible_until__gt", models.F("visible_from"))),
                name="news_window_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionset",
            constraint=models.UniqueConstraint(
                condition=models.Q(("team__isnull", False)),
                fields=("subject", "team"),
                name="question_set_of_team_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionset",
            constraint=models.UniqueConstraint(
                condition=models.Q(("team__isnull", True)),
                fields=("subject",),
                name="question_set_of_all_teams_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionsetversion",
            constraint=models.UniqueConstraint(
                fields=("question_set", "number"), name="question_set_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="questionsetversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("published_at__isnull", True)),
                fields=("question_set",),
                name="question_set_one_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionsetversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at__isnull", True), ("published_by__isnull", True)),
                    models.Q(("published_at__isnull", False), ("published_by__isnull", False)),
                    _connector="OR",
                ),
                name="question_set_published_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="setquestion",
            constraint=models.UniqueConstraint(
                fields=("version", "position"), name="set_question_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="setquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["short", "long", "choice", "yes_no"])),
                name="set_question_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="setquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "choice"), models.Q(("options", ""), _negated=True)),
                    models.Q(models.Q(("kind", "choice"), _negated=True), ("options", "")),
                    _connector="OR",
                ),
                name="set_question_choice_has_options",
            ),
        ),
    ]
