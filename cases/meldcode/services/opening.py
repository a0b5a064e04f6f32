"""Open a meldcode: the first step, about whom, and when it goes on."""

import uuid
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.meldcode.involved import is_involved, team_of
from cases.meldcode.locking import STALE, must_be_ahead, must_be_done
from cases.meldcode.models import SafetyCode, SafetyCodeStep, StepFacts, StepNumber
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def open_code(
    *,
    submission_key: uuid.UUID,
    resident_id: int,
    persons: list[str],
    facts: StepFacts,
    next_on: date,
    by: User,
    at: datetime | None = None,
) -> SafetyCode:
    """Begin the meldcode about a resident with the signals; who opens it does it.

    Rules: MC-1 (who works with the resident), MC-2 (about whom), MC-5 (nothing of it anywhere
        else, and another one of a colleague is no reason to refuse), MC-6 (a key of its own), MC-7
        (the first step has words and a day), MC-17 (a form sent twice makes one).
    Raises: RuleViolation; PermissionDenied for who does not work with this resident.
    Effects: a meldcode with its first step, with the resident locked by ``select_for_update``;
        audit line.
    """
    at = at or timezone.now()
    resident = Resident.objects.select_for_update(of=("self",), no_key=True).get(pk=resident_id)
    decision = GRANTS.require(by, Action.OPEN_SAFETY_CODE)
    if not is_involved(by, resident.pk, local_day(at)):
        raise PermissionDenied
    if (earlier := SafetyCode.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, resident, by)
    _check(facts, next_on, local_day(at))
    code = _create(submission_key, resident, persons, next_on, by, at)
    _first(code, facts, by, at)
    record("safety.opened", code, by=by, decision=decision)
    return code


def _same(earlier: SafetyCode, resident: Resident, by: User) -> SafetyCode:
    """What this form made before; a key of somebody else is no key here."""
    if earlier.resident_id != resident.pk or earlier.opened_by_id != by.pk:
        raise RuleViolation(STALE)
    return earlier


def _check(facts: StepFacts, next_on: date, today: date) -> None:
    if not facts.words:
        raise RuleViolation("Schrijf op welke signalen er zijn.", field="words")
    must_be_done(facts.done_on, today, field="done_on")
    must_be_ahead(next_on, today)


def _create(
    key: uuid.UUID, resident: Resident, persons: list[str], day: date, by: User, at: datetime
) -> SafetyCode:
    """The row with its own key."""
    team = team_of(by, resident.pk, local_day(at))
    code = SafetyCode(uuid=key, resident=resident, team=team, holder=by, opened_by=by)
    code.opened_at, code.touched_on = at, local_day(at)
    code.make_key()
    code.keep_persons(persons)
    code.plan(day)
    code.save(force_insert=True)
    return code


def _first(code: SafetyCode, facts: StepFacts, by: User, at: datetime) -> None:
    step = SafetyCodeStep(code=code, resident_id=code.resident_id, number=StepNumber.SIGNALS)
    step.done_on, step.at, step.by = facts.done_on, at, by
    step.keep(facts)
    step.save(force_insert=True)
