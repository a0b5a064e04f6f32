"""A request goes along when the dossier of the resident goes to another team (OD-6)."""

from datetime import datetime

from cases.callbacks.lifecycle import LIFECYCLE
from cases.callbacks.models import CallbackRequest, StepTaken
from cases.callbacks.services.tracing import create_trace
from clusters.models import Team, User
from common.access import Decision


def inherit_callback(
    callback: CallbackRequest,
    *,
    team: Team,
    person: User,
    why: str,
    by: User,
    at: datetime,
    decision: Decision,
) -> None:
    """A locked open request comes to somebody of another team; its term stays what it was (TB-4).

    A paused one goes on waiting for the resident, with the new team.
    """
    if LIFECYCLE.allows("assign", callback.state):
        callback.state = LIFECYCLE.target("assign", callback.state)
    callback.team, callback.handler = team, person
    callback.save(update_fields=["state", "team", "handler"])
    create_trace(
        callback=callback,
        step=StepTaken.FORWARDED,
        by=by,
        at=at,
        decision=decision,
        note=f"Naar {team}, {person}: {why}",
        fields=["state", "team", "handler"],
    )
