"""Where the money went, how quickly it came and for whom more than once; only reads (MB-29)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, QuerySet, Sum, Value, When

from budgets.overview.classing import class_of
from budgets.overview.figures import Figure, list_of
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import AMOUNTS, CHOSEN, NONE, SPEEDS, again
from common.templatetags.screen import euro

Amounts = dict[Any, list[int]]
NAMES = (
    *("purpose__code", "purpose__label", "team__cluster__code", "team__cluster__name"),
    *("purpose__domain__code", "purpose__domain__label"),
)
WITHIN_TWO_DAYS = (0, 1)
BELOW_250 = (0, 1)


@dataclass(frozen=True)
class Bar:
    """One line of a chart: ``width`` is of a hundred, the longest bar is a hundred."""

    label: str
    figure: Figure
    width: int


@dataclass(frozen=True)
class Chart:
    """Bars with the sentence above them."""

    code: str
    heading: str
    column: str
    conclusion: str
    bars: list[Bar]


class Spending:
    """What was paid from the pots of a year; two queries."""

    def __init__(self, rows: QuerySet[BudgetRequest], year: int, today: date) -> None:
        self.year = year
        paid = rows.filter(CHOSEN["betaald"], pot__year=year).order_by()
        self._named = list(paid.values_list(*NAMES).annotate(Count("pk"), Sum("paid_cents")))
        is_again = Case(When(again(), then=Value(True)), default=Value(False))
        is_again.output_field = BooleanField()
        classes = {
            "amount": class_of("bedrag", today),
            "speed": class_of("snelheid", today),
            "is_again": is_again,
        }
        classed: Any = paid.annotate(**classes)
        counted = classed.values_list("amount", "speed", "is_again")
        self._classed = list(counted.annotate(Count("pk"), Sum("paid_cents")))
        self.count = sum(row[-2] for row in self._named)
        self.cents = sum(row[-1] for row in self._named)

    def charts(self) -> list[Chart]:
        """In the order of the page."""
        return [
            self._by_name("doel", "Waarvoor", "Doel", 0),
            self._by_name("cluster", "In welk cluster", "Cluster", 2),
            self._by_name("leefgebied", "Op welk leefgebied", "Leefgebied", 4),
            self._by_class("bedrag", "Hoe groot", "Grootte", AMOUNTS),
            self._by_class("snelheid", "Hoe snel er was betaald", "Tijd", SPEEDS),
        ]

    @property
    def conclusion(self) -> str:
        """How much, and how often."""
        if not self.count:
            return f"Uit de potten van {self.year} is nog niets betaald."
        times = "1 keer" if self.count == 1 else f"{self.count} keer"
        return f"Uit de potten van {self.year} is {times} betaald, samen {euro(self.cents)}."

    @property
    def repeated(self) -> Figure:
        """Payments for a resident who was helped before in the same year."""
        rows = [row for row in self._classed if row[2]]
        url = self._list(herhaald="ja")
        return Figure(sum(row[-2] for row in rows), sum(row[-1] for row in rows), url)

    def _by_name(self, code: str, heading: str, column: str, place: int) -> Chart:
        """A bar per purpose, cluster or leefgebied, the most money first."""
        sums: Amounts = defaultdict(lambda: [0, 0])
        for row in self._named:
            _add(sums, (row[place] or NONE, row[place + 1] or "Geen"), row)
        ordered = sorted(sums.items(), key=lambda each: (-each[1][1], each[0][1]))
        most = max((cents for _, (_, cents) in ordered), default=0)
        bars = [
            Bar(label, Figure(count, cents, self._list(**{code: key})), _width(cents, most))
            for (key, label), (count, cents) in ordered
        ]
        words = ""
        if bars:
            words = f"Het meeste ging naar “{bars[0].label}”: {euro(bars[0].figure.cents)}."
        return Chart(code, heading, column, words, bars)

    def _by_class(self, code: str, heading: str, column: str, labels: Iterable[str]) -> Chart:
        """A bar per class, in the order of the classes, as long as how often."""
        sums: Amounts = defaultdict(lambda: [0, 0])
        for row in self._classed:
            _add(sums, row[0] if code == "bedrag" else row[1], row)
        most = max((count for count, _ in sums.values()), default=0)
        bars = []
        for number, label in enumerate(labels):
            count, cents = sums.get(number, [0, 0])
            figure = Figure(count, cents, self._list(**{code: number}))
            bars.append(Bar(label, figure, _width(count, most)))
        return Chart(code, heading, column, self._of_classes(code, bars), bars)

    def _of_classes(self, code: str, bars: list[Bar]) -> str:
        if not self.count:
            return ""
        chosen, what = (
            (BELOW_250, "was het minder dan €\xa0250")
            if code == "bedrag"
            else (WITHIN_TWO_DAYS, "was er binnen twee dagen betaald")
        )
        number = sum(bars[each].figure.count for each in chosen)
        return f"{number} van de {self.count} keer {what}."

    def _list(self, **choice: Any) -> str:
        return list_of(selectie="betaald", jaar=self.year, **choice)


def _add(sums: Amounts, key: Any, row: tuple[Any, ...]) -> None:
    """The last two columns are how often and how much."""
    sums[key][0] += row[-2]
    sums[key][1] += row[-1]


def _width(value: int, most: int) -> int:
    return round(100 * value / most) if most else 0
