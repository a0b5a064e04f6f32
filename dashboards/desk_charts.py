"""The figures of the desk week after week as charts, each mark with its list (TEL-7, SD-7)."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from common.charts import Chart, Point, Series, Shape
from common.weeks import monday_of
from dashboards.desk_figures import DeskFigures, percentage, summed
from dashboards.desk_services import day_of, settled

NAMES = ("promised", "kept", "late")


class DeskCharts:
    """What the tables of the page say, seen over the weeks of the period; four queries."""

    def __init__(self, figures: DeskFigures) -> None:
        self.figures = figures
        self.weeks = figures.per_week()
        self.promised = _promised(figures)
        self.labels = tuple(f"{monday:%d-%m}" for monday, _ in self.weeks)

    def charts(self) -> list[Chart]:
        """In the order of the page."""
        return [self._questions(), self._shares(), self._promises()]

    def _questions(self) -> Chart:
        asked = [Point(each.asked, self._contacts(monday, "telt")) for monday, each in self.weeks]
        solved = [Point(each.solved, self._contacts(monday, "ja")) for monday, each in self.weeks]
        series = (Series("Vragen", tuple(asked)), Series("In één gesprek", tuple(solved)))
        total = sum(int(point.value or 0) for point in asked)
        times = "is 1 vraag" if total == 1 else f"zijn {total} vragen"
        said = f"In deze weken {times} gesteld."
        return Chart("Vragen per week", said, "Week", self.labels, series)

    def _shares(self) -> Chart:
        """Which part was answered in one call, and which part of the promises was kept."""
        answered = [
            _share(each.solved, each.asked, self._contacts(monday, "ja"))
            for monday, each in self.weeks
        ]
        kept = [
            _share(*self._kept(monday), self._registered(monday, "gehouden"))
            for monday, _ in self.weeks
        ]
        rows = (("In één gesprek", answered), ("Op tijd teruggebeld", kept))
        series = tuple(
            Series(name, tuple(points))
            for name, points in rows
            if any(point.value is not None for point in points)
        )
        title, said = "Aandelen per week", _spread(answered)
        return Chart(title, said, "Week", self.labels, series, Shape.LINES, "%")

    def _promises(self) -> Chart:
        series = tuple(
            Series(
                name,
                tuple(
                    Point(self.promised[monday][key], self._registered(monday, code))
                    for monday, _ in self.weeks
                ),
            )
            for name, key, code in (
                ("Op tijd gebeld", "kept", "gehouden"),
                ("Te laat", "late", "te-laat"),
            )
        )
        late = sum(self.promised[monday]["late"] for monday, _ in self.weeks)
        said = "Geen belofte was te laat."
        if late:
            said = f"{late} {'belofte was' if late == 1 else 'beloften waren'} te laat."
        title = "Beloften om terug te bellen, per week van vastleggen"
        return Chart(title, said, "Week", self.labels, series, Shape.STACKED)

    def _kept(self, monday: date) -> tuple[int, int]:
        found = self.promised[monday]
        return found["kept"], found["kept"] + found["late"]

    def _contacts(self, monday: date, code: str) -> str:
        return self._list("contact-list", monday, opgelost=code)

    def _registered(self, monday: date, code: str) -> str:
        return self._list("callback-registered-list", monday, belofte=code)

    def _list(self, name: str, monday: date, **asked: str) -> str:
        """The list of one week; none for who sees all desks together."""
        if not self.figures.own:
            return ""
        return f"{reverse(name)}?{urlencode({'periode': monday.isoformat(), **asked})}"


def _promised(figures: DeskFigures) -> dict[date, Counter[str]]:
    """Per week of registering how many were promised, kept and late; one query."""
    ahead = (
        figures.days().values_list("day").annotate(**{f"n_{name}": summed(name) for name in NAMES})
    )
    after = [_by_day(rows, figures) for rows in (figures.closed_rows(), figures.open_rows())]
    weeks: dict[date, Counter[str]] = defaultdict(Counter)
    for day, *numbers in ahead.union(*after, all=True):
        weeks[monday_of(day)].update(dict(zip(NAMES, numbers, strict=True)))
    return weeks


def _by_day(rows: Any, figures: DeskFigures) -> Any:
    counts = {f"n_{name}": count for name, count in settled(figures.at).items()}
    return rows.annotate(day=day_of("registered_at")).values_list("day").annotate(**counts)


def _share(part: int, whole: int, url: str) -> Point:
    """A percentage with of how many; no figure of nothing."""
    share = percentage(part, whole)
    return Point(None) if share is None else Point(share, url, f"{share}% van {whole}")


def _spread(points: list[Point]) -> str:
    """Between which shares the weeks lie."""
    known = [int(point.value) for point in points if point.value is not None]
    if not known:
        return "Er is nog geen gesprek afgerond."
    low, high = min(known), max(known)
    if low == high:
        return f"In één gesprek beantwoord: {low}%."
    return f"In één gesprek beantwoord: tussen {low}% en {high}%."
