"""News and instructions: what shows, from when until when."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.knowledge.models import NewsItem
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.errors import RuleViolation

WHILE_YOU_TYPED = "Een collega heeft dit bericht intussen gewijzigd. U ziet allebei de teksten."


@dataclass(frozen=True)
class NewsText:
    """A message as it was typed; the window is two moments."""

    title: str
    body: str
    importance: str
    audience: str
    visible_from: datetime
    visible_until: datetime


@transaction.atomic
def create_news(
    *, submission_key: uuid.UUID, text: NewsText, by: User, at: datetime | None = None
) -> NewsItem:
    """Put a message on the desk for as long as it is news.

    Rules: KB-6 (every message ends), KB-5.
    Raises: RuleViolation when it ends before it begins or is over already; PermissionDenied.
    Effects: the message; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.WRITE_NEWS)
    _check(text)
    if text.visible_until <= at:
        raise RuleViolation("Dit moment is al voorbij.", field="until_day")
    try:
        with transaction.atomic():
            item = NewsItem.objects.create(
                submission_key=submission_key, written_at=at, written_by=by, **vars(text)
            )
    except IntegrityError:
        return NewsItem.objects.get(submission_key=submission_key, written_by=by)
    record("news.created", item, by=by, decision=decision)
    return item


@transaction.atomic
def change_news(
    *, news_id: int, text: NewsText, seen: str = "", by: User, at: datetime | None = None
) -> NewsItem:
    """Change a message, or let it end sooner; ``seen`` is the mark of the text that was changed.

    Rules: KB-6; an old form does not undo a newer text.
    Raises: RuleViolation when it ends before it begins, or a colleague was first;
        PermissionDenied.
    Effects: audit line with names of fields.
    """
    item = NewsItem.objects.select_for_update().get(pk=news_id)
    decision = GRANTS.require(by, Action.WRITE_NEWS)
    _check(text)
    changed = [name for name, value in vars(text).items() if getattr(item, name) != value]
    if not changed:
        return item
    if seen and seen != item.mark:
        raise RuleViolation(WHILE_YOU_TYPED, field="seen")
    for name in changed:
        setattr(item, name, getattr(text, name))
    item.written_at, item.written_by = at or timezone.now(), by
    item.save(update_fields=[*changed, "written_at", "written_by"])
    record("news.changed", item, by=by, decision=decision, fields=changed)
    return item


def _check(text: NewsText) -> None:
    if text.visible_until <= text.visible_from:
        raise RuleViolation("Het einde ligt vóór het begin.", field="until_day")
