"""An aanvraag begins: after the report, when six weeks are over, or at once when it is urgent."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.models import Application, Ground
from cases.decisions.starting import start
from cases.intakes.lifecycle import OPEN_STATES
from cases.intakes.models import WmoNotification
from cases.permissions import GRANTS, Action
from cases.talks.models import ReportVersion
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def file_application(
    *,
    submission_key: uuid.UUID,
    notification_id: int,
    ground: str,
    received_on: date,
    by: User,
    at: datetime | None = None,
) -> Application:
    """Write down an aanvraag; whoever has the melding has it, until it is passed on.

    Rules: AB-1 (after the report, or after six weeks; one runs per melding), AB-3 (two weeks),
        AB-17 (a temporary provision for an urgent melding, without an aanvraag), AB-19 (once).
    Raises: RuleViolation when it is too early, too late or on a day that cannot be;
        PermissionDenied.
    Effects: an aanvraag with its term; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    notification = _melding(notification_id, by)
    decision = GRANTS.require(by, Action.FILE_APPLICATION)
    earlier = Application.objects.filter(uuid=submission_key).first()
    if earlier is not None:
        return earlier
    made = Application(uuid=submission_key, notification=notification, ground=Ground(ground))
    made.report = _report_of(made, received_on)
    _check_day(made, received_on, local_day(at))
    start(made, received_on, handler=notification.handler or by, by=by, at=at)
    record("application.filed", made, by=by, decision=decision)
    return made


def _melding(number: int, by: User) -> WmoNotification:
    """The melding in scope, locked: two people who file at once wait for each other."""
    rows = WmoNotification.objects.visible_to(by).select_related("resident", "team", "handler")
    return rows.select_for_update(of=("self",)).get(pk=number)


def _report_of(made: Application, received_on: date) -> ReportVersion | None:
    """The report it rests on, after the rules about when an aanvraag may come."""
    notification = made.notification
    rows = ReportVersion.objects.filter(talk__notification=notification)
    sent = rows.order_by("-sent_on", "-number").first()
    if made.is_revision:
        raise RuleViolation("Een wijziging begint bij het besluit dat verandert.", field="ground")
    if made.ground == Ground.URGENT:
        _check_urgent(notification)
        return None
    if made.ground == Ground.SIX_WEEKS:
        _check_six_weeks(notification, received_on, is_reported=sent is not None)
        return None
    if sent is None:
        raise RuleViolation(
            "Er is nog geen verslag verstuurd. Een aanvraag kan pas na het verslag, of als de zes "
            "weken voorbij zijn (Wmo 2.3.2 lid 9).",
            field="ground",
        )
    return sent


def _check_urgent(notification: WmoNotification) -> None:
    if not notification.is_urgent or notification.state not in OPEN_STATES:
        raise RuleViolation(
            "Een tijdelijke voorziening kan bij een melding met spoed die nog loopt (Wmo 2.3.3).",
            field="ground",
        )


def _check_six_weeks(notification: WmoNotification, day: date, *, is_reported: bool) -> None:
    if is_reported:
        raise RuleViolation("Het verslag is al verstuurd. Kies dat.", field="ground")
    if day <= notification.due_on:
        raise RuleViolation(
            f"De zes weken lopen tot en met {notification.due_on:%d-%m-%Y}. Daarna mag de inwoner "
            "zonder verslag een aanvraag doen (Wmo 2.3.2 lid 9).",
            field="received_on",
        )


def _check_day(made: Application, day: date, today: date) -> None:
    """Not in the future and not before what it rests on."""
    first = made.report.sent_on if made.report else made.notification.received_on
    if not first <= day <= today:
        raise RuleViolation(
            f"De aanvraag kan niet vóór {first:%d-%m-%Y} of na vandaag zijn gedaan.",
            field="received_on",
        )
