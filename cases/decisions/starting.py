"""An aanvraag begins, inside the act that makes it: filed by somebody, or by a signature."""

import uuid
from datetime import date, datetime

from audit.services import record
from cases.decisions.models import BESIDE, Application, Ground
from cases.decisions.terms import decision_end, end_of_day
from cases.decisions.tracing import file_of, leave
from cases.dossiers.models import LineKind
from cases.intakes.models import WmoNotification
from cases.talks.hearing import on_application
from cases.talks.models import ReportVersion
from clusters.models import User
from common.errors import RuleViolation

RUNNING = "Er loopt al een aanvraag bij deze melding."


def start(made: Application, day: date, *, handler: User, by: User, at: datetime) -> None:
    """Save it with its term; the dossier that runs hears of it."""
    notification = made.notification
    made.resident = notification.resident
    if not made.is_revision:
        _check_alone(made)
        made.team = made.desk = notification.team
    made.handler, made.received_on = handler, day
    made.registered_at, made.registered_by = at, by
    urgent_due = notification.urgent_due_at if made.is_urgent else None
    made.due_at = urgent_due or end_of_day(decision_end(made, []).day)
    made.file = file_of(made)
    made.make_key()
    made.save(force_insert=True)
    if made.is_revision:
        words = f"{made.get_revision_ground_display()}. Nummer {made}."
        leave(made, LineKind.REVISION, by=by, at=at, words=words)
    else:
        leave(made, LineKind.APPLIED, by=by, at=at)


def _check_alone(made: Application) -> None:
    """One aanvraag runs per melding, and one temporary provision beside it (AB-1, AB-17)."""
    running = made.notification.applications.running()
    same = running.filter(ground=Ground.URGENT)
    if not made.is_urgent:
        same = running.exclude(ground__in=BESIDE)
    if same.exists():
        raise RuleViolation(RUNNING)


@on_application
def file_signed(*, sent: ReportVersion, by: User, at: datetime) -> None:
    """A signed report that counts as aanvraag starts the two weeks, in the act of signing.

    Rules: AB-2 (the day of the signature is the day of the aanvraag; signed again is not another).
    Raises: nothing.
    Effects: an aanvraag with its term; a line in the dossier; audit line.
    """
    rows = WmoNotification.objects.select_related("resident", "team", "handler")
    notification = rows.select_for_update(of=("self",)).get(pk=sent.talk.notification_id)
    runs = notification.applications.running().exclude(ground__in=BESIDE)
    if sent.application_on is None or runs.exists():
        return
    made = Application(uuid=uuid.uuid4(), notification=notification, ground=Ground.REPORT)
    made.report = sent
    start(made, sent.application_on, handler=notification.handler or by, by=by, at=at)
    record("application.filed", made, by=by)
