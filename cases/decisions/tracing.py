"""An aanvraag in scope under a lock, and the line an act leaves in the dossier that runs."""

from datetime import datetime

from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import Application
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

CHANGED = "Een collega heeft dit net gewijzigd. Open de pagina opnieuw en kijk wat er nu staat."


def lock_application(application_id: int, by: User) -> Application:
    """The aanvraag in scope, locked with what its rules ask."""
    rows = Application.objects.visible_to(by).select_related("notification", "resident", "file")
    return rows.select_for_update(of=("self",)).get(pk=application_id)


def lock_running(application_id: int, action: Action, by: User) -> tuple[Application, Decision]:
    """The same, with why this employee may do this, while there is something to decide.

    Raises: RuleViolation when it is over; PermissionDenied.
    """
    application = lock_application(application_id, by)
    decision = GRANTS.require(by, action, application)
    if not application.is_running:
        state = application.get_state_display().lower()
        raise RuleViolation(f"Deze aanvraag loopt niet meer: de status is “{state}”.")
    return application, decision


def lock_draft(application_id: int, by: User) -> tuple[Application, Decision]:
    """An aanvraag of which the decision is still being written, locked, and why one may write.

    Raises: RuleViolation when it lies fast; PermissionDenied.
    """
    application, decision = lock_running(application_id, Action.WRITE_DECISION, by)
    if application.state != ApplicationState.OPEN:
        raise RuleViolation("Dit besluit ligt vast. Haal het eerst terug.")
    return application, decision


def lock_sent(
    application_id: int, by: User, action: Action = Action.KEEP_OBJECTION
) -> tuple[Application, Decision]:
    """An aanvraag with a decision that went out, locked, and why one may do what follows on it.

    Raises: RuleViolation before it was sent; PermissionDenied.
    """
    application = lock_application(application_id, by)
    decision = GRANTS.require(by, action, application)
    if application.state != ApplicationState.SENT:
        raise RuleViolation("Er is nog geen besluit verstuurd.")
    return application, decision


def leave(
    application: Application, kind: LineKind, *, by: User, at: datetime, words: str = ""
) -> None:
    """Write what happened in the dossier of the resident, when one runs."""
    file = application.file
    if file is not None and file.is_open:
        leave_line(file, kind, by=by, at=at, words=words)


def file_of(application: Application) -> ResidentFile | None:
    """The dossier that runs for this resident; locked, because a line comes in it."""
    rows = ResidentFile.objects.filter(resident_id=application.resident_id).open()
    return rows.select_for_update(of=("self",)).order_by("pk").first()
