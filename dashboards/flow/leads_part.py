"""How lead times read: the median beside the term of the law, and what was in time (ST-6, ST-7)."""

from django.urls import reverse

from common.charts import Chart, Norm, Point, Series, Shape
from dashboards.flow.asking import Asked
from dashboards.flow.leads import IN_TIME, LEADS, Lead, LeadTimes, Took
from dashboards.flow.parts import Part, share
from dashboards.flow.spans import last_months, short, whole

NOTES = (
    "De mediaan telt kalenderdagen: van de datum van de melding of de aanvraag tot de dag waarop "
    "het onderzoek is afgerond of het besluit is verstuurd. De helft duurde korter.",
    "Te laat is na de termijn zoals het systeem die bijhoudt. Staat de termijn van een aanvraag "
    "stil, dan schuift het einde op. Een toegezegde latere dag verandert de termijn niet. Zo kan "
    "een besluit na dertig dagen op tijd zijn.",
    "Spoed en besluiten waar niemand om vroeg, hebben geen termijn van twee weken en staan er "
    "niet bij. Ingetrokken meldingen en aanvragen ook niet.",
)
LATE, IN = "te-laat", "op-tijd"


def leads_part(asked: Asked) -> Part:
    """The part of the dashboard about lead times."""
    times = LeadTimes(asked, last_months(asked.day))
    every = {code: times.of(code, whole(times.spans)) for code in LEADS}
    charts = [
        chart
        for code, lead in LEADS.items()
        for chart in (_median(times, lead, every[code]), _in_time(times, lead, every[code]))
    ]
    return Part(
        code="doorlooptijd",
        title="Doorlooptijd",
        conclusion=" ".join(_said(lead, every[code]) for code, lead in LEADS.items()),
        charts=charts,
        notes=NOTES,
    )


def _said(lead: Lead, took: Took) -> str:
    """How much of a kind was in time."""
    if not took.ended:
        return f"In twaalf maanden is geen van de {lead.code} afgerond."
    part = share(took.in_time, took.ended)
    return f"Van de {took.ended} afgeronde {lead.code} {_was(took)} op tijd ({part}%)."


def _was(took: Took) -> str:
    return f"was er {took.in_time}" if took.in_time == 1 else f"waren er {took.in_time}"


def days_of(median: float | None) -> str:
    """A median as people say it: "31 dagen", "30,5 dagen"; a dash of nothing."""
    if median is None:
        return ""
    text = f"{median:.1f}".removesuffix(".0").replace(".", ",")
    return f"{text} {'dag' if text == '1' else 'dagen'}"


def _median(times: LeadTimes, lead: Lead, every: Took) -> Chart:
    points = []
    for code, span in times.spans.items():
        median = times.of(lead.code, span).median
        points.append(Point(median, _url(times, lead, "afgerond", code), days_of(median)))
    said = "In deze maanden is niets afgerond."
    if every.ended:
        said = f"De mediaan over twaalf maanden is {days_of(every.median)}."
    return Chart(
        *(
            f"Duur: {lead.label.lower()}",
            said,
            "Maand",
            _labels(times),
            (Series("Mediaan", tuple(points)),),
        ),
        *(Shape.LINES, "kalenderdagen", (Norm(lead.norm, lead.norm_label),)),
    )


def _in_time(times: LeadTimes, lead: Lead, every: Took) -> Chart:
    late = every.ended - every.in_time
    said = f"In twaalf maanden {'was er' if late == 1 else 'waren er'} {late} te laat."
    series = tuple(_series(times, lead, stand) for stand in (IN, LATE))
    title = f"{lead.code.capitalize()} binnen de termijn"
    return Chart(title, said, "Maand", _labels(times), series, Shape.STACKED)


def _series(times: LeadTimes, lead: Lead, stand: str) -> Series:
    points = (
        Point(times.of(lead.code, span).of(stand), _url(times, lead, stand, code))
        for code, span in times.spans.items()
    )
    return Series(IN_TIME[stand][0], tuple(points))


def _labels(times: LeadTimes) -> tuple[str, ...]:
    return tuple(short(code) for code in times.spans)


def _url(times: LeadTimes, lead: Lead, stand: str, code: str) -> str:
    query = times.asked.list_query(wat=lead.code, stand=stand, maand=code)
    return f"{reverse('flow-lead-list')}?{query}"
