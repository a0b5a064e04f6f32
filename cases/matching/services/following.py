"""Ask whether the volunteer came (MV-10)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind
from cases.dossiers.tracing import leave_line
from cases.matching.lifecycle import LIFECYCLE, MatchState
from cases.matching.locking import locked
from cases.matching.models import MatchRequest
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def follow_up_match(
    *, match_id: int, came: bool, words: str = "", by: User, at: datetime | None = None
) -> MatchRequest:
    """Write down whether it works out with the volunteer.

    Rules: MV-10 (who works in the dossier; that somebody came not before the first contact; the
        same answer twice is one).
    Raises: RuleViolation before the first contact or when there is no match to ask about;
        PermissionDenied.
    Effects: the end of the request, locked by ``select_for_update``; a line; audit line.
    """
    at = at or timezone.now()
    file, match = locked(match_id, by)
    decision = GRANTS.require(by, Action.ASK_MATCH, match)
    if match.state == (MatchState.ARRIVED if came else MatchState.FAILED):
        return match
    state = LIFECYCLE.target("arrive" if came else "fail", match.state)
    if came and match.first_contact_on is not None and local_day(at) < match.first_contact_on:
        raise RuleViolation("De eerste afspraak is nog niet geweest.", field="came")
    match.state = state
    match.keep_answer(words or match.answer_words)
    match.save(update_fields=["state", "answer"])
    kind = LineKind.ARRIVED if came else LineKind.NOT_ARRIVED
    leave_line(file, kind, by=by, at=at, words=words, question=match.question)
    record("match.followed_up", match, by=by, decision=decision, fields=["state"])
    return match
