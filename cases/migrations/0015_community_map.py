"""The sociale kaart: organisations, what they offer, and the words it is found by."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_sounds"),
        ("clusters", "0008_closing_day_by_decree"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    models.CharField(blank=True, max_length=20, verbose_name="telefoonnummer"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("address", models.CharField(blank=True, max_length=160, verbose_name="adres")),
                ("postcode", models.CharField(blank=True, max_length=6, verbose_name="postcode")),
                ("note", models.TextField(blank=True, max_length=500, verbose_name="opmerking")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
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
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("submission_key", models.UUIDField(editable=False, unique=True)),
                ("name", models.CharField(max_length=160, verbose_name="naam")),
                ("description", models.TextField(max_length=2000, verbose_name="wat is het?")),
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
                    models.CharField(blank=True, max_length=120, verbose_name="toelichting kosten"),
                ),
                ("sign_up", models.TextField(blank=True, max_length=500, verbose_name="aanmelden")),
                (
                    "contact_role",
                    models.CharField(blank=True, max_length=120, verbose_name="vraag naar"),
                ),
                ("runs_from", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("runs_until", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("review_by", models.DateField(verbose_name="nakijken op")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                ("is_active", models.BooleanField(default=True, verbose_name="staat op de kaart")),
                (
                    "stopped_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="gestopt op"),
                ),
                (
                    "stop_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom gestopt"),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "topics",
                    models.ManyToManyField(
                        related_name="+", to="cases.lifedomain", verbose_name="onderwerpen"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="cases.organisation",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanbod",
                "verbose_name_plural": "aanbod",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OfferTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("term", models.CharField(max_length=40, verbose_name="woord")),
                ("weight", models.PositiveSmallIntegerField(verbose_name="gewicht")),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="cases.offer",
                    ),
                ),
            ],
            options={
                "verbose_name": "zoekwoord van een aanbod",
                "verbose_name_plural": "zoekwoorden van aanbod",
                "constraints": [
                    models.UniqueConstraint(fields=("term", "offer"), name="offer_term_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("name"), name="organisation_name_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="organisation_has_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(fields=["name", "id"], name="offer_by_name"),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(
                condition=models.Q(("is_active", True)),
                fields=["owner", "review_by"],
                name="offer_by_owner_and_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), _negated=True),
                    models.Q(("description", ""), _negated=True),
                ),
                name="offer_says_what_it_is",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["informal", "volunteer", "collective", "general"])
                ),
                name="offer_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("cost__in", ["free", "small", "paid", "income"])),
                name="offer_cost_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("runs_from__isnull", True),
                    ("runs_until__isnull", True),
                    ("runs_until__gte", models.F("runs_from")),
                    _connector="OR",
                ),
                name="offer_runs_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
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
        ),
    ]
