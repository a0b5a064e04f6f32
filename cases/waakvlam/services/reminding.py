"""What the worker does: tell one after the other that a contact did not happen (WK-8)."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from cases.waakvlam.agreeing import workers_of
from cases.waakvlam.messages import missed_text
from cases.waakvlam.models import Rung, Waakvlam
from clusters.models import Membership, Role
from clusters.notices.services import notify
from common.deadlines import local_day

AT_ONCE = 500


@transaction.atomic
def remind_of_waakvlammen(*, at: datetime) -> int:
    """Tell the owner on the working day after a missed contact, later the deputy and the manager.

    Rules: WK-8 (1, 5 and 10 working days after the day; of somebody who left the team the next one
        is told), WK-5 (nobody about who died or does not agree any more), T15 (exactly once each).
        A second run, or a second worker at once, finds everybody told.
    Raises: nothing.
    Effects: notices without a name or a word of it; returns how many.
    """
    rows = Waakvlam.objects.to_remind(at).select_for_update(
        of=("self",), skip_locked=True, no_key=True
    )
    told = 0
    for waakvlam in rows[:AT_ONCE]:
        while waakvlam.remind_at is not None and waakvlam.remind_at <= at:
            told += _tell(waakvlam, Rung(waakvlam.told + 1), at)
        waakvlam.save(update_fields=["told", "remind_at"])
    return told


def _tell(waakvlam: Waakvlam, rung: Rung, at: datetime) -> int:
    """The next one up; the key holds the day, so that every missed day is told once."""
    waakvlam.climb(rung)
    return notify(
        person_ids=_people(waakvlam, rung, local_day(at)),
        text=missed_text(waakvlam, rung),
        url_name="waakvlam-detail",
        object_id=waakvlam.pk,
        dedup_key=f"waakvlam:{waakvlam.pk}:missed:{waakvlam.due_at:%Y%m%d}:{rung}",
        at=at,
    )


def _people(waakvlam: Waakvlam, rung: Rung, day: date) -> set[int]:
    """Who is on this rung; when nobody there can open it any more, who is on the next one."""
    here: dict[Rung, Callable[[], set[int]]] = {
        Rung.OWNER: lambda: _workers(waakvlam, waakvlam.owner_id, day),
        Rung.DEPUTY: lambda: _workers(waakvlam, waakvlam.deputy_id, day),
        Rung.MANAGER: lambda: _managers(waakvlam.team_id, day),
    }
    return next((people for each in here if each >= rung and (people := here[each]())), set())


def _workers(waakvlam: Waakvlam, person_id: int, day: date) -> set[int]:
    rows = workers_of(waakvlam.team_id, day).filter(pk=person_id)
    return set(rows.values_list("pk", flat=True))


def _managers(team_id: int, day: date) -> set[int]:
    rows = Membership.objects.running(day).filter(role=Role.TEAM_MANAGER, team_id=team_id)
    return set(rows.values_list("user_id", flat=True))
