"""Formal, informal and mixed as a chart, with the base line; the figures of ``shares`` (ST-10)."""

from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from common.charts import Chart, Norm, Point, Series, Shape
from common.deadlines import local_day
from dashboards.flow.asking import Asked
from dashboards.flow.parts import Part
from dashboards.share_page import BASELINE, SOURCE, TOO_FEW, SharePage
from dashboards.shares import COUNTED, FIRST_YEAR, LABELS, Shares

YEARS = 5


def shares_part(asked: Asked, at: datetime) -> Part:
    """The part of the dashboard about how questions were solved."""
    this = local_day(at).year
    shares = Shares(asked.user, at, this)
    years = tuple(range(max(FIRST_YEAR, this - YEARS + 1), this + 1))
    team_ids = {asked.team.pk} if asked.team else None
    page = SharePage(shares, team_ids=team_ids)
    return Part(
        code="informeel",
        title="Formeel en informeel",
        conclusion=page.conclusion(),
        charts=[_share(shares, asked, years), _classes(shares, asked, years)],
        notes=(*_notes(shares),),
        links=((reverse("informal-share"), "Per cluster en team"),),
    )


def _notes(shares: Shares) -> list[str]:
    """What is held against what, and how old the figures are (IN-5, IN-7)."""
    age = "De cijfers zijn zojuist geteld."
    if shares.refreshed_at:
        age = "Vandaag telt meteen mee. Eerdere dagen zijn berekend op "
        age += f"{shares.refreshed_at.astimezone():%d-%m-%Y om %H:%M}."
    if shares.is_old:
        age += " Dat is langer geleden dan normaal."
    few = f"Een jaar met minder dan {TOO_FEW} hulpvragen krijgt geen percentage."
    return [f"Nulmeting: {BASELINE}% informeel ({SOURCE}). {few}", age]


def _share(shares: Shares, asked: Asked, years: tuple[int, ...]) -> Chart:
    """The informal share per year beside the base line; no figure where there are too few."""
    points = []
    for year in years:
        ended = shares.ended(year=year, team_ids=_teams(asked))
        percent = ended.share if ended.counted >= TOO_FEW else None
        text = f"{percent}%" if percent is not None else ""
        points.append(Point(percent, _url(asked, year, "informeel"), text))
    known = [point.shown for point in points if point.value is not None]
    said = f"Geen van deze jaren heeft {TOO_FEW} hulpvragen die meetellen."
    if known:
        said = (
            f"Van {known[0]} naar {known[-1]}." if len(known) > 1 else f"In één jaar: {known[0]}."
        )
    return Chart(
        *("Aandeel informeel per jaar", said, "Jaar", _labels(years)),
        *((Series("Informeel", tuple(points)),), Shape.LINES, "procent"),
        (Norm(BASELINE, f"nulmeting {BASELINE}%"),),
    )


def _classes(shares: Shares, asked: Asked, years: tuple[int, ...]) -> Chart:
    """How many questions ended how, per year."""
    series = tuple(
        Series(
            LABELS[name],
            tuple(
                Point(
                    shares.ended(year=year, team_ids=_teams(asked)).of(name),
                    _url(asked, year, name),
                )
                for year in years
            ),
        )
        for name in COUNTED
    )
    said = "Afgesloten hulpvragen die meetellen, van onder naar boven in de volgorde van de namen."
    return Chart("Hoe hulpvragen eindigden", said, "Jaar", _labels(years), series, Shape.STACKED)


def _teams(asked: Asked) -> set[int] | None:
    return {asked.team.pk} if asked.team else None


def _labels(years: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(str(year) for year in years)


def _url(asked: Asked, year: int, name: str) -> str:
    query = {"jaar": str(year), "soort": name}
    query |= {"team": str(asked.team.pk)} if asked.team else {}
    return f"{reverse('informal-share-list')}?{urlencode(query)}"
