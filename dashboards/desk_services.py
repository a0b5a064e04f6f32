"""Works out the figures of the desks ahead: questions and promises per day (TEL-6, TEL-7, TEL-10).

Only days that are over stand in ``DeskFigure`` and only closed requests in ``DeskDay``; the page
counts today and what is open itself, so that its numbers are those of the lists they open.
"""

from collections import Counter, defaultdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Case, Count, Exists, OuterRef, Q, Sum, Value, When
from django.db.models.functions import TruncDate

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import PROMISES, CallbackRequest, CallbackStep, StepTaken
from cases.contacts.models import ContactQuestion
from cases.knowledge.models import ArticleUse, UseKind
from clusters.models import Team
from common.deadlines import AMSTERDAM, ONE_DAY, local_day
from common.weeks import LONG, Span, last_weeks
from dashboards.figure_models import DeskDay, DeskFigure, DeskRefresh

THE_ROW = 1
BATCH = 500
Day = tuple[int, date]


@transaction.atomic
def refresh_desk_figures(*, at: datetime) -> int:
    """Count again what may have changed in the longest period; returns the number of days.

    A question never changes, so a day whose total is right is right. Those whose total differs are
    made again: yesterday, a day that was imported, all of them the first time. The promises are
    few rows and can be settled weeks later: those are all counted again.

    Rules: TEL-6, TEL-7, TEL-10 (does the vraagbaak help; figures fit the list they open).
    Raises: nothing.
    Effects: summary rows of the last weeks, older ones go; two workers follow each other by
        ``select_for_update`` on the one row of ``DeskRefresh``.
    """
    DeskRefresh.objects.get_or_create(pk=THE_ROW, defaults={"until_day": date.min, "at": at})
    list(DeskRefresh.objects.select_for_update().filter(pk=THE_ROW).values("pk"))
    today = local_day(at)
    span = Span(last_weeks(LONG, today).first, today)
    changed = _refresh_questions(span)
    _refresh_days(span, at)
    for table in (DeskFigure, DeskDay):
        table._default_manager.filter(day__lt=span.first).delete()
    DeskRefresh.objects.filter(pk=THE_ROW).update(until_day=today, at=at)
    return changed


def day_of(column: str) -> TruncDate:
    """The day of a moment on the clock of Amsterdam."""
    return TruncDate(column, tzinfo=AMSTERDAM)


def every_desk() -> Any:
    """All teams, so that an index that begins with the desk is used for the whole city."""
    return Team.objects.values("pk")


def closed_by_desks(desks: Any, span: Span) -> Any:
    """Closed requests of what these desks promised in a period; rows to count, not to read."""
    return CallbackRequest.objects.filter(
        state=CallbackState.CLOSED,
        registered_in_id__in=desks,
        registered_at__gte=span.start,
        registered_at__lt=span.end,
    ).order_by()


def reopened_since(at: datetime) -> Exists:
    """Whether a request was opened again after ``at``: until then it stood among the closed."""
    steps = CallbackStep.objects.filter(callback=OuterRef("pk"), step=StepTaken.REOPENED)
    return Exists(steps.filter(at__gte=at))


def _refresh_questions(span: Span) -> int:
    """Make the days again whose total is not that of the questions."""
    asked = ContactQuestion.objects.filter(desk_id__in=every_desk())
    asked = asked.ended_between(span.start, span.end).annotate(day=day_of("ended_at"))
    kept = DeskFigure.objects.filter(day__gte=span.first, day__lt=span.after)
    true = dict[Day, int](_totals(asked, Count("pk")))
    found = dict[Day, int](_totals(kept, Sum("n")))
    wrong = [key for key in true.keys() | found.keys() if true.get(key) != found.get(key)]
    for desk_id, day in wrong:
        kept.filter(desk_id=desk_id, day=day).delete()
    for desk_id in {desk_id for desk_id, _ in wrong}:
        _write_questions(
            asked.filter(desk_id=desk_id), {day for key, day in wrong if key == desk_id}
        )
    return len(wrong)


def _totals(rows: Any, total: Any) -> Any:
    counted = rows.order_by().values_list("desk_id", "day").annotate(total=total)
    return (((desk_id, day), total) for desk_id, day, total in counted)


def _write_questions(asked: Any, days: set[date]) -> None:
    """The rows of some days of one desk."""
    span = Span(min(days), max(days) + ONE_DAY)
    rows = asked.filter(ended_at__gte=span.start, ended_at__lt=span.end)
    has_article = Case(
        When(article__isnull=False, then=Value(value=True)), default=Value(value=False)
    )
    names = ("desk_id", "day", "part", "with_help_desk", "subject_id", "result", "with_article")
    grouped = rows.annotate(with_article=has_article).order_by().values(*names)
    DeskFigure.objects.bulk_create(
        [DeskFigure(**row) for row in grouped.annotate(n=Count("pk")) if row["day"] in days],
        batch_size=BATCH,
    )


def _refresh_days(span: Span, at: datetime) -> None:
    """Count the promises of every day again, and the searches in vain."""
    lasting = Span(span.first, local_day(at) + ONE_DAY)
    found: dict[Day, Counter[str]] = defaultdict(Counter)
    promised = closed_by_desks(every_desk(), lasting).filter(closed_at__lt=at)
    promised = promised.annotate(day=day_of("registered_at"))
    for row in promised.values("registered_in_id", "day").annotate(**settled(at)):
        key = row.pop("registered_in_id"), row.pop("day")
        found[key].update(row)
    vain = searches_in_vain(Q(at__gte=span.start, at__lt=span.end)).annotate(day=day_of("at"))
    for team_id, day, times in vain.values_list("team_id", "day").annotate(times=Count("pk")):
        found[team_id, day]["searched_in_vain"] += times
    DeskDay.objects.filter(day__gte=span.first).delete()
    names = ("promised", "kept", "late", "searched_in_vain")
    DeskDay.objects.bulk_create(
        DeskDay(desk_id=desk_id, day=day, **{name: counts[name] for name in names})
        for (desk_id, day), counts in found.items()
    )


def settled(at: datetime) -> dict[str, Count]:
    """How many of the rows were promised, kept and late."""
    names = {"promised": "beloofd", "kept": "gehouden", "late": "te-laat"}
    return {name: Count("pk", filter=PROMISES[code].at(at)) for name, code in names.items()}


def searches_in_vain(when: Q) -> Any:
    """Searches of the kennisbank without result, of teams."""
    found = ArticleUse.objects.filter(when, kind=UseKind.NOTHING_FOUND, team__isnull=False)
    return found.order_by()
