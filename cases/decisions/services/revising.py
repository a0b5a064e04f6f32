"""A decision that was sent is changed or withdrawn by another one (WMO 2.3.9, 2.3.10)."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.models import Application, Decision, Ground, RevisionGround
from cases.decisions.starting import start
from cases.decisions.tracing import lock_sent
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def revise_decision(
    *,
    submission_key: uuid.UUID,
    application_id: int,
    ground: str,
    received_on: date,
    by: User,
    at: datetime | None = None,
) -> Application:
    """Begin a decision that changes or withdraws this one; it is written and taken as the first.

    ``received_on`` is the day of the request of the resident, or the day on which we began.

    Rules: AB-22 (of a decision that was sent, in which something was granted, that no other took
        the place of; one runs; on a ground of the law), AB-19 (a form sent twice).
    Raises: RuleViolation; PermissionDenied.
    Effects: an aanvraag on the desk of who began; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, allowed = lock_sent(application_id, by, Action.REVISE_DECISION)
    earlier = Application.objects.filter(uuid=submission_key).first()
    if earlier is not None:
        return earlier
    revised = application.decision
    _check(revised, received_on, local_day(at))
    made = Application(
        uuid=submission_key, notification=application.notification, ground=Ground.REVISION
    )
    made.revises, made.revision_ground = revised, RevisionGround(ground)
    made.team = made.desk = application.team
    if application.desk_id in by.team_ids:
        made.desk = application.desk
    start(made, received_on, handler=by, by=by, at=at)
    record("application.revising", made, by=by, decision=allowed, fields=["revises"])
    return made


def _check(revised: Decision, day: date, today: date) -> None:
    """Something that holds, that nobody else is changing, on a day that can be."""
    if revised.replaced_by is not None:
        raise RuleViolation(f"Dit besluit is al vervangen door het {revised.replaced_by}.")
    runs = revised.revisions.running().first()
    if runs is not None:
        raise RuleViolation(f"Er loopt al een wijziging van dit besluit: {runs}.")
    if not revised.provisions.filter(is_granted=True).exists():
        raise RuleViolation("In dit besluit is niets toegekend: er valt niets te wijzigen.")
    if revised.sent_on is None or not revised.sent_on <= day <= today:
        raise RuleViolation("Deze dag ligt vóór het besluit of na vandaag.", field="received_on")
