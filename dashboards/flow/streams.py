"""What came in, what ended and what was open, per kind and week: one definition of the rows, asked
by the numbers and by the lists (ST-4, ST-5)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import CharField, Count, DateField, Model, Q, QuerySet, Value
from django.db.models.functions import Cast, TruncWeek

from cases.callbacks.lifecycle import CallbackState
from cases.dossiers.lifecycle import FileState
from cases.intakes.lifecycle import OPEN_STATES
from cases.models import CallbackRequest, ResidentFile, WmoNotification
from common.deadlines import AMSTERDAM
from common.weeks import Span
from dashboards.flow.asking import Asked
from dashboards.flow.spans import weeks_to

CAME, ENDED, OPEN = "binnen", "klaar", "open"
WHATS = {CAME: "Binnengekomen", ENDED: "Afgerond", OPEN: "Open aan het eind van de week"}


@dataclass(frozen=True)
class Stream:
    """A kind of work: its table, when a row came and ended, and which are open now."""

    code: str
    label: str
    model: type[Model]
    came: str
    ended: str
    open: Q
    person: str
    page: str

    def rows(self, team_ids: list[int], what: str, span: Span) -> QuerySet[Any]:
        """The rows behind a number of one week."""
        begun = Q(**{f"{self.came}__lt": span.end})
        if what == CAME:
            which = begun & Q(**{f"{self.came}__gte": span.start})
        elif what == ENDED:
            which = Q(**{f"{self.ended}__gte": span.start, f"{self.ended}__lt": span.end})
        else:
            going_on = Q(**{f"{self.ended}__isnull": True}) | Q(**{f"{self.ended}__gte": span.end})
            which = begun & going_on
        return self._of(team_ids).filter(which)

    def moment(self, what: str) -> str:
        """By which moment such a list is ordered."""
        return self.ended if what == ENDED else self.came

    def counts(self, team_ids: list[int], span: Span) -> list[Any]:
        """Three queries to put together: came since, ended since, and open now."""
        no_week = Cast(Value(None), DateField())
        of = self._of(team_ids)
        return [
            self._counted(CAME, of.filter(**{f"{self.came}__gte": span.start}), _week(self.came)),
            self._counted(
                ENDED, of.filter(**{f"{self.ended}__gte": span.start}), _week(self.ended)
            ),
            self._counted(OPEN, of.filter(self.open), no_week),
        ]

    def _of(self, team_ids: list[int]) -> QuerySet[Any]:
        return self.model._default_manager.filter(team_id__in=team_ids).order_by()

    def _counted(self, what: str, rows: QuerySet[Any], week: Any) -> Any:
        names = {"kind_of": _text(self.code), "what": _text(what), "week": week}
        named = rows.annotate(**names).values(*names)
        return named.annotate(n=Count("*")).values_list(*names, "n")


STREAMS: dict[str, Stream] = {
    stream.code: stream
    for stream in (
        Stream(
            *("terugbelverzoeken", "Terugbelverzoeken", CallbackRequest),
            *("registered_at", "closed_at", ~Q(state=CallbackState.CLOSED)),
            *("handler", "callback-detail"),
        ),
        Stream(
            *("meldingen", "Meldingen", WmoNotification),
            *("registered_at", "ended_at", Q(state__in=OPEN_STATES)),
            *("handler", "notification-detail"),
        ),
        Stream(
            *("dossiers", "Dossiers", ResidentFile),
            *("opened_at", "ended_at", Q(state=FileState.OPEN)),
            *("director", "file-detail"),
        ),
    )
}


class Flows:
    """The counts of every kind and week, in one query."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.mondays = asked.mondays

    def of(self, code: str, what: str, monday: date) -> int:
        """How many came, ended, or were open at the end of the week that began on ``monday``.

        What was open follows from what is open now: less what came after, more what ended after.
        """
        if what != OPEN:
            return self._found[code, what, monday]
        came, ended = (self._after(code, each, monday) for each in (CAME, ENDED))
        return self._found[code, OPEN, None] - came + ended

    def _after(self, code: str, what: str, monday: date) -> int:
        return sum(
            n
            for (kind, which, week), n in self._found.items()
            if (kind, which) == (code, what) and week is not None and week > monday
        )

    @cached_property
    def _found(self) -> Counter[tuple[str, str, date | None]]:
        span = weeks_to(self.asked.day, self.asked.weeks)
        first, *more = (
            arm for each in STREAMS.values() for arm in each.counts(self.asked.team_ids, span)
        )
        rows = first.union(*more, all=True)
        return Counter({(kind, what, week): n for kind, what, week, n in rows})


def _text(value: str) -> Any:
    return Cast(Value(value), CharField())


def _week(column: str) -> TruncWeek:
    return TruncWeek(column, output_field=DateField(), tzinfo=AMSTERDAM)
