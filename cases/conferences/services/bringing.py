"""Put a question from a dossier on the agenda, move it to another meeting, and take it back."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.advice.sharing import ALWAYS, shared_data
from cases.conferences.bringable import conferences_for
from cases.conferences.carrying import last_place, put_on
from cases.conferences.lifecycle import ITEM_LIFECYCLE, ItemState
from cases.conferences.locking import lock_item, lock_planned
from cases.conferences.messages import withdrawn_text
from cases.conferences.models import Brought, Conference, ConferenceItem
from cases.conferences.naming import must_not_tell
from cases.conferences.telling import guests_of, tell_off
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, lock_file, may
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


@transaction.atomic
def bring_item(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    conference: Conference,
    brought: Brought,
    by: User,
    at: datetime | None = None,
) -> ConferenceItem:
    """Put a question on the agenda of a casusoverleg or casustafel; the regie stays.

    Rules: CT-5 (who works in a dossier that runs, at a meeting of its team or stadsdeel, about a
        question that runs and somebody who lives), CT-9 (anonymous words), CT-17, CT-21.
    Raises: RuleViolation with the field when one of these is lacking; PermissionDenied.
    Effects: a point, with its dossier and meeting locked by ``select_for_update``; a line; audit
        line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.BRING_ITEM, by)
    earlier = ConferenceItem.objects.filter(uuid=submission_key).first()
    if earlier is not None:
        return _same(earlier, file)
    meeting = lock_planned(conference.pk)
    _must_be_possible(file, meeting, brought, local_day(at))
    item = ConferenceItem(uuid=submission_key, file=file, resident_id=file.resident_id)
    item.conference, item.position = meeting, last_place(meeting)
    item.brought_at, item.brought_by = at, by
    _fill(item, brought)
    words = f"{meeting}\n{brought.ask}\n{brought.summary}"
    leave_line(file, LineKind.ITEM_BROUGHT, by=by, at=at, words=words, question=brought.question)
    record("item.brought", item, by=by, decision=decision)
    return item


@transaction.atomic
def move_item(
    *, item_id: int, conference: Conference, by: User, at: datetime | None = None
) -> ConferenceItem:
    """Discuss it in another meeting of the team or the stadsdeel.

    Rules: CT-20 (who works in the dossier, before it was discussed; twice is once; the guests
        hear it), CT-5 (a meeting of the team or stadsdeel of the dossier).
    Raises: RuleViolation; PermissionDenied.
    Effects: the point, with dossier and meeting locked by ``select_for_update``; a line; notices;
        audit line.
    """
    at = at or timezone.now()
    scope = ConferenceItem.objects.visible_to(by)
    number = scope.values_list("file_id", flat=True).get(pk=item_id)
    file = ResidentFile.objects.select_for_update(of=("self",)).get(pk=number)
    meeting = lock_planned(conference.pk)
    item = lock_item(item_id, by)
    decision = GRANTS.require(by, Action.BRING_ITEM, item)
    item.state = ITEM_LIFECYCLE.target("move", item.state)
    if item.conference_id == meeting.pk:
        return item
    _must_be_ours(file, meeting, local_day(at))
    put_on(item, meeting, at)
    leave_line(item.file, LineKind.ITEM_MOVED, by=by, at=at, words=f"{item}: {meeting}")
    record("item.moved", item, by=by, decision=decision, fields=["conference"])
    return item


@transaction.atomic
def withdraw_item(
    *, item_id: int, words: str, by: User, at: datetime | None = None
) -> ConferenceItem:
    """It need not be discussed any more; nobody but who works in the dossier sees it from now on.

    Rules: CT-20 (who works in the dossier, with a reason, before it was discussed; twice is once).
    Raises: RuleViolation; PermissionDenied.
    Effects: the end of the point, locked by ``select_for_update`` after its dossier; a line;
        notices; audit line.
    """
    at = at or timezone.now()
    item = lock_item(item_id, by)
    decision = GRANTS.require(by, Action.BRING_ITEM, item)
    if item.state == ItemState.WITHDRAWN and item.answer_words == words:
        return item
    item.state = ITEM_LIFECYCLE.target("withdraw", item.state)
    if not words:
        raise RuleViolation("Schrijf kort op waarom.", field="words")
    item.ended_at, item.ended_by = at, by
    item.keep_answer(words)
    item.version += 1
    item.save(update_fields=["state", "ended_at", "ended_by", "answer", "version"])
    leave_line(item.file, LineKind.ITEM_WITHDRAWN, by=by, at=at, words=words)
    record("item.withdrawn", item, by=by, decision=decision, fields=["state"])
    tell_off(item, guests_of(item) - {by.pk}, withdrawn_text(item), "withdrawn", at)
    return item


def _same(earlier: ConferenceItem, file: ResidentFile) -> ConferenceItem:
    """What this form made before; a key of another dossier is no key here."""
    if earlier.file_id != file.pk:
        raise RuleViolation(STALE)
    return earlier


def _must_be_possible(file: ResidentFile, meeting: Conference, brought: Brought, day: date) -> None:
    """Somebody who lives, a question that runs, a meeting of ours, words that may go there."""
    if file.resident.deceased_on is not None:
        raise RuleViolation("Deze inwoner is overleden.")
    question = brought.question
    if question is not None and (question.file_id != file.pk or not question.is_open):
        raise RuleViolation("Deze hulpvraag is intussen afgesloten.", field="question")
    _must_be_ours(file, meeting, day)
    if brought.is_anonymous:
        must_not_tell(file, brought.ask, field="ask")
        must_not_tell(file, brought.summary, field="summary")


def _must_be_ours(file: ResidentFile, meeting: Conference, day: date) -> None:
    """A meeting that is still to come, of the team or the stadsdeel of the dossier (CT-5)."""
    if not conferences_for(file, day).filter(pk=meeting.pk).exists():
        raise RuleViolation("Kies een overleg van uw team of stadsdeel.", field="conference")


def _fill(item: ConferenceItem, brought: Brought) -> None:
    """The rest of the row, and which data are on the table; saves it."""
    item.question, item.topic, item.minutes = brought.question, brought.topic, brought.minutes
    item.is_anonymous = brought.is_anonymous
    item.keep_told(brought.ask, brought.summary)
    item.save(force_insert=True)
    extra = [each for each in brought.data if each.code not in ALWAYS]
    item.data.set([] if brought.is_anonymous else shared_data(extra))
