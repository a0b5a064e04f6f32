"""An objection against a decision, with its own term (AWB 6:7, 7:10)."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.models import Application, Objection, ObjectionOutcome
from cases.decisions.terms import end_of_day, objection_decision_end
from cases.decisions.tracing import leave, lock_sent
from cases.dossiers.models import LineKind
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

MOST_WEEKS = 6


@dataclass(frozen=True)
class Received:
    """What the form says about an objection that came in."""

    received_on: date
    with_committee: bool
    words: str


@transaction.atomic
def register_objection(
    *,
    submission_key: uuid.UUID,
    application_id: int,
    received: Received,
    by: User,
    at: datetime | None = None,
) -> Objection:
    """Write down an objection; a late one too, because the court decides whether it is excused.

    Rules: AB-14 (against a decision that was sent; one runs; the term by AWB 7:10), AB-19.
    Raises: RuleViolation; PermissionDenied.
    Effects: an objection with its term; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, allowed = lock_sent(application_id, by)
    sent = application.decision
    earlier = application.objections.filter(pk=submission_key).first()
    if earlier is not None:
        return earlier
    if application.objections.open().exists():
        raise RuleViolation("Er loopt al een bezwaar tegen dit besluit.")
    until = sent.objection_until
    if sent.sent_on is None or until is None:
        raise RuleViolation("Er is nog geen besluit verstuurd.")
    if not sent.sent_on <= received.received_on <= local_day(at):
        raise RuleViolation("Deze dag ligt vóór het besluit of na vandaag.", field="received_on")
    made = Objection(pk=submission_key, application=application, by=by)
    made.resident_id, made.received_on = application.resident_id, received.received_on
    made.with_committee = received.with_committee
    made.due_at = end_of_day(objection_decision_end(made, until).day)
    made.seal_in("content", received.words)
    made.save(force_insert=True)
    leave(application, LineKind.OBJECTED, by=by, at=at, words="Bezwaar ontvangen.")
    record("objection.registered", made, by=by, decision=allowed)
    return made


@transaction.atomic
def postpone_objection(
    *, application_id: int, objection_id: uuid.UUID, weeks: int, by: User
) -> Objection:
    """Postpone the decision on an objection, at most six weeks in all (AWB 7:10 lid 3).

    Rules: AB-14.
    Raises: RuleViolation when it is over or too long; PermissionDenied.
    Effects: a later end; audit line.
    """
    application, allowed = lock_sent(application_id, by)
    sent = application.decision
    objection = _running(application, objection_id)
    if not 1 <= weeks <= MOST_WEEKS:
        raise RuleViolation("Verdagen kan met ten hoogste zes weken.", field="weeks")
    objection.postponed_weeks = weeks
    until = sent.objection_until or objection.received_on
    objection.due_at = end_of_day(objection_decision_end(objection, until).day)
    objection.save(update_fields=["postponed_weeks", "due_at"])
    record("objection.postponed", objection, by=by, decision=allowed, fields=["due_at"])
    return objection


@transaction.atomic
def decide_objection(
    *,
    application_id: int,
    objection_id: uuid.UUID,
    outcome: str,
    decided_on: date,
    by: User,
    at: datetime | None = None,
) -> Objection:
    """Write down what was decided on an objection.

    Rules: AB-14 (once; not before it came in).
    Raises: RuleViolation; PermissionDenied.
    Effects: the outcome; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, allowed = lock_sent(application_id, by)
    objection = _running(application, objection_id, outcome)
    if objection.outcome:
        return objection
    if not objection.received_on <= decided_on <= local_day(at):
        raise RuleViolation("Deze dag ligt vóór het bezwaar of na vandaag.", field="decided_on")
    objection.outcome, objection.decided_on = ObjectionOutcome(outcome), decided_on
    objection.save(update_fields=["outcome", "decided_on"])
    words = f"Bezwaar: {objection.get_outcome_display().lower()}."
    leave(application, LineKind.OBJECTED, by=by, at=at, words=words)
    record("objection.decided", objection, by=by, decision=allowed, fields=["outcome"])
    return objection


def _running(application: Application, number: uuid.UUID, outcome: str = "") -> Objection:
    objection = application.objections.get(pk=number)
    objection.application = application
    if objection.outcome not in ("", outcome):
        raise RuleViolation(
            f"Op dit bezwaar is al beslist: {objection.get_outcome_display().lower()}."
        )
    return objection
