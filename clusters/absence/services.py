"""The acts of absence: enter, move the last day, withdraw, set working days, empty."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit.services import record
from clusters.absence.checking import (
    check_begin,
    check_days,
    check_end,
    check_pattern,
    earliest,
    must_be_current,
    must_be_free,
    must_run,
)
from clusters.absence.models import (
    RETENTION,
    Absence,
    AbsenceChange,
    AbsenceKind,
    ChangeAct,
    DayHalf,
    WorkPattern,
)
from clusters.absence.people import managers_of, must_keep
from clusters.notices.services import notify
from clusters.people.models import User
from common.deadlines import ONE_DAY, local_day
from common.dutch_dates import full_date
from common.errors import RuleViolation

AT_ONCE = 200


@transaction.atomic
def enter_absence(
    *,
    submission_key: uuid.UUID,
    employee_id: int,
    kind: str,
    first_day: date,
    last_day: date,
    half: str = DayHalf.WHOLE,
    by: User,
    at: datetime | None = None,
) -> Absence:
    """Somebody will be away, from a day to a day or half a day.

    Rules: AF-1 (half only on one day), AF-2 (oneself or who leads the team), AF-3 (not twice at
        once; being ill may lie over something else), AF-4 (a year at most), AF-5 (not in the
        past; two weeks back for who leads), AF-6 (while role and account run), AF-7 (two clicks).
    Raises: RuleViolation; PermissionDenied.
    Effects: the absence and its first line of history, with the employee locked by
        ``select_for_update``; a notice to who leads the team of somebody ill (AF-16); audit line.
    """
    at = at or timezone.now()
    today = local_day(at)
    _lock(employee_id)
    decision = must_keep(by, employee_id, today)
    earlier = Absence.objects.filter(uuid=submission_key, employee=employee_id).first()
    if earlier is not None:
        return earlier
    check_days(first_day, last_day, half, today)
    check_begin(first_day, by, employee_id, today)
    must_run(employee_id, first_day, "first_day")
    must_run(employee_id, last_day, "last_day")
    row = Absence(uuid=submission_key, employee_id=employee_id, kind=kind, half=half)
    row.first_day, row.last_day, row.entered_at, row.entered_by = first_day, last_day, at, by
    must_be_free(row)
    row.save(force_insert=True)
    _keep(row, ChangeAct.ENTERED, by, at)
    record("absence.entered", row, by=by, decision=decision)
    _tell(row, by, at)
    return row


@transaction.atomic
def change_absence(
    *, absence_id: int, version: int, last_day: date, by: User, at: datetime | None = None
) -> Absence:
    """Another last day: back earlier, or away longer.

    Rules: AF-8 (the last day only; history stays), AF-3, AF-4, AF-6, AF-5 (what has passed stays
        as it was), AF-7 (an older page changes nothing; the same day twice is once).
    Raises: RuleViolation; PermissionDenied.
    Effects: the last day, with the employee and the row locked by ``select_for_update``; a line
        of history; a notice to who leads when somebody stays ill longer; audit line.
    """
    at = at or timezone.now()
    today = local_day(at)
    row = _locked(absence_id, by)
    decision = must_keep(by, row.employee_id, today)
    if row.withdrawn_at is None and row.last_day == last_day:
        return row
    must_be_current(row, version)
    if row.half != DayHalf.WHOLE:
        raise RuleViolation("Een halve dag is één dag. Trek hem in en voer een nieuwe in.")
    check_days(row.first_day, last_day, row.half, today)
    check_end(min(last_day, row.last_day), earliest(by, row.employee_id, today) - ONE_DAY)
    must_run(row.employee_id, last_day, "last_day")
    longer, row.last_day = last_day > row.last_day, last_day
    must_be_free(row)
    row.version += 1
    row.save(update_fields=["last_day", "version"])
    _keep(row, ChangeAct.CHANGED, by, at)
    record("absence.changed", row, by=by, decision=decision, fields=["last_day"])
    if longer:
        _tell(row, by, at)
    return row


@transaction.atomic
def withdraw_absence(
    *, absence_id: int, version: int, by: User, at: datetime | None = None
) -> Absence:
    """It does not happen after all; the row stays as history and counts no more.

    Rules: AF-9 (before it begins; who leads the team may until two weeks after; twice is once),
        AF-7 (an older page changes nothing).
    Raises: RuleViolation; PermissionDenied.
    Effects: the end of the absence, with the employee and the row locked by
        ``select_for_update``; a line of history; audit line.
    """
    at = at or timezone.now()
    row = _locked(absence_id, by)
    decision = must_keep(by, row.employee_id, local_day(at))
    if row.withdrawn_at is not None:
        return row
    must_be_current(row, version)
    if row.first_day < earliest(by, row.employee_id, local_day(at)):
        raise RuleViolation("Deze afwezigheid is al begonnen. Wijzig de laatste dag.")
    row.withdrawn_at = at
    row.version += 1
    row.save(update_fields=["withdrawn_at", "version"])
    _keep(row, ChangeAct.WITHDRAWN, by, at)
    record("absence.withdrawn", row, by=by, decision=decision, fields=["withdrawn_at"])
    return row


@transaction.atomic
def set_work_pattern(
    *,
    employee_id: int,
    weekdays: str,
    valid_from: date,
    by: User,
    at: datetime | None = None,
) -> WorkPattern:
    """From a day on somebody works these weekdays; what held until then ends the day before.

    Rules: AF-10 (at least one day; not before a later change; the same twice is once), AF-2,
        AF-5 (not in the past), AF-4 (a year ahead at most).
    Raises: RuleViolation; PermissionDenied.
    Effects: the pattern, with the employee locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    today = local_day(at)
    _lock(employee_id)
    decision = must_keep(by, employee_id, today)
    last = WorkPattern.objects.filter(employee=employee_id, valid_until__isnull=True).first()
    if last is not None and (last.valid_from, last.weekdays) == (valid_from, weekdays):
        return last
    check_pattern(weekdays, valid_from, earliest(by, employee_id, today), today)
    if last is not None and valid_from <= last.valid_from:
        raise RuleViolation(
            f"Er gelden al werkdagen vanaf {full_date(last.valid_from)}. Kies een latere dag.",
            field="valid_from",
        )
    if last is not None:
        last.valid_until = valid_from - ONE_DAY
        last.save(update_fields=["valid_until"])
    row = WorkPattern.objects.create(
        employee_id=employee_id, weekdays=weekdays, valid_from=valid_from
    )
    record("work_pattern.set", row, by=by, decision=decision)
    return row


