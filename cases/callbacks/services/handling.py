"""Who is on it: take, give back, forward to another team, hand to a colleague."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.callbacks.lifecycle import LIFECYCLE
from cases.callbacks.models import CallbackRequest, StepTaken
from cases.callbacks.routing import who_calls_for
from cases.callbacks.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from clusters.models import Team, User
from clusters.notices.services import notify
from common.errors import RuleViolation


@transaction.atomic
def claim_callback(*, callback_id: int, by: User, at: datetime | None = None) -> CallbackRequest:
    """Take a waiting request off the list, so that nobody else calls the same resident.

    Rules: TB-3 (one at a time; the second is told who was first).
    Raises: RuleViolation when somebody was first; PermissionDenied.
    Effects: audit line.
    """
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.CLAIM_CALLBACK, callback)
    if callback.handler_id == by.pk and callback.is_open:
        return callback
    if callback.handler_id and callback.is_open:
        raise RuleViolation(f"{callback.handler} was u voor en heeft dit al opgepakt.")
    callback.state = LIFECYCLE.target("claim", callback.state)
    callback.handler = by
    callback.save(update_fields=["state", "handler"])
    create_trace(
        callback=callback,
        step=StepTaken.CLAIMED,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        fields=["state", "handler"],
    )
    return callback


@transaction.atomic
def release_callback(*, callback_id: int, by: User, at: datetime | None = None) -> CallbackRequest:
    """Put a request back on the team's list: ill, off duty, or not the right person.

    Rules: TB-3, TB-4 (the clock runs on).
    Raises: RuleViolation in another state; PermissionDenied.
    Effects: audit line; the team's list shows it again.
    """
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.RELEASE_CALLBACK, callback)
    callback.state = LIFECYCLE.target("release", callback.state)
    callback.handler = None
    callback.save(update_fields=["state", "handler"])
    create_trace(
        callback=callback,
        step=StepTaken.RELEASED,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        fields=["state", "handler"],
    )
    return callback


@transaction.atomic
def forward_callback(
    *, callback_id: int, team: Team, reason: str, by: User, at: datetime | None = None
) -> CallbackRequest:
    """Give a request to another team, which is told at once; the term stays what it was.

    Rules: TB-4 (refused when nobody would be told; never resets the clock).
    Raises: RuleViolation for the same team or a team without people; PermissionDenied.
    Effects: audit line with the reason; a notice to everybody of the team who calls back.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.FORWARD_CALLBACK, callback)
    if team.pk == callback.team_id:
        raise RuleViolation("Dit verzoek staat al bij dit team.", field="team")
    people = who_calls_for(team.pk, at)
    if not people:
        raise RuleViolation("Bij dit team is nu niemand die het kan oppakken.", field="team")
    callback.state = LIFECYCLE.target("forward", callback.state)
    callback.team, callback.handler = team, None
    callback.save(update_fields=["state", "team", "handler"])
    _tell(people, f"Terugbelverzoek {callback} is naar uw team doorgestuurd.", callback, at)
    create_trace(
        callback=callback,
        step=StepTaken.FORWARDED,
        by=by,
        at=at,
        decision=decision,
        note=f"Naar {team}: {reason}",
        fields=["state", "team", "handler"],
    )
    return callback


@transaction.atomic
def assign_callback(
    *, callback_id: int, person: User, by: User, at: datetime | None = None
) -> CallbackRequest:
    """Hand a request to a colleague of the team, who is told; the term stays what it was.

    Rules: TB-4 (only to somebody who calls back for this team today).
    Raises: RuleViolation when the colleague cannot have it; PermissionDenied.
    Effects: audit line; a notice to the colleague.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.ASSIGN_CALLBACK, callback)
    if person.pk not in who_calls_for(callback.team_id, at):
        raise RuleViolation("Deze collega belt nu niet terug voor dit team.", field="person")
    if callback.handler_id == person.pk:
        raise RuleViolation("Dit verzoek ligt al bij deze collega.", field="person")
    callback.state = LIFECYCLE.target("assign", callback.state)
    callback.handler = person
    callback.save(update_fields=["state", "handler"])
    _tell({person.pk} - {by.pk}, f"{by} gaf u terugbelverzoek {callback}.", callback, at)
    create_trace(
        callback=callback,
        step=StepTaken.ASSIGNED,
        by=by,
        at=at,
        decision=decision,
        note=f"Aan {person}",
        fields=["state", "handler"],
    )
    return callback


def _tell(people: set[int], text: str, callback: CallbackRequest, at: datetime) -> None:
    """A notice about a request that came to somebody's desk or list just now."""
    notify(
        person_ids=people,
        text=text,
        url_name="callback-detail",
        object_id=callback.pk,
        dedup_key=f"callback:{callback.pk}:moved:{at:%Y%m%d%H%M%S%f}",
        at=at,
    )
