"""Works out the figures that are too dear to count on every page."""

from collections import defaultdict
from datetime import datetime
from statistics import median

from django.db import transaction

from cases.callbacks.models import SELECTIONS
from cases.models import CallbackRequest
from common.deadlines import local_day
from dashboards.figure_models import MonthFigure

Key = tuple[int, int | None]


@transaction.atomic
def refresh_month_figures(*, at: datetime) -> int:
    """Count again for the month of ``at``; returns the number of rows.

    Rules: MON-5 (figures fit the list they open: the selection "gebeld").
    Raises: nothing.
    Effects: the month's rows are replaced, the old ones locked by ``select_for_update`` so that
        two workers follow each other; where there were none yet, the first one's rows stay.
    """
    month = local_day(at).replace(day=1)
    list(MonthFigure.objects.select_for_update().filter(month=month).values("pk"))
    called = CallbackRequest.objects.filter(SELECTIONS["gebeld"].at(at))
    waits: dict[Key, list[int]] = defaultdict(list)
    for team_id, worker_id, minutes in called.values_list(
        "team_id", "first_attempt_by_id", "first_attempt_minutes"
    ).iterator():
        waits[team_id, None].append(minutes or 0)
        waits[team_id, worker_id].append(minutes or 0)
    MonthFigure.objects.filter(month=month).delete()
    rows = [
        MonthFigure(
            month=month,
            team_id=team_id,
            worker_id=worker_id,
            first_attempts=len(found),
            median_minutes=round(median(found)),
            refreshed_at=at,
        )
        for (team_id, worker_id), found in waits.items()
    ]
    MonthFigure.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)
