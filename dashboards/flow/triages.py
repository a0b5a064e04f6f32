"""How meldingen were triaged, and how often something else was chosen than was advised: one
definition for numbers and lists (TRI-6, TRI-7, ST-8)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, DateField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth

from cases.intakes.models.triage import Advice
from cases.models import Triage
from common.deadlines import AMSTERDAM
from common.weeks import Span
from dashboards.flow.asking import Asked
from dashboards.flow.spans import whole

FOLLOWED, OTHERWISE = "gevolgd", "anders"
STANDS = {FOLLOWED: "Advies gevolgd", OTHERWISE: "Anders gekozen"}
ADVICES: dict[str, str] = dict(Advice.choices)


@dataclass(frozen=True)
class Which:
    """What a number is about: what was chosen, what was advised, whether that is the same."""

    chosen: str = ""
    advice: str = ""
    stand: str = ""

    @property
    def q(self) -> Q:
        """The rows in the database."""
        found = Q()
        if self.chosen:
            found &= Q(chosen_advice=self.chosen)
        if self.advice:
            found &= Q(advice=self.advice)
        if self.stand:
            found &= Q(deviates=self.stand == OTHERWISE) & ~Q(advice="")
        return found

    def holds(self, cell: "Cell") -> bool:
        """Whether a counted cell is about it; as ``q``."""
        right = self.chosen in ("", cell.chosen) and self.advice in ("", cell.advice)
        if not self.stand:
            return right
        return right and cell.advice != "" and cell.deviates == (self.stand == OTHERWISE)


@dataclass(frozen=True)
class Cell:
    """So many triages of meldingen of a month, that are alike."""

    month: date
    advice: str
    chosen: str
    deviates: bool
    n: int


def triages(team_ids: list[int], which: Which, span: Span) -> QuerySet[Any]:
    """The newest triage of every melding that came in within these days, as far as ``which``.

    No triage is older than its melding: that bounds what is read for the whole city.
    """
    of = Triage.objects.filter(
        which.q,
        at__gte=span.start,
        notification__team_id__in=team_ids,
        notification__registered_at__gte=span.start,
        notification__registered_at__lt=span.end,
    )
    newer = Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk"))
    later = Triage.objects.filter(newer, notification=OuterRef("notification"))
    return of.filter(~Exists(later)).order_by()


class Triages:
    """The counts of the period, in one query."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.spans = asked, asked.spans

    def count(self, which: Which, span: Span) -> int:
        """How many meldingen of these whole months."""
        return sum(
            cell.n
            for cell in self._cells
            if span.first <= cell.month < span.after and which.holds(cell)
        )

    @cached_property
    def _cells(self) -> list[Cell]:
        month = TruncMonth(
            "notification__registered_at", output_field=DateField(), tzinfo=AMSTERDAM
        )
        rows = triages(self.asked.team_ids, Which(), whole(self.spans))
        names = {"month": month, "chosen": F("chosen_advice")}
        grouped = rows.annotate(**names).values("month", "advice", "chosen", "deviates")
        return [Cell(**row) for row in grouped.annotate(n=Count("*"))]
