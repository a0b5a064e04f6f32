"""How triage reads: where questions went, and where the advice was not taken (ST-8, ST-9)."""

from django.urls import reverse

from cases.intakes.models.triage import Advice
from common.charts import Chart, Point, Series, Shape
from common.weeks import Span
from dashboards.flow.asking import Asked
from dashboards.flow.parts import Part, count, share
from dashboards.flow.spans import ALL, PER, short, whole
from dashboards.flow.triages import ADVICES, FOLLOWED, OTHERWISE, STANDS, Triages, Which

NOTES = (
    "Een melding telt in de periode waarin zij binnenkwam, met haar nieuwste triage. Een melding "
    "zonder triage telt hier niet.",
    "Anders gekozen is: een andere plek, een andere complexiteit of een andere inzet dan het "
    "advies. Er staat altijd een reden bij. Gaf geen regel een advies, dan is er niets om van af "
    "te wijken.",
)
SHORT = {
    Advice.TEAM.value: "Wijkteam",
    Advice.CITY_HALL.value: "Stadhuis",
    Advice.SST.value: "SST",
    Advice.GENERAL.value: "Algemeen",
    Advice.INFORMAL.value: "Informeel",
    Advice.NOTHING.value: "Geen vervolg",
}
"""Names that fit beside a chart on a phone."""
TAKEN = {FOLLOWED: "Gevolgd", OTHERWISE: "Anders"}


def triages_part(asked: Asked) -> Part:
    """The part of the dashboard about triage."""
    found = Triages(asked)
    return Part(
        code="triage",
        title="Triage",
        conclusion=_conclusion(found),
        charts=[_outcomes(found), _followed(found), _per_advice(found)],
        notes=NOTES,
        tabs=(("Maand of kwartaal", asked.tabs("per", PER, asked.per)),),
    )


def _conclusion(found: Triages) -> str:
    """Where most went, and how often that was not the advice."""
    every = whole(found.spans)
    total = found.count(Which(), every)
    since = f"Sinds {every.first:%d-%m-%Y}"
    if not total:
        return f"{since} is geen melding getriageerd."
    sums = {code: found.count(Which(chosen=code), every) for code in ADVICES}
    most = max(sums, key=lambda code: sums[code])
    went = (
        f"{since} {count(total, 'triage', 'triages')}; het vaakst: {ADVICES[most]} ({sums[most]})"
    )
    advised, otherwise = _advised(found, every)
    if not advised:
        return f"{went}. Er was geen advies."
    return f"{went}. In {share(otherwise, advised)}% is anders gekozen dan het advies."


def _advised(found: Triages, span: Span, advice: str = "") -> tuple[int, int]:
    """How often there was an advice, and how often something else was chosen."""
    sums = {stand: found.count(Which(advice=advice, stand=stand), span) for stand in STANDS}
    return sum(sums.values()), sums[OTHERWISE]


def _outcomes(found: Triages) -> Chart:
    """Where the question went, per period."""
    series = tuple(_series(found, label, Which(chosen=code)) for code, label in SHORT.items())
    shown = tuple(each for each in series if any(point.value for point in each.points))
    said = "Wat is gekozen, van onder naar boven in de volgorde van de namen."
    if not shown:
        said = "Er is in deze periode geen triage."
    return Chart(
        "Uitkomst van de triage", said, _first(found), _labels(found), shown, Shape.STACKED
    )


def _followed(found: Triages) -> Chart:
    """Whether the advice was taken, per period."""
    advised, otherwise = _advised(found, whole(found.spans))
    said = f"{count(advised, 'advies', 'adviezen')}; {otherwise} keer is anders gekozen."
    series = tuple(_series(found, label, Which(stand=stand)) for stand, label in TAKEN.items())
    title = "Advies gevolgd of anders gekozen"
    return Chart(title, said, _first(found), _labels(found), series, Shape.STACKED)


def _per_advice(found: Triages) -> Chart:
    """Of which advice was deviated most, over the whole period; only those that were given."""
    every = whole(found.spans)
    given = {code: _advised(found, every, code) for code in ADVICES}
    given = {code: pair for code, pair in given.items() if pair[0]}
    series = tuple(
        Series(
            label,
            tuple(
                Point(found.count(which, every), _url(found, which, ALL))
                for which in (Which(advice=code, stand=stand) for code in given)
            ),
        )
        for stand, label in TAKEN.items()
    )
    said = "Er is nog geen advies gegeven."
    if given:
        worst = max(given, key=lambda code: share(given[code][1], given[code][0]))
        advised, otherwise = given[worst]
        said = f"Het vaakst afgeweken van: {ADVICES[worst]} ({otherwise} van de {advised})."
    labels = tuple(SHORT[code] for code in given)
    return Chart("Afwijken per advies", said, "Advies", labels, series, Shape.ROWS)


def _series(found: Triages, label: str, which: Which) -> Series:
    points = (
        Point(found.count(which, span), _url(found, which, code))
        for code, span in found.spans.items()
    )
    return Series(label, tuple(points))


def _first(found: Triages) -> str:
    return "Kwartaal" if found.asked.per == "kwartaal" else "Maand"


def _labels(found: Triages) -> tuple[str, ...]:
    return tuple(short(code) for code in found.spans)


def _url(found: Triages, which: Which, code: str) -> str:
    facts = {"keuze": which.chosen, "advies": which.advice, "stand": which.stand}
    facts = {name: value for name, value in facts.items() if value}
    query = found.asked.list_query(per=found.asked.per, periode=code, **facts)
    return f"{reverse('flow-triage-list')}?{query}"
