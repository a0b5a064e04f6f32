"""The running call: open with one key, saved as it is typed, gone when it is over (TEL-2)."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.contacts.models import CallDraft
from cases.helpdesk.models import HelpQuestion
from cases.helpdesk.services import withdraw_help_question
from cases.permissions import GRANTS, Action
from clusters.models import User, working_calendar
from common.autosave import Stamp, Typed
from common.errors import RuleViolation

MOST_CALLS = 4


@transaction.atomic
def open_call(*, by: User, at: datetime | None = None) -> CallDraft:
    """Start a call, or give back the one that was opened and in which nothing was typed.

    Rules: KC-1 (a call is of one employee), KC-2 (gone a working day after the last key), KC-3
        (at most four at a time).
    Raises: RuleViolation when there are four already; PermissionDenied.
    Effects: a draft; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.TAKE_CALL)
    User.objects.select_for_update().get(pk=by.pk)  # two quick keys open one call
    mine = list(CallDraft.objects.visible_to(by).select_for_update())
    untouched = next((draft for draft in mine if draft.version == 1), None)
    if untouched is not None:
        return untouched
    if len(mine) >= MOST_CALLS:
        raise RuleViolation("U hebt al vier gesprekken open. Rond er eerst een af.")
    draft = CallDraft(
        employee=by, desk_id=min(by.team_ids), opened_at=at, saved_at=at, expires_at=_end(at)
    )
    draft.keep({})
    draft.save(force_insert=True)
    record("call.started", by=by, decision=decision)
    return draft


@transaction.atomic
def save_call(
    *,
    call_id: uuid.UUID,
    typed: Typed,
    stamp: Stamp,
    by: User,
    at: datetime | None = None,
) -> CallDraft:
    """Keep what stands in the form; the newest text of one window wins, never of another.

    A save that arrives late, or twice, from the window that saved last is left alone.

    Rules: KC-1, KC-2, KC-4 (two windows do not overwrite each other unseen).
    Raises: SaveConflict when another window saved since the version of the stamp;
        CallDraft.DoesNotExist when the call is over; RuleViolation when there is too much text;
        PermissionDenied.
    Effects: the draft, one version on. No audit line: it is the employee's own note.
    """
    at = at or timezone.now()
    GRANTS.require(by, Action.TAKE_CALL)
    draft = CallDraft.objects.visible_to(by).select_for_update().get(pk=call_id)
    if draft.accept(typed, stamp, at=at):
        draft.expires_at = _end(at)
        draft.save(update_fields=["content", "version", "saved_at", "expires_at"])
    return draft


@transaction.atomic
def drop_call(*, call_id: uuid.UUID, by: User, at: datetime | None = None) -> None:
    """Stop a call without keeping anything of it: the employee chose to.

    Rules: KC-5 (nothing about a resident is left of a call that was not finished).
    Raises: CallDraft.DoesNotExist when it is over already; PermissionDenied.
    Effects: the draft is gone; open questions to the vraagbaak are withdrawn; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.TAKE_CALL)
    draft = CallDraft.objects.visible_to(by).select_for_update().get(pk=call_id)
    release_vraagbaak(call_id=draft.pk, by=by, at=at)
    draft.delete()
    record("call.dropped", by=by, decision=decision)


@transaction.atomic
def drop_expired_calls(*, at: datetime) -> int:
    """Throw away calls nobody came back to for a working day; returns how many.

    Rules: KC-2, KC-5. A second run, or a second worker at once, finds nothing.
    Raises: nothing.
    Effects: drafts are gone; one audit line for all of them.
    """
    expired = CallDraft.objects.filter(expires_at__lte=at).select_for_update(skip_locked=True)
    found = list(expired.values_list("pk", flat=True))
    if found:
        CallDraft.objects.filter(pk__in=found).delete()
        record("call.expired", by=None)
    return len(found)


@transaction.atomic
def release_vraagbaak(*, call_id: uuid.UUID, by: User, at: datetime) -> None:
    """Let the vraagbaak go when nobody waits for the answer any more.

    Rules: TEL-6 (the caller no longer waits).
    Raises: nothing of its own.
    Effects: open questions of this call (locked by ``select_for_update``) are withdrawn.
    """
    rows = HelpQuestion.objects.open().filter(call_id=call_id, asked_by=by)
    for number in list(rows.values_list("pk", flat=True)):
        withdraw_help_question(help_question_id=number, by=by, at=at)


def _end(at: datetime) -> datetime:
    """When an abandoned call disappears: at the end of the next working day."""
    return working_calendar().add_days(at, 1)
