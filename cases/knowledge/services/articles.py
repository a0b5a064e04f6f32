"""Writing articles: every text is kept, nobody overwrites a colleague, somebody owns it (TEL-9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.knowledge.models import Article, ArticleSuggestion, ArticleTerm, ArticleVersion
from cases.knowledge.models.articles import editors_on
from cases.knowledge.searching import forget_words, terms_of
from cases.knowledge.services.use import settle_suggestion
from cases.permissions import GRANTS, Action
from clusters.models import Membership, User
from common.errors import RuleViolation

TEXTS = ("title", "summary", "body", "synonyms")
FIRST = "Eerste versie"
NO_EDITOR = "Deze collega mag geen artikelen bewerken. Kies een ander."
SAME_WRITING = timedelta(hours=1)
"""Within this time the very same text of the same person is a second click on one form."""


@dataclass(frozen=True)
class ArticleText:
    """An article as it was typed; the window is two days, the last one included."""

    title: str
    summary: str
    body: str
    synonyms: str
    audience: str
    owner: User
    publish_from: date
    publish_until: date | None
    review_on: date


@transaction.atomic
def create_article(
    *,
    text: ArticleText,
    asked: ArticleSuggestion | None = None,
    by: User,
    at: datetime | None = None,
) -> Article:
    """Write a new article; it can be found from the first day of its window.

    ``asked`` is the request this article answers; it is settled with it.

    Rules: KB-1 (an owner who edits articles, a day to look at it again), KB-2 (every text is kept),
        KB-7 (two clicks make one article: the author's row is locked, the second click finds it).
    Raises: RuleViolation for an owner who may not edit or a review in the past; PermissionDenied.
    Effects: the article, its first version and its words; what was asked for is settled; audit
        lines.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.EDIT_ARTICLES)
    _check(text, at, owner_id=None)
    there = _just_written(text, by, at)
    if there is not None:
        return there
    article = Article.objects.create(**vars(text), changed_at=at, changed_by=by)
    _keep(article, FIRST, by, at)
    record("article.created", article, by=by, decision=decision)
    if asked is not None and ArticleSuggestion.objects.open().filter(pk=asked.pk).exists():
        settle_suggestion(suggestion_id=asked.pk, article=article, by=by, at=at)
    return article


@transaction.atomic
def change_article(
    *,
    article_id: int,
    text: ArticleText,
    version: int,
    note: str,
    by: User,
    at: datetime | None = None,
) -> Article:
    """Write another text; what stood there stays as a version.

    ``version`` is the one the form was opened with.

    Rules: KB-1, KB-2, KB-3 (who opened an older text does not overwrite the newer one).
    Raises: RuleViolation when a colleague changed it meanwhile; PermissionDenied.
    Effects: the article, one version and its words; audit line with names of fields.
    """
    at = at or timezone.now()
    article = Article.objects.select_for_update().get(pk=article_id)
    decision = GRANTS.require(by, Action.EDIT_ARTICLES)
    if article.version != version:
        raise RuleViolation(
            f"{article.changed_by} heeft dit artikel intussen gewijzigd. Uw tekst staat hier nog; "
            "die van uw collega staat erbij.",
            field="version",
        )
    _check(text, at, owner_id=article.owner_id)
    changed = [name for name, value in vars(text).items() if getattr(article, name) != value]
    if not changed:
        return article
    for name in changed:
        setattr(article, name, getattr(text, name))
    article.version += 1
    article.changed_at, article.changed_by = at, by
    article.save(update_fields=[*changed, "version", "changed_at", "changed_by"])
    _keep(article, note, by, at)
    record("article.changed", article, by=by, decision=decision, fields=changed)
    return article


@transaction.atomic
def review_article(
    *, article_id: int, review_on: date, by: User, at: datetime | None = None
) -> Article:
    """Say that the text is still right, and when somebody looks again.

    Rules: KB-1 (the next day to look lies ahead).
    Raises: RuleViolation for a day that is over; PermissionDenied.
    Effects: audit line.
    """
    at = at or timezone.now()
    article = Article.objects.select_for_update().get(pk=article_id)
    decision = GRANTS.require(by, Action.EDIT_ARTICLES)
    if review_on <= timezone.localdate(at):
        raise RuleViolation("Kies een dag die nog komt.", field="review_on")
    article.review_on = review_on
    article.save(update_fields=["review_on"])
    record("article.reviewed", article, by=by, decision=decision, fields=["review_on"])
    return article


def _check(text: ArticleText, at: datetime, *, owner_id: int | None) -> None:
    """Somebody who edits articles owns it, somebody looks again, and it ends after it begins.

    Who owns it now, ``owner_id``, may stay as long as they work here.
    """
    day = timezone.localdate(at)
    stays = text.owner.pk == owner_id
    roles = Membership.objects.running(day) if stays else editors_on(day)
    if not roles.filter(user=text.owner).exists():
        raise RuleViolation(NO_EDITOR, field="owner")
    if text.review_on <= day:
        raise RuleViolation("Kies een dag die nog komt.", field="review_on")
    if text.publish_until is not None and text.publish_until < text.publish_from:
        raise RuleViolation("De laatste dag ligt vóór de eerste.", field="publish_until")


def _just_written(text: ArticleText, by: User, at: datetime) -> Article | None:
    """The article this person wrote a moment ago, word for word the same in every field."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # a second click waits here
    rows = Article.objects.filter(version=1, changed_by=by, changed_at__lte=at)
    return rows.filter(changed_at__gt=at - SAME_WRITING, **vars(text)).first()


def _keep(article: Article, note: str, by: User, at: datetime) -> None:
    """The version, and the words by which the article is found."""
    texts: Mapping[str, str] = {name: getattr(article, name) for name in TEXTS}
    ArticleVersion.objects.create(
        article=article, number=article.version, saved_at=at, saved_by=by, note=note, **texts
    )
    ArticleTerm.objects.filter(article=article).delete()
    ArticleTerm.objects.bulk_create(
        ArticleTerm(article=article, term=term, weight=weight)
        for term, weight in terms_of(**texts).items()
    )
    transaction.on_commit(forget_words)
