"""How long it took from melding to investigation and from aanvraag to decision, and whether that
was within the term that the system itself keeps: one definition for numbers and lists (ST-6)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    DurationField,
    ExpressionWrapper,
    F,
    Model,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, TruncDate, TruncMonth

from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import BESIDE, Ground, RevisionGround
from cases.intakes.lifecycle import NotificationState
from cases.models import Application, WmoNotification
from common.deadlines import AMSTERDAM
from common.weeks import Span
from dashboards.flow.asking import Asked
from dashboards.flow.spans import whole

IN_TIME: dict[str, tuple[str, Q]] = {
    "afgerond": ("Afgerond", Q()),
    "op-tijd": ("Op tijd", Q(ended_at__lt=F("due_at"))),
    "te-laat": ("Te laat", Q(ended_at__gte=F("due_at"))),
}
"""Late is at or after the end of the term with every day it stood still (AWB 4:15); a day that was
promised when it took longer (AWB 4:14) moves no term, and those are late."""
LEGAL_TERM = ~Q(ground__in=BESIDE) | Q(
    ground=Ground.REVISION, revision_ground=RevisionGround.REQUEST
)
"""As ``Application.has_legal_term``: no temporary provision, nothing nobody asked for."""


@dataclass(frozen=True)
class Lead:
    """A legal fact with a term: which rows ended well, and the term of the law in days."""

    code: str
    label: str
    model: type[Model]
    team: str
    done: Q
    page: str
    norm: int
    norm_label: str

    def rows(self, team_ids: list[int], stand: str, span: Span) -> QuerySet[Any]:
        """The rows behind a number of a month."""
        return self._of(team_ids, span).filter(IN_TIME[stand][1])

    def counts(self, team_ids: list[int], span: Span) -> Any:
        """Per month and number of days how many ended, and how many of those in time."""
        ended = F("ended_at")
        days = ExpressionWrapper(
            TruncDate(ended, tzinfo=AMSTERDAM) - F("received_on"), output_field=DurationField()
        )
        names = {"kind_of": Cast(Value(self.code), CharField()), "took": days}
        names["month"] = TruncMonth("ended_at", output_field=DateField(), tzinfo=AMSTERDAM)
        named = self._of(team_ids, span).annotate(**names).values(*names)
        found = {"n": Count("pk"), "in_time": Count("pk", filter=IN_TIME["op-tijd"][1])}
        return named.annotate(**found).values_list(*names, *found)

    def _of(self, team_ids: list[int], span: Span) -> QuerySet[Any]:
        rows = self.model._default_manager.filter(self.done, **{f"{self.team}_id__in": team_ids})
        return rows.filter(ended_at__gte=span.start, ended_at__lt=span.end).order_by()


LEADS: dict[str, Lead] = {
    lead.code: lead
    for lead in (
        Lead(
            *("meldingen", "Van melding tot onderzoek afgerond", WmoNotification, "team"),
            *(Q(state=NotificationState.INVESTIGATED), "notification-detail", 42, "zes weken"),
        ),
        Lead(
            *("aanvragen", "Van aanvraag tot besluit verstuurd", Application, "desk"),
            *(Q(LEGAL_TERM, state=ApplicationState.SENT), "application-detail", 14, "twee weken"),
        ),
    )
}


@dataclass
class Took:
    """What ended in a month: how many, how many in time, and how often it took so many days."""

    ended: int = 0
    in_time: int = 0
    days: Counter[int] = field(default_factory=Counter)

    @property
    def median(self) -> float | None:
        """The middle number of calendar days; None when nothing ended."""
        if not self.ended:
            return None
        low, high = (self.ended - 1) // 2, self.ended // 2
        return (self._at(low) + self._at(high)) / 2

    def of(self, stand: str) -> int:
        """How many of one stand."""
        return {"afgerond": self.ended, "op-tijd": self.in_time}.get(
            stand, self.ended - self.in_time
        )

    def _at(self, place: int) -> int:
        passed = 0
        for days in sorted(self.days):
            passed += self.days[days]
            if passed > place:
                break
        return days


class LeadTimes:
    """What ended in each month of the period, in one query."""

    def __init__(self, asked: Asked, spans: dict[str, Span]) -> None:
        self.asked, self.spans = asked, spans

    def of(self, code: str, span: Span) -> Took:
        """What ended within these days; whole months."""
        took = Took()
        for (kind, month), found in self._found.items():
            if kind == code and span.first <= month < span.after:
                took.ended += found.ended
                took.in_time += found.in_time
                took.days += found.days
        return took

    @cached_property
    def _found(self) -> dict[tuple[str, date], Took]:
        first, *more = (
            lead.counts(self.asked.team_ids, whole(self.spans)) for lead in LEADS.values()
        )
        found: dict[tuple[str, date], Took] = {}
        days: timedelta
        for code, days, month, n, in_time in first.union(*more, all=True):
            took = found.setdefault((code, month), Took())
            took.ended += n
            took.in_time += in_time
            took.days[days.days] += n
        return found
