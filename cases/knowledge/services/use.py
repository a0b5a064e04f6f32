"""What becomes of the kennisbank: counted uses, and articles people asked for (TEL-9)."""

import uuid
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.knowledge.models import Article, ArticleSuggestion, ArticleUse, UseKind
from cases.permissions import GRANTS, Action
from clusters.models import Team, User
from common.errors import RuleViolation


@transaction.atomic
def create_use(
    *,
    article: Article | None,
    kind: str,
    at: datetime,
    team: Team | None,
    by: User,
) -> ArticleUse:
    """Count one use; who it was is not kept, and of a search not the words.

    Rules: KB-4 (figures about articles, not about colleagues or callers).
    Raises: PermissionDenied.
    Effects: one row; no audit line, nothing about anybody is in it.
    """
    GRANTS.require(by, Action.READ_ARTICLES)
    found = None if kind == UseKind.NOTHING_FOUND else article
    return ArticleUse.objects.create(article=found, kind=kind, at=at, team=team)


@transaction.atomic
def create_own_use(*, article: Article | None, kind: str, by: User, at: datetime) -> ArticleUse:
    """Count one use for the team in which this employee works now, if it is in one.

    Every page that counts what is done on the screen comes here: the kennisbank and the call.

    Rules: KB-4.
    Raises: PermissionDenied.
    Effects: one row; no audit line.
    """
    team = next((row.team for row in by.acting_memberships if row.team), None)
    return create_use(article=article, kind=kind, at=at, team=team, by=by)


@transaction.atomic
def create_suggestion(
    *,
    submission_key: uuid.UUID,
    words: str,
    note: str,
    by: User,
    at: datetime | None = None,
) -> ArticleSuggestion:
    """ "Niet gevonden": ask for an article; it comes on the agenda of the meeting too (TEL-8).

    Rules: KB-5 (sent once, whatever is clicked).
    Raises: PermissionDenied.
    Effects: a suggestion; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.SUGGEST_ARTICLE)
    try:
        with transaction.atomic():
            suggestion = ArticleSuggestion.objects.create(
                submission_key=submission_key,
                words=words,
                note=note,
                suggested_at=at,
                suggested_by=by,
                team_id=min(by.team_ids, default=None),
            )
    except IntegrityError:
        return ArticleSuggestion.objects.get(submission_key=submission_key, suggested_by=by)
    record("suggestion.created", suggestion, by=by, decision=decision)
    return suggestion


@transaction.atomic
def settle_suggestion(
    *,
    suggestion_id: int,
    article: Article | None,
    by: User,
    at: datetime | None = None,
) -> ArticleSuggestion:
    """Close what was asked for: with the article that answers it, or without one.

    Rules: KB-5 (settled once, by somebody).
    Raises: RuleViolation when a colleague was first; PermissionDenied.
    Effects: audit line.
    """
    at = at or timezone.now()
    suggestion = ArticleSuggestion.objects.select_for_update().get(pk=suggestion_id)
    decision = GRANTS.require(by, Action.EDIT_ARTICLES)
    if suggestion.settled_at is not None:
        raise RuleViolation(f"{suggestion.settled_by} was u voor en heeft dit al afgehandeld.")
    suggestion.settled_at, suggestion.settled_by, suggestion.article = at, by, article
    suggestion.save(update_fields=["settled_at", "settled_by", "article"])
    record("suggestion.settled", suggestion, by=by, decision=decision, fields=["settled_at"])
    return suggestion
