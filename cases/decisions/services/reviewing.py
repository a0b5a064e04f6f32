"""Looking again whether a decision still fits (WMO 2.3.9)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.models import Decision
from cases.decisions.tracing import leave, lock_sent
from cases.dossiers.models import LineKind
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def note_review(
    *,
    application_id: int,
    words: str,
    next_on: date | None,
    by: User,
    at: datetime | None = None,
) -> Decision:
    """Write down that somebody looked again, and when the next time is.

    Rules: AB-21 (of a decision that was sent and holds; the next time lies ahead).
    Raises: RuleViolation; PermissionDenied.
    Effects: the next day, or none; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, allowed = lock_sent(application_id, by)
    if next_on is not None and next_on <= local_day(at):
        raise RuleViolation("De volgende keer ligt na vandaag.", field="next_on")
    decision = application.decision
    if decision.replaced_by is not None:
        raise RuleViolation(f"Dit besluit is vervangen door het {decision.replaced_by}. Kijk daar.")
    decision.review_on = next_on
    decision.save(update_fields=["review_on"])
    leave(application, LineKind.DECIDED, by=by, at=at, words=f"Opnieuw gekeken. {words}")
    record("decision.reviewed", decision, by=by, decision=allowed, fields=["review_on"])
    return decision
