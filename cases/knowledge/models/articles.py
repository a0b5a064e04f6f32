"""Articles: what to say about a subject, for whom, since when and until when it is right."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q, QuerySet

from clusters.models import HANDLING_ROLES, Membership, Role, User

TITLE_LENGTH, SUMMARY_LENGTH, BODY_LENGTH, SYNONYMS_LENGTH = 160, 300, 8000, 500
DESK_ROLES = frozenset({Role.CONTACT_CENTRE, Role.HELP_DESK})
EDITING_ROLES = frozenset({Role.HELP_DESK, Role.APPLICATION_MANAGER})


class Audience(models.TextChoices):
    """Who an article or a message is for."""

    DESK = "kcc", "Alleen het KCC"
    TEAMS = "teams", "Alleen de wijkteams"
    EVERYBODY = "all", "KCC en wijkteams"


def audiences_of(role: str) -> tuple[str, ...]:
    """The audiences somebody in this role belongs to; an editor reads all of them."""
    if role in EDITING_ROLES:
        return tuple(Audience.values)
    if role in DESK_ROLES:
        return (Audience.DESK, Audience.EVERYBODY)
    if role in HANDLING_ROLES:
        return (Audience.TEAMS, Audience.EVERYBODY)
    return ()


def editors_on(day: date) -> QuerySet[Membership]:
    """The roles that count on ``day`` in which somebody edits articles."""
    return Membership.objects.running(day).filter(role__in=EDITING_ROLES)


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles of the kennisbank."""

    def visible_to(self, user: User) -> Self:
        """Scope: what is for one's audience; who edits sees every article."""
        return self.filter(audience__in=audiences_of(user.acting_role))

    def published_on(self, day: date) -> Self:
        """Articles inside their publish window on ``day``."""
        still = Q(publish_until__isnull=True) | Q(publish_until__gte=day)
        return self.filter(still, publish_from__lte=day)

    def readable_by(self, user: User, day: date) -> Self:
        """What somebody may use as an answer today: in scope and inside its window."""
        return self.visible_to(user).published_on(day)


class Article(models.Model):
    """One answer: a title, what to say first, the whole text, and other words people use for it.

    Holds the current text; ``ArticleVersion`` keeps every text it ever had.
    """

    title = models.CharField("titel", max_length=TITLE_LENGTH)
    summary = models.CharField("wat u meteen kunt zeggen", max_length=SUMMARY_LENGTH)
    body = models.TextField("tekst", max_length=BODY_LENGTH)
    synonyms = models.CharField("andere woorden", max_length=SYNONYMS_LENGTH, blank=True)
    audience = models.CharField("voor wie", max_length=8, choices=Audience.choices)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="eigenaar")
    publish_from = models.DateField("te gebruiken vanaf")
    publish_until = models.DateField("te gebruiken tot en met", null=True, blank=True)
    review_on = models.DateField("opnieuw bekijken op")
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(audience__in=Audience.values), name="article_audience_known"
            ),
            models.CheckConstraint(
                condition=Q(publish_until__isnull=True) | Q(publish_until__gte=F("publish_from")),
                name="article_window_order",
            ),
        ]
        indexes = [
            models.Index(fields=["review_on"], name="article_by_review"),
            models.Index(fields=["title", "id"], name="article_by_title"),
        ]

    class Privacy:
        personal = ("owner", "changed_by")
        purpose = "Weten wie een artikel bijhoudt"
        retention = "zolang het artikel bestaat"

    def __str__(self) -> str:
        return self.title

    def is_usable(self, day: date) -> bool:
        """Whether it may be used as an answer on ``day``."""
        return self.publish_from <= day <= (self.publish_until or date.max)


class ArticleVersion(models.Model):
    """A text an article had, by whom and why; never changed afterwards."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("versie")
    title = models.CharField("titel", max_length=TITLE_LENGTH)
    summary = models.CharField("wat u meteen kunt zeggen", max_length=SUMMARY_LENGTH)
    body = models.TextField("tekst", max_length=BODY_LENGTH)
    synonyms = models.CharField("andere woorden", max_length=SYNONYMS_LENGTH, blank=True)
    saved_at = models.DateTimeField("opgeslagen op")
    saved_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    note = models.CharField("wat er veranderde", max_length=200, blank=True)

    class Meta:
        verbose_name = "versie van een artikel"
        verbose_name_plural = "versies van artikelen"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="article_version_once"),
        ]

    class Privacy:
        personal = ("saved_by",)
        purpose = "Terugzien wat wanneer in de kennisbank stond"
        retention = "zolang het artikel bestaat"

    def __str__(self) -> str:
        return f"{self.title} (versie {self.number})"


class ArticleTerm(models.Model):
    """One word by which an article is found, and how much it says about the article.

    Made from title, other words, summary and text when the article is saved.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="terms")
    term = models.CharField("woord", max_length=40)
    weight = models.PositiveSmallIntegerField("gewicht")

    class Meta:
        verbose_name = "zoekwoord van een artikel"
        verbose_name_plural = "zoekwoorden van artikelen"
        constraints = [
            models.UniqueConstraint(fields=["term", "article"], name="article_term_once"),
        ]

    def __str__(self) -> str:
        return self.term
