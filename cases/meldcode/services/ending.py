"""End a meldcode, with what came of it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.meldcode.lifecycle import LIFECYCLE, CodeState
from cases.meldcode.locking import lock_code, must_be_newest, touch
from cases.meldcode.models import WITHOUT_DECISION, Answer, Outcome, SafetyCode, StepNumber
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def end_code(
    *,
    code_id: int,
    version: int,
    outcome: str,
    words: str,
    by: User,
    at: datetime | None = None,
) -> SafetyCode:
    """End it with an outcome; from then on it changes no more.

    Rules: MC-15 (after a decision, or because there is nothing to decide about; not with a report
        that was decided and not made; kept 15 years from this day), MC-17.
    Raises: RuleViolation; PermissionDenied.
    Effects: the end, under the lock of ``lock_code``; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.STEER_SAFETY_CODE, by)
    if not code.is_running and code.outcome == outcome:
        return code
    _check(code, outcome, words)
    must_be_newest(code, version)
    step = "end" if code.state == CodeState.DECIDED else "drop"
    code.state = LIFECYCLE.target(step, code.state)
    code.outcome, code.ended_at, code.ended_by = outcome, at, by
    code.ending = code.shut("ending", words)
    code.plan(None)
    fields = ("state", "outcome", "ending", "ended_at", "ended_by", "next_on", "remind_at", "told")
    touch(code, local_day(at), *fields)
    record("safety.ended", code, by=by, decision=decision, fields=["state", "outcome"])
    return code


def _check(code: SafetyCode, outcome: str, words: str) -> None:
    """What must be there before the end; raises RuleViolation."""
    if not words:
        raise RuleViolation("Schrijf op hoe u tot deze uitkomst komt.", field="words")
    if code.state == CodeState.RUNNING and outcome not in WITHOUT_DECISION:
        raise RuleViolation("Neem eerst een beslissing (stap 5).", field="outcome")
    reported = code.reports.exists()
    if outcome == Outcome.REPORTED and not reported:
        raise RuleViolation("Leg eerst de melding bij Veilig Thuis vast.", field="outcome")
    if code.state == CodeState.DECIDED and _must_report(code) and not reported:
        raise RuleViolation(
            "U besloot te melden. Leg de melding bij Veilig Thuis vast, of beslis opnieuw.",
            field="outcome",
        )


def _must_report(code: SafetyCode) -> bool:
    """Whether the newest decision is to report."""
    newest = code.steps.filter(number=StepNumber.DECIDE).order_by("-at", "-pk").first()
    if newest is None:
        return False
    newest.code = code
    return newest.answers.get("reports") == Answer.YES
