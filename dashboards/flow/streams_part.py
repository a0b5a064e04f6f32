"""How the stream reads: per kind the last whole week, and of one kind every week (ST-4)."""

from datetime import date

from django.urls import reverse

from common.charts import Chart, Point, Series, Shape
from common.weeks import WEEK
from dashboards.figures import Figure, Line
from dashboards.flow.asking import Asked
from dashboards.flow.parts import Part, count
from dashboards.flow.spans import WEEKS
from dashboards.flow.streams import CAME, ENDED, OPEN, STREAMS, WHATS, Flows

NOTES = (
    "De laatste week is deze week en loopt nog. Een week begint op maandag.",
    "Werk telt bij het team dat het nu heeft. Wat is heropend, telt als niet afgerond.",
)
HEADINGS = ("Binnengekomen vorige week", "Afgerond vorige week", "Nu open")
WORDS = {
    "terugbelverzoeken": ("terugbelverzoek", "terugbelverzoeken"),
    "meldingen": ("melding", "meldingen"),
    "dossiers": ("dossier", "dossiers"),
}


def streams_part(asked: Asked) -> Part:
    """The part of the dashboard about what came in, ended and is open."""
    flows = Flows(asked)
    labels = {code: stream.label for code, stream in STREAMS.items()}
    weeks = {str(each): f"{each} weken" for each in WEEKS}
    return Part(
        code="stroom",
        title="In, uit en open",
        conclusion=_conclusion(flows),
        charts=[_in_and_out(flows), _stock(flows)],
        notes=NOTES,
        tabs=(
            ("Soort werk", asked.tabs("soort", labels, asked.stream)),
            ("Aantal weken", asked.tabs("weken", weeks, str(asked.weeks))),
        ),
        headings=HEADINGS,
        lines=_lines(flows),
    )


def _lines(flows: Flows) -> list[Line]:
    """A line per kind: the last whole week, and what is open now."""
    *_, before, this = flows.mondays
    asked = tuple(zip(HEADINGS, (CAME, ENDED, OPEN), (before, before, this), strict=True))
    return [
        Line(
            stream.label,
            [
                Figure(flows.of(code, what, week), _url(flows, code, what, week), heading)
                for heading, what, week in asked
            ],
        )
        for code, stream in STREAMS.items()
    ]


def _conclusion(flows: Flows) -> str:
    """The kind that is chosen, in the last whole week and over the whole period."""
    code = flows.asked.stream
    *_, before, this = flows.mondays
    came, ended = (flows.of(code, what, before) for what in (CAME, ENDED))
    now = flows.of(code, OPEN, this)
    one, more = WORDS[code]
    comes, ends = ("kwam" if came == 1 else "kwamen"), ("werd" if ended == 1 else "werden")
    return (
        f"Vorige week {comes} {count(came, one, more)} binnen en {ends} er {ended} afgerond. "
        f"Nu {'is' if now == 1 else 'zijn'} er {now} open{_grown(flows, code, now)}."
    )


def _grown(flows: Flows, code: str, now: int) -> str:
    """Against the end of the first week of the period."""
    first = flows.mondays[0]
    more = now - flows.of(code, OPEN, first)
    day = f"{first + WEEK:%d-%m-%Y}"
    if not more:
        return f", evenveel als op {day}"
    return f", {abs(more)} {'meer' if more > 0 else 'minder'} dan op {day}"


def _in_and_out(flows: Flows) -> Chart:
    code = flows.asked.stream
    came, ended = (
        sum(flows.of(code, what, week) for week in flows.mondays) for what in (CAME, ENDED)
    )
    said = f"In {len(flows.mondays)} weken: {came} binnengekomen, {ended} afgerond."
    if not came + ended:
        said = f"In deze {len(flows.mondays)} weken kwam niets binnen en werd niets afgerond."
    series = tuple(_series(flows, what) for what in (CAME, ENDED))
    title = f"{STREAMS[code].label}: in en uit per week"
    return Chart(title, said, "Week van", _labels(flows), series)


def _stock(flows: Flows) -> Chart:
    stream = STREAMS[flows.asked.stream]
    found = [flows.of(stream.code, OPEN, week) for week in flows.mondays]
    said = f"Minst {min(found)}, meest {max(found)} open aan het eind van een week."
    if not any(found):
        said = "Aan het eind van geen van deze weken stond er iets open."
    title = f"{stream.label}: open aan het eind van de week"
    return Chart(title, said, "Week van", _labels(flows), (_series(flows, OPEN),), Shape.LINES)


def _series(flows: Flows, what: str) -> Series:
    code = flows.asked.stream
    points = (
        Point(flows.of(code, what, week), _url(flows, code, what, week)) for week in flows.mondays
    )
    return Series(WHATS[what], tuple(points))


def _labels(flows: Flows) -> tuple[str, ...]:
    return tuple(f"{week:%d-%m}" for week in flows.mondays)


def _url(flows: Flows, code: str, what: str, week: date) -> str:
    query = flows.asked.list_query(soort=code, wat=what, week=week.isoformat())
    return f"{reverse('flow-stream-list')}?{query}"
