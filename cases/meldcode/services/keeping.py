"""Write a step down, change about whom it is, and choose another day."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.meldcode.checking import check_step
from cases.meldcode.lifecycle import LIFECYCLE, CodeState
from cases.meldcode.locking import (
    STALE,
    lock_code,
    must_be_ahead,
    must_be_done,
    must_be_newest,
    must_run,
    touch,
)
from cases.meldcode.models import SafetyCode, SafetyCodeStep, StepFacts, StepNumber
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

ANEW = frozenset({StepNumber.SIGNALS, StepNumber.WEIGH})
"""After these a decision that was taken must be taken again."""


@transaction.atomic
def note_step(
    *,
    code_id: int,
    number: int,
    submission_key: uuid.UUID,
    version: int,
    facts: StepFacts,
    next_on: date,
    by: User,
    at: datetime | None = None,
) -> SafetyCodeStep:
    """Write down that a step was done; done again it is another row and the newest counts.

    Rules: MC-7 (in order, or with a reason), MC-8 (with whom), MC-9 (a talk, or why not), MC-10
        (the five questions), MC-11 (the norm is shown, a human decides, deviating has a reason),
        MC-13 (when it goes on), MC-17 (sent twice is once; not from an old page).
    Raises: RuleViolation with the field; PermissionDenied.
    Effects: a step, under the lock of ``lock_code``; the state; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.WRITE_SAFETY_CODE, by)
    if (earlier := SafetyCodeStep.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, code)
    code.state = LIFECYCLE.target(_act(code, number), code.state)
    must_be_newest(code, version)
    check_step(code, number, facts)
    must_be_done(facts.done_on, local_day(at), field="done_on")
    must_be_ahead(next_on, local_day(at))
    step = SafetyCodeStep(uuid=submission_key, code=code, resident_id=code.resident_id)
    step.number, step.done_on, step.at, step.by = number, facts.done_on, at, by
    step.keep(facts)
    step.save(force_insert=True)
    code.plan(next_on)
    touch(code, local_day(at), "state", "next_on", "remind_at", "told")
    said = "safety.decided" if number == StepNumber.DECIDE else "safety.noted"
    record(said, code, by=by, decision=decision, fields=["steps"])
    return step


@transaction.atomic
def change_persons(
    *, code_id: int, version: int, persons: list[str], by: User, at: datetime | None = None
) -> SafetyCode:
    """Say anew about whom it is beside the resident.

    Rules: MC-2 (sealed, and nowhere else), MC-17.
    Raises: RuleViolation from an old page or after the end; PermissionDenied.
    Effects: the persons, under the lock of ``lock_code``; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.WRITE_SAFETY_CODE, by)
    must_run(code)
    if code.persons == persons:
        return code
    must_be_newest(code, version)
    code.keep_persons(persons)
    touch(code, local_day(at), "content")
    record("safety.persons_changed", code, by=by, decision=decision, fields=["content"])
    return code


@transaction.atomic
def plan_code(*, code_id: int, next_on: date, by: User, at: datetime | None = None) -> SafetyCode:
    """It goes on on another day.

    Rules: MC-13 (from today on, within three months; reminding begins anew).
    Raises: RuleViolation for a day that cannot be, or after the end; PermissionDenied.
    Effects: the day, under the lock of ``lock_code``; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.WRITE_SAFETY_CODE, by)
    must_run(code)
    must_be_ahead(next_on, local_day(at))
    if code.next_on == next_on:
        return code
    code.plan(next_on)
    touch(code, local_day(at), "next_on", "remind_at", "told")
    record("safety.planned", code, by=by, decision=decision, fields=["next_on"])
    return code


def _same(earlier: SafetyCodeStep, code: SafetyCode) -> SafetyCodeStep:
    """What this form wrote before; a key of another meldcode is no key here."""
    if earlier.code_id != code.pk:
        raise RuleViolation(STALE)
    return earlier


def _act(code: SafetyCode, number: int) -> str:
    """The step of the lifecycle that this is."""
    if number == StepNumber.DECIDE:
        return "decide"
    if code.state != CodeState.DECIDED:
        return "note"
    return "reweigh" if number in ANEW else "add"
