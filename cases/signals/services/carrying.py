"""It goes on: as a melding of somebody new, or as what the team made for somebody it knows."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.intakes.models import WmoNotification
from cases.intakes.services import Melding, Newcomer, register_for_newcomer
from cases.permissions import Action
from cases.signals.candidates import candidates
from cases.signals.lifecycle import LIFECYCLE
from cases.signals.locking import lock_signal, must_be_newest
from cases.signals.models import Outcome, Signal
from clusters.models import User
from common.errors import RuleViolation

ENDED = ["state", "outcome", "ended_at", "remind_at", "empty_at", "version"]
LINKS = {
    Outcome.MELDING: "notification",
    Outcome.FILE: "file",
    Outcome.CALLBACK: "callback",
}
NOT_OF_YOURS = "Kies iets uit de lijst: wat nu op uw naam loopt."


@transaction.atomic
def carry_to_newcomer(
    *,
    signal_id: int,
    submission_key: uuid.UUID,
    newcomer: Newcomer,
    melding: Melding,
    team_id: int,
    mine: bool = True,
    by: User,
    at: datetime | None = None,
) -> WmoNotification:
    """Register the person and the melding, and end the signal in it: both or neither.

    Rules: SG-8 (only after consent or a ground), SG-9 (by who has it; who told it and stays
        anonymous does not go along), SG-13 (a form sent twice makes one).
    Raises: RuleViolation; PermissionDenied.
    Effects: a resident and a melding; the end of the signal, on the row locked by
        ``select_for_update``; audit lines.
    """
    at = at or timezone.now()
    signal, decision = lock_signal(signal_id, Action.KEEP_SIGNAL, by)
    sent = WmoNotification.objects.filter(submission_key=submission_key).first()
    if sent is not None and signal.notification_id == sent.pk:
        return sent
    signal.state = LIFECYCLE.target("carry", signal.state)
    _must_hide_reporter(signal, melding)
    made = register_for_newcomer(
        submission_key=submission_key,
        newcomer=newcomer,
        team_id=team_id,
        melding=melding,
        mine=mine,
        by=by,
        at=at,
    )
    _finish(signal, Outcome.MELDING, made.pk, at)
    record("signal.carried", signal, by=by, decision=decision, fields=["state", "outcome"])
    return made


@transaction.atomic
def link_signal(
    *, signal_id: int, version: int, target: str, by: User, at: datetime | None = None
) -> Signal:
    """End the signal in the melding, the dossier or the callback that was made of it.

    Rules: SG-8 (only after consent or a ground), SG-9 (by who has it; something that runs on
        their own desk), SG-13 (twice the same is one; not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: the end and the link, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    signal, decision = lock_signal(signal_id, Action.KEEP_SIGNAL, by)
    outcome, number = _target(target)
    if not signal.is_running and _link_of(signal, outcome) == number:
        return signal
    signal.state = LIFECYCLE.target("carry", signal.state)
    must_be_newest(signal, version)
    if target not in {each.code for each in candidates(signal, by)}:
        raise RuleViolation(NOT_OF_YOURS, field="target")
    _finish(signal, outcome, number, at)
    record("signal.carried", signal, by=by, decision=decision, fields=["state", "outcome"])
    return signal


def _target(text: str) -> tuple[Outcome, int]:
    """ "melding:12" as an outcome and a number; raises RuleViolation for anything else."""
    kind, _, number = text.partition(":")
    if kind not in [each.value for each in LINKS] or not number.isdecimal():
        raise RuleViolation(NOT_OF_YOURS, field="target")
    return Outcome(kind), int(number)


def _link_of(signal: Signal, outcome: Outcome) -> Any:
    return getattr(signal, f"{LINKS[outcome]}_id")


def _finish(signal: Signal, outcome: Outcome, number: int, at: datetime) -> None:
    """The end, with the link to what it went on as."""
    setattr(signal, f"{LINKS[outcome]}_id", number)
    signal.finish(outcome, at)
    signal.version += 1
    signal.save(update_fields=[*ENDED, LINKS[outcome]])


def _must_hide_reporter(signal: Signal, melding: Melding) -> None:
    """Who stays anonymous is not named in the melding (SG-9); raises RuleViolation."""
    name = signal.words.get("reporter", "").strip().lower()
    if not signal.stays_anonymous or not name:
        return
    said = f"{melding.reporter_name} {melding.question} {melding.urgent_reason}".lower()
    if name in said:
        raise RuleViolation(
            "De melder wil anoniem blijven. Haal de naam uit de melding.", field="question"
        )
