"""Of Mijn werk: who covers for whom today, and what happened meanwhile, for two weeks (WN-11)."""

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from cases.callbacks.models.lights import Light
from clusters.cover.models import LOOK_BACK
from clusters.models import HANDLING_ROLES, Cover, User
from common.deadlines import ONE_DAY
from common.dutch_dates import day_month, full_date
from common.templatetags.screen import address
from common.weeks import midnight
from dashboards.shapes import Midnight
from dashboards.work import WorkItem

DEPUTY = ("deputy__first_name", "deputy__last_name", "deputy__username")
COVER = ("first_day", "last_day", "ended_at", *DEPUTY)
OVER_AT = Coalesce(F("ended_at"), Midnight("last_day", later=1))


def covers_of(user: User) -> QuerySet[Cover]:
    """Those that are just over."""
    rows = Cover.objects.just_over(user, timezone.localdate())
    return rows if user.acting_role in HANDLING_ROLES else rows.none()


def cover_items(rows: Iterable[Cover], user: User) -> list[WorkItem]:
    """A row per cover, from the moment it was over."""
    return [
        WorkItem(
            due_at=row.ended_at or midnight(row.last_day + ONE_DAY),
            light=Light("info", "te lezen"),
            when=f"tot en met {day_month(row.real_last_day + LOOK_BACK)}",
            url=address("cover-happened", row.pk),
            label="Dit gebeurde er",
            reference="",
            resident=None,
            subject=f"{row.deputy} nam waar",
            status="Voorbij",
        )
        for row in rows
    ]


def covers_today(user: User) -> list[Cover]:
    """For me and by me, and along a chain for whom I do; one query, none for other roles (WN-7)."""
    if user.acting_role not in HANDLING_ROLES:
        return []
    mine = Q(employee=user) | Q(deputy=user) | Q(employee__in=sorted(user.minded_ids))
    rows = Cover.objects.running(timezone.localdate()).filter(mine)
    return list(rows.select_related("employee", "deputy"))


def cover_notes(rows: Iterable[Cover], user: User) -> list[str]:
    """Who covers for me, and for whom I do, until when; above Mijn werk (WN-13)."""
    notes = []
    for row in rows:
        until = f"t/m {full_date(row.last_day)}"
        if row.employee_id == user.pk:
            notes.append(f"{row.deputy} neemt voor u waar {until}.")
        elif row.deputy_id == user.pk:
            notes.append(f"U neemt waar voor {row.employee} {until}.")
    return notes
