"""An agreement with an owner and a day: a task of the dossier, or on the list of a guest."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.conferences.lifecycle import AGREEMENT_LIFECYCLE
from cases.conferences.locking import lock_item
from cases.conferences.messages import agreed_text, kept_text
from cases.conferences.models import ConferenceItem, ItemAgreement, ItemInvitation
from cases.conferences.naming import must_not_tell
from cases.conferences.telling import tell_of_item
from cases.dossiers.models import LineKind
from cases.dossiers.tracing import leave_line
from cases.permissions import GRANTS, Action
from cases.todos.adding import write_task
from cases.todos.models import Ahead, Task
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


@transaction.atomic
def add_agreement(
    *,
    submission_key: uuid.UUID,
    item_id: int,
    words: str,
    owner: User | ItemInvitation,
    due_on: date,
    by: User,
    at: datetime | None = None,
) -> ItemAgreement:
    """Write down who does what by which day, at a point that was discussed.

    Rules: CT-14 (who works in the dossier or leads the meeting as a guest; of who works in the
        dossier it is a task there; a guest keeps it without the dossier), CT-9, CT-21.
    Raises: RuleViolation for another owner, a day that is over, or before it was discussed;
        PermissionDenied.
    Effects: an agreement, and perhaps a task, with the point locked by ``select_for_update`` after
        its dossier; a line; a notice to the owner; audit line.
    """
    at = at or timezone.now()
    item = lock_item(item_id, by)
    decision = GRANTS.require(by, Action.WRITE_MINUTES, item)
    earlier = ItemAgreement.objects.filter(uuid=submission_key).first()
    if earlier is not None:
        return _same(earlier, item)
    _must_be_possible(item, words, due_on, at)
    facts: dict[str, Any] = {"file": item.file, "resident_id": item.resident_id}
    agreement = ItemAgreement(uuid=submission_key, item=item, due_on=due_on, **facts)
    agreement.made_at, agreement.made_by = at, by
    agreement.keep(words)
    if isinstance(owner, User):
        agreement.task = _task(agreement, owner, decision)
    else:
        agreement.guest = _guest(item, owner)
    agreement.save(force_insert=True)
    record("item.agreed", agreement, by=by, decision=decision)
    if agreement.guest is not None:
        _trace(agreement, by, at)
    return agreement


@transaction.atomic
def end_agreement(
    *, agreement_id: int, step: str, by: User, at: datetime | None = None
) -> ItemAgreement:
    """It was kept (``keep``), or is not needed any more (``drop``).

    Rules: CT-15 (the guest who keeps it, or who works in the dossier; ended once; a task ends
        where tasks do).
    Raises: RuleViolation when it ended otherwise already; PermissionDenied.
    Effects: the end of the agreement, locked by ``select_for_update`` after dossier and point; a
        line; a notice to who brought the point; audit line.
    """
    at = at or timezone.now()
    scope = ItemAgreement.objects.visible_to(by)
    number = scope.values_list("item_id", flat=True).get(pk=agreement_id)
    item = lock_item(number, by)
    rows = item.agreements.select_related("guest__person", "guest__team", "guest__recipient_kind")
    agreement = rows.select_for_update(of=("self",)).get(pk=agreement_id)
    agreement.file = item.file
    decision = GRANTS.require(by, Action.END_AGREEMENT, agreement)
    target = AGREEMENT_LIFECYCLE.steps[step].target
    if agreement.task_id is not None:
        raise RuleViolation("Dit is een taak in het dossier. Rond die daar af.")
    if agreement.state == target:
        return agreement
    agreement.state = AGREEMENT_LIFECYCLE.target(step, agreement.state)
    agreement.ended_at, agreement.ended_by = at, by
    agreement.save(update_fields=["state", "ended_at", "ended_by"])
    words = f"{agreement.status}: {agreement.words}"
    leave_line(item.file, LineKind.ITEM_AGREED_ENDED, by=by, at=at, words=words)
    record("item.agreement_ended", agreement, by=by, decision=decision, fields=["state"])
    people = {item.brought_by_id} - {by.pk}
    tell_of_item(item, people, kept_text(agreement), f"ended:{agreement.pk}", at)
    return agreement


def _same(earlier: ItemAgreement, item: ConferenceItem) -> ItemAgreement:
    """What this form made before; a key of another point is no key here."""
    if earlier.item_id != item.pk:
        raise RuleViolation(STALE)
    return earlier


def _must_be_possible(item: ConferenceItem, words: str, due_on: date, at: datetime) -> None:
    """At a point that was discussed, in a dossier that runs, with words and a day to come."""
    if not item.is_discussed:
        raise RuleViolation("Schrijf eerst het verslag bij dit punt.")
    if not item.file.is_open:
        raise RuleViolation("Dit dossier is afgesloten en verandert niet meer.")
    if not words:
        raise RuleViolation("Schrijf op wat is afgesproken.", field="words")
    if due_on < local_day(at):
        raise RuleViolation("Deze dag is al voorbij.", field="due_on")
    if item.is_anonymous:
        must_not_tell(item.file, words, field="words")


def _task(agreement: ItemAgreement, owner: User, decision: Decision) -> Task:
    """What somebody does who works in the dossier is a task there (TK-4)."""
    task = Task(uuid=agreement.uuid, file=agreement.file, resident_id=agreement.resident_id)
    task.owner, task.asked_by, task.asked_at = owner, agreement.made_by, agreement.made_at
    write_task(task, agreement.words, agreement.due_on, Ahead.SAME_DAY, decision)
    return task


def _guest(item: ConferenceItem, owner: ItemInvitation) -> ItemInvitation:
    """Somebody who is invited for this point."""
    parts = ("person", "team", "recipient_kind")
    guest = item.invitations.current().select_related(*parts).filter(pk=owner.pk).first()
    if guest is None:
        raise RuleViolation("Deze deelnemer is afgezegd.", field="owner")
    guest.file = item.file
    return guest


def _trace(agreement: ItemAgreement, by: User, at: datetime) -> None:
    """The line of what a guest does, and a notice when they have an account."""
    item, guest = agreement.item, agreement.guest
    words = f"{agreement.owner}: {agreement.words}"
    leave_line(item.file, LineKind.ITEM_AGREED, by=by, at=at, words=words)
    if guest is not None and guest.person_id is not None:
        people = {guest.person_id} - {by.pk}
        tell_of_item(item, people, agreed_text(agreement), f"agreed:{agreement.pk}", at)
