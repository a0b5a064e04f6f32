"""The same caller calls again: the question goes to the request that is open (TEL-4)."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import (
    AddedQuestion,
    CallbackNorm,
    CallbackRequest,
    Facts,
    StepTaken,
    Urgency,
    known_requests,
)
from cases.callbacks.routing import who_calls_for
from cases.callbacks.services.pausing import resume_callback
from cases.callbacks.services.registering import CallWish
from cases.callbacks.services.terms import renew_term
from cases.callbacks.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from clusters.models import User, working_calendar
from clusters.notices.services import notify
from common.access import Decision
from common.errors import RuleViolation

LADDER = (Urgency.RELAXED, Urgency.NORMAL, Urgency.URGENT)
"""From least to most urgent; calling again goes one step up."""


@transaction.atomic
def add_question(
    *,
    callback_id: int,
    submission_key: uuid.UUID,
    wish: CallWish,
    facts: Facts,
    by: User,
    at: datetime | None = None,
) -> CallbackRequest:
    """Add a question to the open request of the caller who told ``facts``; both are kept.

    The urgency goes one step up, or to what was asked when that is more; the term becomes
    earlier, never later. A request that waited for the resident runs again: they moved.

    Rules: TB-14 (one open request per caller, one colleague calls), TB-1 (sent once), H6.
    Raises: RuleViolation when it is not a request of this caller or it ended meanwhile;
        PermissionDenied.
    Effects: audit line; perhaps an earlier term with its reminders; a notice to who has it.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.ADD_QUESTION)
    if AddedQuestion.objects.filter(submission_key=submission_key).exists():
        return callback
    if not known_requests(facts, at).filter(pk=callback.pk).exists():
        raise RuleViolation("Dit verzoek hoort niet bij deze beller.", field="add_to")
    if callback.state == CallbackState.CLOSED:
        raise RuleViolation(
            "Dit verzoek is net afgesloten. Maak een nieuw verzoek.", field="add_to"
        )
    if callback.state == CallbackState.PAUSED:
        callback = resume_callback(callback_id=callback.pk, by=None, at=at)
    _keep(callback, submission_key, wish, by, at)
    _hurry(callback, wish.urgency, at)
    callback.save()
    _tell(callback, at)
    _trace(callback, wish, by, at, decision)
    return callback


@transaction.atomic
def create_added_question(
    *,
    callback: CallbackRequest,
    submission_key: uuid.UUID,
    wish: CallWish,
    by: User,
    at: datetime,
) -> None:
    """Keep a second question of the same call with the request that was made in it.

    Rules: TB-14.
    Raises: nothing of its own; the act that made the request has checked the grant.
    Effects: a question beside the first; no other term, the request took the most urgent one.
    """
    _keep(callback, submission_key, wish, by, at)


def _trace(
    callback: CallbackRequest, wish: CallWish, by: User, at: datetime, decision: Decision
) -> None:
    create_trace(
        callback=callback,
        step=StepTaken.EXTENDED,
        by=by,
        at=at,
        decision=decision,
        note=str(wish.subject),
        fields=["urgency", "due_at"],
    )


def _check(callback: CallbackRequest, facts: Facts, at: datetime) -> None:
    """It is a request of the caller who told these facts, and it is open."""
    if not known_requests(facts, at).filter(pk=callback.pk).exists():
        raise RuleViolation("Dit verzoek hoort niet bij deze beller.", field="add_to")
    if callback.state == CallbackState.CLOSED:
        raise RuleViolation(
            "Dit verzoek is net afgesloten. Maak een nieuw verzoek.", field="add_to"
        )


def _keep(
    callback: CallbackRequest, submission_key: uuid.UUID, wish: CallWish, by: User, at: datetime
) -> None:
    AddedQuestion.objects.create(
        callback=callback,
        resident_id=callback.resident_id,
        submission_key=submission_key,
        subject=wish.subject,
        question=wish.question,
        added_at=at,
        added_by=by,
    )


def _hurry(callback: CallbackRequest, asked: str, at: datetime) -> None:
    """One step more urgent, and a term that is not later than it was."""
    now = LADDER.index(Urgency(callback.urgency))
    wanted = LADDER.index(Urgency(asked))
    callback.urgency = LADDER[min(max(now + 1, wanted), len(LADDER) - 1)]
    norm = CallbackNorm.objects.get(code=callback.urgency)
    due_at = min(callback.due_at, norm.term_after(at, working_calendar()))
    renew_term(callback=callback, due_at=due_at, at=at)


def _tell(callback: CallbackRequest, at: datetime) -> None:
    """Who has it, or the team when nobody has, learns that the resident called again."""
    people = {callback.handler_id} if callback.handler_id else who_calls_for(callback.team_id, at)
    notify(
        person_ids=[person for person in people if person],
        text=f"De beller van {callback} belde opnieuw; er is een vraag bij gekomen.",
        url_name="callback-detail",
        object_id=callback.pk,
        dedup_key=f"callback:{callback.pk}:extended:{at:%Y%m%d%H%M%S%f}",
        at=at,
    )
