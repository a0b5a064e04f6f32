"""End a waakvlam, for good."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import Action
from cases.waakvlam.lifecycle import LIFECYCLE
from cases.waakvlam.locking import lock_waakvlam
from cases.waakvlam.models import Ending, Waakvlam
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def end_waakvlam(
    *, waakvlam_id: int, outcome: str, words: str, by: User, at: datetime | None = None
) -> Waakvlam:
    """Nobody keeps an eye on the resident any more, for a reason.

    Rules: WK-12 (owner or deputy; a coded reason with words; final), WK-13 (sent twice is one).
    Raises: RuleViolation without words, or when it ended otherwise already; PermissionDenied.
    Effects: the end, on the row locked by ``select_for_update``; no reminder comes any more; audit
        line.
    """
    at = at or timezone.now()
    waakvlam, decision = lock_waakvlam(waakvlam_id, Action.KEEP_WAAKVLAM, by)
    if not words.strip():
        raise RuleViolation("Schrijf kort op waarom.", field="words")
    if not waakvlam.is_running:
        return _ended_before(waakvlam, outcome, words)
    waakvlam.state = LIFECYCLE.target("end", waakvlam.state)
    waakvlam.outcome, waakvlam.ending = Ending(outcome), waakvlam.shut("ending", words)
    waakvlam.ended_at, waakvlam.ended_by, waakvlam.remind_at = at, by, None
    names = ["state", "outcome", "ending", "ended_at", "ended_by", "remind_at"]
    waakvlam.save(update_fields=names)
    record("waakvlam.ended", waakvlam, by=by, decision=decision, fields=names)
    return waakvlam


def _ended_before(waakvlam: Waakvlam, outcome: str, words: str) -> Waakvlam:
    """The same end a second time is one end; another one is refused."""
    if (waakvlam.outcome, waakvlam.ending_words) == (outcome, words):
        return waakvlam
    how = f"{waakvlam.get_outcome_display()}, vastgelegd door {waakvlam.ended_by}"
    raise RuleViolation(f"Deze waakvlam is al beëindigd: {how}.")
