"""Take a signal, give it to a colleague, send it to the team of another wijk."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.signals.lifecycle import LIFECYCLE, SignalState
from cases.signals.locking import lock_signal, must_be_newest
from cases.signals.messages import given_text
from cases.signals.models import Signal
from cases.signals.reaching import find_team, must_work_here
from cases.signals.telling import tell_team
from clusters.models import Neighbourhood, User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def take_signal(*, signal_id: int, by: User) -> Signal:
    """Take a signal of the team: from now on only who has it reads it.

    Rules: SG-3 (who reads it), SG-4 (one takes it; somebody else was first says who).
    Raises: RuleViolation; PermissionDenied.
    Effects: who has it, on the row locked by ``select_for_update``; audit line.
    """
    signal, _ = lock_signal(signal_id, Action.SEE_SIGNAL, by)
    if signal.is_running and signal.handler_id is not None and signal.team_id in by.team_ids:
        return _taken_before(signal, by)
    decision = GRANTS.require(by, Action.TAKE_SIGNAL, signal)
    signal.state, signal.handler = LIFECYCLE.target("take", signal.state), by
    signal.version += 1
    signal.save(update_fields=["state", "handler", "version"])
    record("signal.taken", signal, by=by, decision=decision, fields=["handler"])
    return signal


@transaction.atomic
def hand_signal(
    *, signal_id: int, version: int, person: User, by: User, at: datetime | None = None
) -> Signal:
    """A colleague of the team goes; who has it gives it, or the manager.

    Rules: SG-5 (a wijkwerker of the team; not what ended), SG-13 (not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: who has it, on the row locked by ``select_for_update``; a notice; audit line.
    """
    at = at or timezone.now()
    signal, decision = lock_signal(signal_id, Action.STEER_SIGNAL, by)
    step = "hand_on" if signal.state == SignalState.CLEARED else "hand"
    state = LIFECYCLE.target(step, signal.state)
    if signal.handler_id == person.pk:
        return signal
    must_be_newest(signal, version)
    must_work_here(signal.team_id, person, local_day(at))
    signal.state, signal.handler = state, person
    signal.version += 1
    signal.save(update_fields=["state", "handler", "version"])
    record("signal.handed", signal, by=by, decision=decision, fields=["handler"])
    notify(
        person_ids={person.pk} - {by.pk},
        text=given_text(signal, by),
        url_name="signal-detail",
        object_id=signal.pk,
        dedup_key=f"signal:{signal.pk}:given:{signal.version}",
        at=at,
    )
    return signal


@transaction.atomic
def move_signal(
    *,
    signal_id: int,
    version: int,
    neighbourhood: Neighbourhood,
    by: User,
    at: datetime | None = None,
) -> Signal:
    """It is in another wijk: the team of that wijk goes; the day stays what it was.

    Rules: SG-5 (who has it or the manager; not after the person agreed), SG-2 (the team of the
        wijk), SG-13 (not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: wijk, team and nobody who has it when the team is another one, on the row locked by
        ``select_for_update``; a notice to that team; audit line.
    """
    at = at or timezone.now()
    signal, decision = lock_signal(signal_id, Action.STEER_SIGNAL, by)
    state = LIFECYCLE.target("move", signal.state)
    must_be_newest(signal, version)
    if neighbourhood.pk == signal.neighbourhood_id:
        raise RuleViolation("Het signaal staat al in deze wijk.", field="neighbourhood")
    route = find_team("", neighbourhood, local_day(at))
    goes = route.team.pk != signal.team_id
    signal.neighbourhood, signal.team = route.neighbourhood, route.team
    if goes:
        signal.state, signal.handler = state, None
    signal.version += 1
    signal.save(update_fields=["neighbourhood", "team", "state", "handler", "version"])
    record("signal.moved", signal, by=by, decision=decision, fields=["neighbourhood", "team"])
    if goes:
        tell_team(signal, by, at)
    return signal


def _taken_before(signal: Signal, by: User) -> Signal:
    """A second click is one; of a colleague it says who was first."""
    if signal.handler_id not in by.desk_ids:
        raise RuleViolation(f"{signal.handler} heeft dit signaal al opgepakt.")
    return signal
