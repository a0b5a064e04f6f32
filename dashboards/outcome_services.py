"""Works out ahead how questions ended, per team and month (MON-1, GES-5, IN-7).

Only days that are over stand in ``OutcomeFigure``; the page counts today itself, so that its
numbers are those of the lists they open.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import TruncMonth

from cases.dossiers.models import HelpRequest
from common.deadlines import AMSTERDAM, ONE_DAY, local_day
from common.weeks import midnight
from dashboards.figure_models import OutcomeFigure, OutcomeRefresh

THE_ROW = 1
BATCH = 500
BEGINNING = date(1900, 1, 1)


@transaction.atomic
def refresh_outcome_figures(*, at: datetime) -> int:
    """Count again what may have changed; returns the number of rows that were written.

    A question that ended stays as it is. This month and the one before are counted again every
    time, for what was being saved while it was counted; every month once a day, for what was read
    in with an older date.

    Rules: IN-7 (figures fit the list they open), MON-1.
    Raises: nothing.
    Effects: summary rows; two workers follow each other by ``select_for_update`` on the one row of
        ``OutcomeRefresh``.
    """
    never = {"until_day": date.min, "whole_on": date.min, "at": at}
    OutcomeRefresh.objects.get_or_create(pk=THE_ROW, defaults=never)
    refresh = OutcomeRefresh.objects.select_for_update().get(pk=THE_ROW)
    today = local_day(at)
    whole = refresh.whole_on != today
    since = BEGINNING if whole else month_before(today)
    OutcomeFigure.objects.filter(month__gte=since).delete()
    rows = [OutcomeFigure(**row) for row in _months(since, today)]
    OutcomeFigure.objects.bulk_create(rows, batch_size=BATCH)
    OutcomeRefresh.objects.filter(pk=THE_ROW).update(until_day=today, whole_on=today, at=at)
    return len(rows)


def month_before(day: date) -> date:
    """The first day of the month before that of ``day``."""
    return (day.replace(day=1) - ONE_DAY).replace(day=1)


def _months(since: date, until: date) -> Any:
    """Ended questions from ``since`` up to ``until``, per team, month and outcome."""
    month = TruncMonth("ended_at", tzinfo=AMSTERDAM)
    ended = HelpRequest.objects.filter(ended_at__gte=midnight(since), ended_at__lt=midnight(until))
    grouped = ended.order_by().values("file__team_id", "outcome", day=month)
    for row in grouped.annotate(n=Count("pk")):
        yield {
            "team_id": row["file__team_id"],
            "outcome": row["outcome"],
            "month": local_day(row["day"]),
            "n": row["n"],
        }
