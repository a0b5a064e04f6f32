"""Counts ahead what teams did for residents, per month and sort of act (WRK-1, CW-6)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import TruncMonth

from common.deadlines import AMSTERDAM, local_day
from common.weeks import midnight
from dashboards.effort_acts import ACTS
from dashboards.figure_models import EffortFigure
from dashboards.outcome_services import month_before

MONTHS = 6
BATCH = 500


def last_months(day: date) -> list[date]:
    """The first days of the last six months, this one included, oldest first."""
    found = [day.replace(day=1)]
    while len(found) < MONTHS:
        found.insert(0, month_before(found[0]))
    return found


@transaction.atomic
def refresh_effort_figures(*, at: datetime) -> int:
    """Count again what may have changed; returns the number of rows that were written.

    This month and the one before every time; all six once a day, and as long as the oldest has
    nothing. What is older goes: nothing on the page asks for it.

    Rules: WRK-1 (an estimate per act, no time sheet), CW-6.
    Raises: nothing.
    Effects: summary rows; two workers follow each other by ``select_for_update`` on these, and
        where there were none yet the first one's rows stay.
    """
    months = last_months(local_day(at))
    list(EffortFigure.objects.select_for_update().filter(month__gte=months[0]).values("pk"))
    counted = EffortFigure.objects.filter(
        month=months[0], refreshed_at__gte=midnight(local_day(at))
    )
    since = months[-2] if counted.exists() else months[0]
    EffortFigure.objects.filter(month__lt=months[0]).delete()
    EffortFigure.objects.filter(month__gte=since).delete()
    rows = [EffortFigure(**row, refreshed_at=at) for row in _counted(since, at)]
    EffortFigure.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    return len(rows)


def _counted(since: date, until: datetime) -> Iterator[dict[str, Any]]:
    """Per sort of act one query over an index that begins with the moment."""
    for code, act in ACTS.items():
        span = {f"{act.at}__gte": midnight(since), f"{act.at}__lte": until}
        rows = act.rows().filter(**span).order_by()
        month = TruncMonth(act.at, tzinfo=AMSTERDAM)
        for team_id, day, n in rows.values_list(act.team, month).annotate(n=Count("pk")):
            yield {"team_id": team_id, "month": local_day(day), "act": code, "n": n}
