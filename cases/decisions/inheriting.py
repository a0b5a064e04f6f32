"""An aanvraag goes along when the dossier goes to another team (OD-6, AB-13)."""

from datetime import datetime

from audit.services import record
from cases.decisions.models import Application
from cases.decisions.tracing import leave
from cases.dossiers.models import LineKind
from clusters.models import Team, User
from common.access import Decision


def inherit_application(
    application: Application,
    *,
    team: Team,
    person: User,
    why: str,
    by: User,
    at: datetime,
    decision: Decision,
) -> None:
    """A locked aanvraag that is still open comes to another desk; its term does not restart."""
    application.desk, application.handler, application.second = team, person, None
    application.save(update_fields=["desk", "handler", "second"])
    words = f"Doorgegeven aan {person}. {why}"
    leave(application, LineKind.TERM, by=by, at=at, words=words)
    record("application.passed", application, by=by, decision=decision, fields=["desk", "handler"])
