"""End a signal that goes on nowhere in this system."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import Action
from cases.signals.lifecycle import LIFECYCLE
from cases.signals.locking import lock_signal, must_be_newest
from cases.signals.models import ATTEMPTS_NEEDED, CARRIED, PASSED_ON, Outcome, Signal
from clusters.models import User
from common.errors import RuleViolation

NO_WORDS = "Schrijf kort op waarom."
NO_GROUND = (
    "Doorgeven mag pas als de persoon het goed vindt of er een grond is. Leg dat eerst vast."
)
TOO_SOON = f"Stoppen kan na {ATTEMPTS_NEEDED} pogingen op rij waarin u de persoon niet bereikte."
LINK_IT = "Koppel dan de melding, het dossier of het terugbelverzoek."


@transaction.atomic
def end_signal(
    *,
    signal_id: int,
    version: int,
    outcome: str,
    words: str,
    by: User,
    at: datetime | None = None,
) -> Signal:
    """Stop, for a coded reason with words.

    Rules: SG-10 (by who has it; passed on only with consent or a ground; not reached only after
        three attempts), SG-11 (from now on the words wait to be destroyed), SG-13 (sent twice is
        one; not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: the end, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    signal, decision = lock_signal(signal_id, Action.KEEP_SIGNAL, by)
    if not signal.is_running and (signal.outcome, signal.ending_words) == (outcome, words):
        return signal
    signal.state = LIFECYCLE.target("end", signal.state)
    must_be_newest(signal, version)
    _must_be_possible(signal, Outcome(outcome), words)
    signal.ending = signal.shut("ending", words)
    signal.finish(Outcome(outcome), at)
    signal.version += 1
    names = ["state", "outcome", "ending", "ended_at", "remind_at", "empty_at"]
    signal.save(update_fields=[*names, "version"])
    record("signal.ended", signal, by=by, decision=decision, fields=names)
    return signal


def _must_be_possible(signal: Signal, outcome: Outcome, words: str) -> None:
    """An end that fits what happened; raises RuleViolation."""
    if outcome in CARRIED:
        raise RuleViolation(LINK_IT, field="outcome")
    if outcome in PASSED_ON and not signal.ground:
        raise RuleViolation(NO_GROUND, field="outcome")
    if outcome == Outcome.UNREACHED and not signal.may_stop:
        raise RuleViolation(TOO_SOON, field="outcome")
    if not words.strip():
        raise RuleViolation(NO_WORDS, field="words")
