"""A melding goes along when the dossier of the resident goes to another team (OD-6)."""

from datetime import datetime

from cases.intakes.models import NotificationAct, WmoNotification
from cases.intakes.services.tracing import create_trace
from clusters.models import Team, User
from common.access import Decision


def inherit_notification(
    notification: WmoNotification,
    *,
    team: Team,
    person: User,
    why: str,
    by: User,
    at: datetime,
    decision: Decision,
) -> None:
    """A locked open melding comes to somebody of another team; the clocks run on (ML-5)."""
    notification.team, notification.handler = team, person
    notification.save(update_fields=["team", "handler"])
    create_trace(
        notification=notification,
        act=NotificationAct.ASSIGNED,
        by=by,
        at=at,
        decision=decision,
        note=f"Naar {team}, {person}: {why}",
        fields=["team", "handler"],
    )
