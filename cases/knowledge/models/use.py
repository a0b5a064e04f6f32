"""What became of the kennisbank: used, useful or not, searched in vain, asked for."""

from typing import Self

from django.db import models
from django.db.models import Q

from cases.knowledge.models.articles import DESK_ROLES, EDITING_ROLES, Article
from clusters.models import Team, User


class UseKind(models.TextChoices):
    """What happened with the kennisbank."""

    USED = "used", "Gebruikt als antwoord"
    USEFUL = "useful", "Hielp"
    NOT_USEFUL = "not_useful", "Hielp niet"
    NOTHING_FOUND = "nothing_found", "Gezocht zonder resultaat"


class ArticleUse(models.Model):
    """One use of the kennisbank by a team; without the words and without who it was.

    ``article`` is empty for a search without result: search words may hold a resident's name.
    """

    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="uses")
    kind = models.CharField("soort", max_length=14, choices=UseKind.choices)
    at = models.DateTimeField("tijdstip")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "gebruik van de kennisbank"
        verbose_name_plural = "gebruik van de kennisbank"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=UseKind.NOTHING_FOUND, article__isnull=True)
                | (
                    Q(kind__in=[UseKind.USED, UseKind.USEFUL, UseKind.NOT_USEFUL])
                    & Q(article__isnull=False)
                ),
                name="article_use_has_article",
            ),
        ]
        indexes = [models.Index(fields=["at", "kind"], name="article_use_by_moment")]

    def __str__(self) -> str:
        return self.get_kind_display()


class SuggestionQuerySet(models.QuerySet["ArticleSuggestion"]):
    """Articles people asked for."""

    def visible_to(self, user: User) -> Self:
        """The desk that asked, and everybody who edits."""
        role = user.acting_role
        if role in EDITING_ROLES:
            return self.all()
        if role in DESK_ROLES:
            return self.filter(team_id__in=user.team_ids)
        return self.none()

    def open(self) -> Self:
        """Not settled yet."""
        return self.filter(settled_at__isnull=True)


class ArticleSuggestion(models.Model):
    """ "Niet gevonden": what somebody looked for and would have liked to read."""

    submission_key = models.UUIDField(unique=True, editable=False)
    words = models.CharField("waar zocht u op?", max_length=200)
    note = models.TextField("wat wilde u weten?", max_length=500, blank=True)
    suggested_at = models.DateTimeField("gevraagd op")
    suggested_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField("afgehandeld op", null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="+")

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = "gevraagd artikel"
        verbose_name_plural = "gevraagde artikelen"
        ordering = ["-suggested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="suggestion_settled_by_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=["suggested_at"],
                condition=Q(settled_at__isnull=True),
                name="suggestion_open",
            ),
        ]

    class Privacy:
        personal = ("suggested_by", "settled_by", "words", "note")
        purpose = "De kennisbank aanvullen met wat gemist wordt (TEL-9)"
        retention = "een jaar na het afhandelen"

    def __str__(self) -> str:
        return self.words
