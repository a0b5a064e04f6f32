"""Write a signal down."""

import uuid
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.signals.models import WORKING_DAYS, Signal, Told, Urgency, quarter_of, working_day
from cases.signals.reaching import find_team
from cases.signals.telling import tell_team
from clusters.models import Neighbourhood, User
from common.deadlines import local_day
from common.errors import RuleViolation

NO_WORDS = "Schrijf kort op wat er is gezien of gehoord."


@transaction.atomic
def register_signal(
    *,
    submission_key: uuid.UUID,
    told: Told,
    postcode: str = "",
    neighbourhood: Neighbourhood | None = None,
    by: User,
    at: datetime | None = None,
) -> Signal:
    """Write down what somebody noticed; the team of the wijk goes.

    Rules: SG-1 (a wijkwerker, with words, and no card is made), SG-2 (the team of the postcode or
        of the chosen wijk; the postcode itself is not kept), SG-4 (how soon somebody goes), SG-13
        (a form sent twice makes one).
    Raises: RuleViolation; PermissionDenied.
    Effects: a signal; a notice to the team without a word of it; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.REGISTER_SIGNAL)
    if (earlier := _earlier(submission_key, by)) is not None:
        return earlier
    if not told.what.strip():
        raise RuleViolation(NO_WORDS, field="what")
    today = local_day(at)
    route = find_team(postcode, neighbourhood, today)
    signal = Signal(uuid=submission_key, team=route.team, neighbourhood=route.neighbourhood)
    signal.registered_at, signal.registered_by, signal.quarter = at, by, quarter_of(today)
    if (made := _create(signal, told, by)) is not signal:
        return made
    record("signal.registered", signal, by=by, decision=decision)
    tell_team(signal, by, at)
    return signal


def _earlier(submission_key: uuid.UUID, by: User) -> Signal | None:
    """What this form made before; a key of somebody else is no key here."""
    earlier = Signal.objects.filter(uuid=submission_key).first()
    if earlier is not None and earlier.registered_by_id != by.pk:
        raise RuleViolation("Dit formulier is verouderd. Open de pagina opnieuw.")
    return earlier


def _create(signal: Signal, told: Told, by: User) -> Signal:
    """The row with its words and its day; of two clicks at the same moment the first one's."""
    signal.keep_told(told)
    ahead = WORKING_DAYS[Urgency(told.urgency)]
    signal.plan(working_day(local_day(signal.registered_at), ahead))
    try:
        with transaction.atomic():
            signal.save(force_insert=True)
    except IntegrityError as error:
        earlier = _earlier(signal.uuid, by)
        if earlier is None:
            raise error
        return earlier
    return signal
