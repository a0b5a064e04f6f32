"""Planning what must happen at, before and after a term."""

from datetime import datetime

from django.db import transaction

from cases.callbacks.models import CallbackNorm, CallbackReminder, CallbackRequest
from cases.callbacks.models.reminders import ReminderKind, ReminderState
from clusters.models import working_calendar


@transaction.atomic
def create_reminders(*, callback: CallbackRequest, at: datetime) -> None:
    """Put the bells of this term in the table, in the transaction that makes the term.

    A term that is over already (late stays late, TB-6) has no bell before it.

    Rules: TB-7 (before the term, at the term, at twice the term).
    Raises: nothing.
    Effects: two or three pending reminders.
    """
    norm = CallbackNorm.objects.get(code=callback.urgency)
    before = norm.reminder_before(callback.due_at, working_calendar())
    moments = {
        ReminderKind.BEFORE_TERM: before,
        ReminderKind.AT_TERM: callback.due_at,
        ReminderKind.TWICE_TERM: callback.escalate_at,
    }
    if callback.due_at <= at:
        del moments[ReminderKind.BEFORE_TERM]
    CallbackReminder.objects.bulk_create(
        CallbackReminder(
            callback=callback, kind=kind, term_round=callback.term_round, due_at=due_at
        )
        for kind, due_at in moments.items()
    )


@transaction.atomic
def drop_reminders(*, callback_id: int) -> None:
    """Silence what no longer has to happen; call it with the request locked.

    Rules: TB-7 (a closed or paused request reminds nobody).
    Raises: nothing.
    Effects: pending reminders become dropped.
    """
    pending = CallbackReminder.objects.select_for_update().filter(
        callback_id=callback_id, state=ReminderState.PENDING
    )
    pending.update(state=ReminderState.DROPPED)


@transaction.atomic
def renew_term(*, callback: CallbackRequest, due_at: datetime, at: datetime) -> None:
    """Give a locked request another term: only after a new promise to the resident (TB-6, TB-9).

    Rules: TB-6 (paused time does not count), TB-9 (reopening is a new promise).
    Raises: nothing.
    Effects: the request's term in memory and its reminders; the caller saves the request
        (locked by ``select_for_update`` there).
    """
    drop_reminders(callback_id=callback.pk)
    norm = CallbackNorm.objects.get(code=callback.urgency)
    callback.due_at = due_at
    callback.escalate_at = norm.term_after(due_at, working_calendar())
    callback.term_round += 1
    create_reminders(callback=callback, at=at)
