"""Who is inside: let in, let go, keep out, pass on."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.meldcode.involved import team_of, to_admit, to_bar, to_succeed
from cases.meldcode.locking import lock_code, must_be_newest, must_run, touch
from cases.meldcode.messages import admitted_text, given_text
from cases.meldcode.models import SafetyCode
from cases.permissions import Action
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def admit_colleague(
    *, code_id: int, employee: User, by: User, at: datetime | None = None
) -> SafetyCode:
    """Let a colleague in who works in the dossier.

    Rules: MC-3 (only who works in the dossier), MC-4 (never who is barred).
    Raises: RuleViolation for anybody else, or after the end; PermissionDenied.
    Effects: a colleague, under the lock of ``lock_code``; a notice to them; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.STEER_SAFETY_CODE, by)
    must_run(code)
    if code.colleagues.standing().filter(employee=employee).exists():
        return code
    if not to_admit(code, local_day(at)).filter(pk=employee.pk).exists():
        raise RuleViolation("Kies een collega die in het dossier werkt.", field="employee")
    made = code.colleagues.create(employee=employee, since=at, added_by=by)
    touch(code, local_day(at))
    _tell(employee, code, admitted_text(code, by), f"admitted:{made.pk}", at)
    record("safety.admitted", code, by=by, decision=decision, fields=["colleagues"])
    return code


@transaction.atomic
def dismiss_colleague(
    *, code_id: int, employee_id: int, by: User, at: datetime | None = None
) -> SafetyCode:
    """A colleague is inside no more.

    Rules: MC-3 (twice is once).
    Raises: PermissionDenied.
    Effects: the end, under the lock of ``lock_code``; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.STEER_SAFETY_CODE, by)
    if not code.colleagues.standing().filter(employee_id=employee_id).update(ended_at=at):
        return code
    touch(code, local_day(at))
    record("safety.dismissed", code, by=by, decision=decision, fields=["colleagues"])
    return code


@transaction.atomic
def bar_employee(
    *, code_id: int, employee: User, by: User, at: datetime | None = None
) -> SafetyCode:
    """Keep somebody out because it is about themselves or their own circle.

    Rules: MC-4 (it beats everything, the aandachtsfunctionaris included; not who does it, not
        oneself).
    Raises: RuleViolation for who cannot be barred; PermissionDenied.
    Effects: a bar, under the lock of ``lock_code``; who was let in is inside no more; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.STEER_SAFETY_CODE, by)
    if code.bars.standing().filter(employee=employee).exists():
        return code
    if employee == by or not to_bar(code, local_day(at)).filter(pk=employee.pk).exists():
        raise RuleViolation(
            "Deze medewerker kan niet worden uitgesloten. Draag de meldcode eerst over als het om "
            "wie hem uitvoert gaat.",
            field="employee",
        )
    code.bars.create(employee=employee, since=at, added_by=by)
    code.colleagues.standing().filter(employee=employee).update(ended_at=at)
    touch(code, local_day(at))
    record("safety.barred", code, by=by, decision=decision, fields=["bars"])
    return code


@transaction.atomic
def lift_bar(*, code_id: int, employee_id: int, by: User, at: datetime | None = None) -> SafetyCode:
    """It was a mistake: this employee is treated as everybody else again.

    Rules: MC-4 (twice is once).
    Raises: PermissionDenied.
    Effects: the end of the bar, under the lock of ``lock_code``; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.STEER_SAFETY_CODE, by)
    if not code.bars.standing().filter(employee_id=employee_id).update(ended_at=at):
        return code
    touch(code, local_day(at))
    record("safety.bar_lifted", code, by=by, decision=decision, fields=["bars"])
    return code


@transaction.atomic
def pass_code(
    *, code_id: int, version: int, employee: User, by: User, at: datetime | None = None
) -> SafetyCode:
    """Somebody else who works with the resident does it from now on, in their team.

    Rules: MC-14 (by hand only: a hand-over of the dossier gives nobody the meldcode), MC-17.
    Raises: RuleViolation for anybody who does not work there; PermissionDenied.
    Effects: holder and team, under the lock of ``lock_code``; a notice to them; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.STEER_SAFETY_CODE, by)
    must_run(code)
    must_be_newest(code, version)
    team = team_of(employee, code.resident_id, local_day(at))
    if team is None or not to_succeed(code, local_day(at)).filter(pk=employee.pk).exists():
        raise RuleViolation("Kies een collega die met de inwoner werkt.", field="employee")
    code.holder, code.team = employee, team
    code.colleagues.standing().filter(employee=employee).update(ended_at=at)
    code.plan(code.next_on)
    touch(code, local_day(at), "holder", "team", "remind_at", "told")
    if employee != by:
        _tell(employee, code, given_text(code, by), f"given:{code.version}", at)
    record("safety.passed", code, by=by, decision=decision, fields=["holder", "team"])
    return code


def _tell(person: User, code: SafetyCode, text: str, what: str, at: datetime) -> None:
    notify(
        person_ids={person.pk},
        text=text,
        url_name="safety-detail",
        object_id=code.pk,
        dedup_key=f"safety:{code.pk}:{what}",
        at=at,
    )
