"""The acts of cover: arrange it, end it early, empty it when its time is over."""

import uuid
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from audit.services import record
from clusters.absence.people import managers_of
from clusters.cover.checking import (
    check_days,
    must_be_able,
    must_be_another,
    must_be_free,
    must_lead_to_somebody,
)
from clusters.cover.missing import missing_in_city
from clusters.cover.models import Cover
from clusters.cover.overlap import wait_for_turn
from clusters.cover.people import must_arrange
from clusters.notices.services import notify
from clusters.people.models import User
from clusters.permissions import Action, require
from common.deadlines import local_day
from common.errors import RuleViolation

AT_ONCE = 200


@transaction.atomic
def arrange_cover(
    *,
    submission_key: uuid.UUID,
    employee_id: int,
    deputy: User,
    first_day: date,
    last_day: date,
    by: User,
    at: datetime | None = None,
) -> Cover:
    """From a day to a day a colleague does everything that is on somebody's desk.

    Rules: WN-1 (all of one person to one deputy), WN-2 (oneself or who leads, within the
        cluster; across clusters the general manager), WN-3 (today or later, two weeks at most),
        WN-4 (one at a time, not oneself), WN-5 (the same roles, all those days), WN-6 (somebody
        is there every day; three links at most, no circle), WN-8 (two clicks are one).
    Raises: RuleViolation; PermissionDenied.
    Effects: the cover, with one's turn taken and employee and deputy locked by
        ``select_for_update``; from its first day the deputy's access (WN-7); a notice to deputy
        and employee; audit line.
    """
    at = at or timezone.now()
    today = local_day(at)
    _lock(employee_id, deputy.pk)
    decision = must_arrange(by, employee_id, today)
    earlier = Cover.objects.filter(uuid=submission_key, employee=employee_id).first()
    if earlier is not None:
        return earlier
    row = Cover(uuid=submission_key, employee_id=employee_id, deputy=deputy)
    row.first_day, row.last_day, row.arranged_at, row.arranged_by = first_day, last_day, at, by
    check_days(first_day, last_day, today)
    must_be_another(row)
    must_be_free(row)
    must_be_able(row, by)
    must_lead_to_somebody(row)
    row.save(force_insert=True)
    record("cover.arranged", row, by=by, decision=decision)
    _tell(row, f"{deputy} neemt waar voor {row.employee}: {row.period_text}.", by, at)
    return row


@transaction.atomic
def end_cover(*, cover_id: int, by: User, at: datetime | None = None) -> Cover:
    """Earlier than arranged: from now on the deputy has nothing more to do with it.

    Rules: WN-8 (the employee, the deputy, or who leads either of them; twice is once; what is
        over by itself stays as it is).
    Raises: RuleViolation; PermissionDenied; Cover.DoesNotExist.
    Effects: the end of the cover, with one's turn taken and the row locked by
        ``select_for_update``; the deputy's access stops (WN-7); a notice to the other; audit line.
    """
    at = at or timezone.now()
    decision = require(by, Action.END_COVER)
    wait_for_turn(connection)
    rows = Cover.objects.visible_to(by).filter(pk=cover_id).values("pk")
    row = Cover.objects.select_for_update(of=("self",)).get(pk__in=rows)
    if row.ended_at is not None:
        return row
    if row.is_over(local_day(at)):
        raise RuleViolation("Deze waarneming is al voorbij.")
    row.ended_at, row.ended_by = at, by
    row.save(update_fields=["ended_at", "ended_by"])
    record("cover.ended", row, by=by, decision=decision, fields=["ended_at"])
    _tell(row, f"De waarneming van {row.deputy} voor {row.employee} is beëindigd.", by, at)
    return row


@transaction.atomic
def empty_old_covers(*, at: datetime) -> int:
    """Take away covers two years after their last day.

    Rules: WN-9 (the trail says that it was done; not of whom). A second run finds nothing.
    Raises: nothing.
    Effects: rows gone, locked by ``select_for_update``; one audit line; returns how many.
    """
    rows = Cover.objects.to_empty(at).order_by("pk")
    keys = [row.pk for row in rows.select_for_update(skip_locked=True)[:AT_ONCE]]
    if keys:
        Cover.objects.filter(pk__in=keys).delete()
        record("cover.destroyed", by=None)
    return len(keys)


@transaction.atomic
def create_missing_notices(*, at: datetime) -> int:
    """Tell who leads somebody, once per absence, that their work lies there; returns how many told.

    Rules: WN-12 (away for longer than the norm, with work, and nobody who is there covers); T15
        (a second run finds nothing).
    Raises: nothing.
    Effects: notices.
    """
    today = local_day(at)
    return sum(
        notify(
            person_ids=managers_of(row.person.pk, today),
            text=f"{row.person} is langer afwezig en heeft geen waarnemer.",
            url_name="cover-missing",
            object_id=None,
            dedup_key=f"cover:missing:{row.person.pk}:{row.since:%Y%m%d}",
            at=at,
        )
        for row in missing_in_city(today)
    )


def _lock(employee_id: int, deputy_id: int) -> None:
    """One arrangement at a time, and neither of the two changes meanwhile (WN-4, WN-6)."""
    wait_for_turn(connection)
    people = User.objects.filter(pk__in=(employee_id, deputy_id)).order_by("pk")
    list(people.select_for_update(no_key=True))


def _tell(row: Cover, text: str, by: User, at: datetime) -> None:
    """The two whom it is about hear it, except who did it."""
    what = "arranged" if row.ended_at is None else "ended"
    notify(
        person_ids={row.employee_id, row.deputy_id} - {by.pk},
        text=text,
        url_name="cover-list",
        object_id=None,
        dedup_key=f"cover:{row.pk}:{what}",
        at=at,
    )
