"""What a chart says, apart from how it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.safestring import SafeString

from common.charts.drawing import draw
from common.charts.specs import spec_of


class Shape(StrEnum):
    """How the figures are drawn."""

    BARS = "bars"
    """A bar per series, side by side, over a time axis."""
    STACKED = "stacked"
    """The series on top of each other, over a time axis."""
    LINES = "lines"
    """A line per series, over a time axis; a gap where there is no figure."""
    ROWS = "rows"
    """Lying bars with the number behind each, for names."""


@dataclass(frozen=True)
class Point:
    """One figure and the list that counts the same; ``value`` None is no figure, not nought.

    ``text`` is how it reads in the table, when that is not the bare number.
    """

    value: float | None
    url: str = ""
    text: str = ""

    @property
    def shown(self) -> str:
        """As the table says it."""
        if self.value is None:
            return "–"
        return self.text or f"{self.value:n}"


@dataclass(frozen=True)
class Series:
    """One row of figures, as many as the chart has labels."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Norm:
    """A line that figures are held against, in the unit of the axis."""

    value: float
    label: str


@dataclass(frozen=True)
class Chart:
    """Everything ``components/chart.html`` shows.

    ``first`` names what the labels are ("Week"); ``unit`` what the figures are ("dagen").

    Raises: ValueError when a series has another number of points than there are labels.
    """

    title: str
    conclusion: str
    first: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    shape: Shape = Shape.BARS
    unit: str = ""
    norms: tuple[Norm, ...] = ()

    def __post_init__(self) -> None:
        for each in self.series:
            if len(each.points) != len(self.labels):
                raise ValueError(
                    f"{each.name}: {len(each.points)} points, {len(self.labels)} labels"
                )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw: a week without data gets no empty axes."""
        return not any(point.value for each in self.series for point in each.points)

    @property
    def picture(self) -> SafeString:
        """The drawing as SVG; the same figures are drawn once."""
        return draw(spec_of(self), tuple(point.url for point in self._points()))

    def rows(self) -> Iterator[tuple[str, list[tuple[str, Point]]]]:
        """The table: per label the figure of each series, with the name of the series."""
        for number, label in enumerate(self.labels):
            yield label, [(each.name, each.points[number]) for each in self.series]

    def _points(self) -> Iterator[Point]:
        for each in self.series:
            yield from each.points
