"""A short contact at the counter or in the street is counted, without anybody in it (TRI-11)."""

import uuid
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.callbacks.models import CallbackSubject
from cases.intakes.models.advice import LONGEST_MINUTES, AdviceAnswer, AdviceContact
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def register_advice(
    *,
    submission_key: uuid.UUID,
    channel: str,
    topic: CallbackSubject,
    answer: AdviceAnswer,
    minutes: int,
    by: User,
    at: datetime | None = None,
) -> AdviceContact:
    """Count one short contact; sent twice, it is one.

    Rules: IA-1 (a topic, an outcome and minutes; no text, no person, no employee).
    Raises: RuleViolation when it took no time or more than four hours; PermissionDenied.
    Effects: a count; audit line without a resident.
    """
    decision = GRANTS.require(by, Action.REGISTER_ADVICE)
    if not 1 <= minutes <= LONGEST_MINUTES:
        text = f"Een kort contact duurt 1 tot {LONGEST_MINUTES} minuten."
        raise RuleViolation(text, field="minutes")
    facts = {"channel": channel, "topic": topic, "answer": answer, "minutes": minutes}
    day = local_day(at or timezone.now())
    try:
        with transaction.atomic():
            made = AdviceContact.objects.create(
                submission_key=submission_key, team_id=min(by.team_ids), on=day, **facts
            )
    except IntegrityError:
        return AdviceContact.objects.get(submission_key=submission_key)
    record("advice.registered", made, by=by, decision=decision)
    return made