@transaction.atomic
def empty_old_absences(*, at: datetime) -> int:
    """Take away absences two years after their last day, and working days two years after theirs.

    Rules: AF-17 (the trail says that it was done; not of whom). A second run finds nothing.
    Raises: nothing.
    Effects: rows gone, locked by ``select_for_update``; one audit line; returns how many.
    """
    rows = Absence.objects.to_empty(at).order_by("pk")
    keys = list(_free(rows))
    AbsenceChange.objects.filter(absence__in=keys).delete()
    Absence.objects.filter(pk__in=keys).delete()
    old = WorkPattern.objects.filter(valid_until__lt=local_day(at) - RETENTION).order_by("pk")
    ended = list(_free(old))
    WorkPattern.objects.filter(pk__in=ended).delete()
    if keys or ended:
        record("absence.destroyed", by=None)
    return len(keys) + len(ended)


def _free(rows: QuerySet[Absence] | QuerySet[WorkPattern]) -> list[int]:
    """The keys of the first rows that nobody else has in hand."""
    locked = rows.select_for_update(skip_locked=True)[:AT_ONCE]
    return [row.pk for row in locked]


def _lock(employee_id: int) -> None:
    """One act at a time for one employee (AF-7)."""
    User.objects.select_for_update(no_key=True).get(pk=employee_id)


def _locked(absence_id: int, by: User) -> Absence:
    """The absence in scope, after its employee was locked."""
    _lock(Absence.objects.visible_to(by).get(pk=absence_id).employee_id)
    return Absence.objects.select_for_update(of=("self",)).get(pk=absence_id)


def _keep(row: Absence, act: ChangeAct, by: User, at: datetime) -> None:
    """A line of history (AF-8)."""
    AbsenceChange.objects.create(absence=row, act=act, last_day=row.last_day, at=at, by=by)


def _tell(row: Absence, by: User, at: datetime) -> None:
    """Who leads the team hears that somebody is ill; nothing about what (AF-16)."""
    if row.kind != AbsenceKind.SICK:
        return
    notify(
        person_ids=managers_of(row.employee_id, local_day(at)) - {by.pk},
        text=f"{row.employee} is ziek gemeld: {row.period_text}.",
        url_name="absence-person",
        object_id=row.employee_id,
        dedup_key=f"absence:{row.pk}:{row.version}",
        at=at,
    )
