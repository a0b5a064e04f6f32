"""Who is away in the demo city: on holiday, on a course, ill this morning (VER-1)."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from clusters.absence.services import enter_absence, set_work_pattern
from clusters.models import AbsenceKind, DayHalf, User
from common.deadlines import local_day

DAY = timedelta(days=1)
AWAY = (  # kind, first day from today, how many days longer
    (AbsenceKind.HOLIDAY, 0, 7),
    (AbsenceKind.TRAINING, 3, 0),
    (AbsenceKind.RETURN_DAY, 6, 0),
    (AbsenceKind.HOLIDAY, 14, 11),
)


def create_absences(*, cast: Cast, now: datetime) -> None:
    """In every team with enough people one or two are away, somebody is ill, somebody part-time."""
    for team_id, people in sorted(cast.workers.items()):
        workers = list(dict.fromkeys(people))
        manager = cast.managers.get(team_id)
        for number, person in enumerate(workers[1:]):
            kind, days, longer = AWAY[(team_id + number) % len(AWAY)]
            _enter(person, kind, days, longer, by=person, now=now)
        if manager is not None and len(workers) > 1:
            _enter(workers[-1], AbsenceKind.SICK, 0, 1, by=manager, now=now)
            _work_part_time(workers[0], manager, now)


def _enter(person: User, kind: str, days: int, longer: int, *, by: User, now: datetime) -> None:
    first = local_day(now) + days * DAY
    told: dict[str, Any] = {"kind": kind, "first_day": first, "last_day": first + longer * DAY}
    key = uuid.uuid5(NAMESPACE, f"absence:{person.pk}:{kind}:{days}")
    half = DayHalf.MORNING if kind == AbsenceKind.TRAINING else DayHalf.WHOLE
    enter_absence(submission_key=key, employee_id=person.pk, half=half, by=by, at=now, **told)


def _work_part_time(person: User, manager: User, now: datetime) -> None:
    """Not on Wednesdays."""
    set_work_pattern(
        employee_id=person.pk, weekdays="0134", valid_from=local_day(now), by=manager, at=now
    )
