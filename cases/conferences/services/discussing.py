"""The minutes of one point: what was advised."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.conferences.lifecycle import ITEM_LIFECYCLE
from cases.conferences.locking import lock_item, must_be_newest
from cases.conferences.messages import minutes_text
from cases.conferences.models import ConferenceItem
from cases.conferences.naming import must_not_tell
from cases.conferences.telling import tell_of_item
from cases.dossiers.models import LineKind
from cases.dossiers.tracing import leave_line
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def write_minutes(
    *,
    item_id: int,
    version: int,
    words: str,
    present: Collection[int] = (),
    by: User,
    at: datetime | None = None,
) -> ConferenceItem:
    """Write down what came of it, and which guests were there; the regie stays.

    Rules: CT-13 (who works in the dossier, or who leads the meeting and is invited; from the day
        on, in a dossier that runs; written again it replaces the minutes, never from an old page;
        the same twice is once), CT-9 (anonymous words), CT-17.
    Raises: RuleViolation without words, before the day, or when somebody was first;
        PermissionDenied.
    Effects: the minutes, on the row locked by ``select_for_update`` after its dossier; a line; a
        notice to who brought it; audit line.
    """
    at = at or timezone.now()
    item = lock_item(item_id, by)
    decision = GRANTS.require(by, Action.WRITE_MINUTES, item)
    if item.is_discussed and item.answer_words == words and item.ended_by_id == by.pk:
        return item
    item.state = ITEM_LIFECYCLE.target("discuss", item.state)
    must_be_newest(item, version)
    _must_be_possible(item, words, at)
    item.ended_at, item.ended_by = at, by
    item.keep_answer(words)
    item.version += 1
    item.save(update_fields=["state", "ended_at", "ended_by", "answer", "version"])
    for row in item.invitations.current().select_for_update(of=("self",)):
        row.was_there = row.pk in present
        row.save(update_fields=["was_there"])
    told = f"{item.conference}\n{words}"
    leave_line(item.file, LineKind.ITEM_DISCUSSED, by=by, at=at, words=told)
    record("item.discussed", item, by=by, decision=decision, fields=["state", "answer"])
    people = {item.brought_by_id} - {by.pk}
    tell_of_item(item, people, minutes_text(item), f"minutes:{item.version}", at)
    return item


def _must_be_possible(item: ConferenceItem, words: str, at: datetime) -> None:
    """With words, in a dossier that runs, from the day of the meeting on."""
    if not words:
        raise RuleViolation("Schrijf op wat het advies is.", field="words")
    if not item.file.is_open:
        raise RuleViolation("Dit dossier is afgesloten en verandert niet meer.")
    if not item.conference.is_over(local_day(at)):
        raise RuleViolation("Dit overleg is nog niet geweest.")
    if item.is_anonymous:
        must_not_tell(item.file, words, field="words")
