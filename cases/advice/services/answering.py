"""The answer: by the colleague who was asked, or written down for somebody without an account."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.advice.lifecycle import LIFECYCLE
from cases.advice.locking import locked
from cases.advice.messages import answered_text
from cases.advice.models import AdviceRequest
from cases.dossiers.models import LineKind
from cases.dossiers.tracing import leave_line
from cases.permissions import GRANTS, Action
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def answer_advice(
    *, advice_id: int, words: str, by: User, at: datetime | None = None
) -> AdviceRequest:
    """Say what one thinks, or write down what somebody without an account said.

    Rules: AV-7 (by who was asked; of somebody outside by who works in the dossier, and then it is
        read at once; the same answer twice is one).
    Raises: RuleViolation without words, or when it was answered or withdrawn; PermissionDenied.
    Effects: the answer, on the row locked by ``select_for_update`` after its dossier; a line; a
        notice to who waits; audit line.
    """
    at = at or timezone.now()
    file, advice = locked(advice_id, by)
    outside = advice.adviser_id is None
    action = Action.ASK_ADVICE if outside else Action.ANSWER_ADVICE
    decision = GRANTS.require(by, action, advice)
    if advice.ended_by_id == by.pk and advice.answer_words == words:
        return advice
    advice.state = LIFECYCLE.target("note" if outside else "answer", advice.state)
    if not words:
        raise RuleViolation("Schrijf het antwoord op.", field="words")
    advice.ended_at, advice.ended_by = at, by
    advice.keep_answer(words)
    advice.save(update_fields=["state", "ended_at", "ended_by", "answer"])
    said = f"{advice.asked_of}:\n{words}" if outside else words
    kind = LineKind.ADVICE_GIVEN
    leave_line(file, kind, by=by, at=at, words=said, question=advice.question)
    record("advice.answered", advice, by=by, decision=decision, fields=["state", "answer"])
    _tell(advice, by=by, at=at)
    return advice


def _tell(advice: AdviceRequest, *, by: User, at: datetime) -> None:
    """A notice to who waits for it, unless that is who wrote it down."""
    notify(
        person_ids={advice.who_waits(local_day(at))} - {by.pk},
        text=answered_text(advice),
        url_name="advice-detail",
        object_id=advice.pk,
        dedup_key=f"advice:{advice.pk}:answered",
        at=at,
    )
