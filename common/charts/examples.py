"""One chart of every shape, for the page Bouwstenen."""

from common.charts.chart import Chart, Norm, Point, Series, Shape

WEEKS = tuple(f"{day:02d}-09" for day in range(1, 13))
NAMES = ("Stedenwijk", "Nobelhorst, Oosterwold en Overgooi", "Poort")


def _series(name: str, start: int) -> Series:
    values = [(start * (each + 3)) % 17 for each in range(len(WEEKS))]
    return Series(name, tuple(Point(value, "#grafiek") for value in values))


def examples() -> list[Chart]:
    """Bars, stacked bars, lines with a gap and a norm, lying bars, and one without figures."""
    two = (_series("Binnengekomen", 5), _series("Afgerond", 7))
    gap = Series("Mediaan", (Point(None), *two[0].points[1:]))
    lying = Series("Wmo", (Point(12, "#a"), Point(0, "#b"), Point(31, "#c")))
    said = "Deze week kwamen er vijf meer binnen dan er werden afgerond."
    return [
        Chart("In en uit", said, "Week", WEEKS, two),
        Chart("Gestapeld", said, "Week", WEEKS, two, Shape.STACKED),
        Chart(
            *("Doorlooptijd", said, "Week", WEEKS, (gap, two[1]), Shape.LINES, "dagen"),
            (Norm(14, "twee weken"),),
        ),
        Chart("Per cluster", said, "Cluster", NAMES, (lying,), Shape.ROWS, "", (Norm(20, "norm"),)),
        Chart("Nog leeg", "Er zijn nog geen cijfers.", "Week", WEEKS[:1], ()),
    ]
