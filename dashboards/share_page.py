"""How the informal share reads: a conclusion, rows with bars, each number with its list (IN-5)."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from dashboards.figures import Figure
from dashboards.shares import LABELS, Ended, Shares

BASELINE = 34
SOURCE = "4e monitor Sociaal Domein, gemeente Almere, juli 2016"
TOO_FEW = 30
"""Below so many questions a share says nothing."""
COLUMNS = ("telt", "informeel", "deels", "maatwerk", "niet-opgelost", "telt-niet")


@dataclass(frozen=True)
class Row:
    """A line of a table: a cluster, a team or a year."""

    name: str
    figures: list[Figure]
    share: int | None
    part: bool = False


class SharePage:
    """Everything on the page; the totals are those of ``team_ids`` when that is given."""

    baseline, source = BASELINE, SOURCE
    headings = tuple(LABELS[name] for name in COLUMNS)

    def __init__(self, shares: Shares, team_ids: set[int] | None = None) -> None:
        self.shares = shares
        self.all = shares.ended(team_ids=team_ids)

    def conclusion(self) -> str:
        """What the numbers say, in one sentence above them."""
        informal, counted = self.all.of("informeel"), self.all.counted
        if not counted:
            return f"In {self.shares.year} is nog geen hulpvraag afgesloten die meetelt."
        said = (
            f"{informal} van de {counted} hulpvragen zijn in {self.shares.year} informeel opgelost"
        )
        if counted < TOO_FEW:
            return (
                f"{said}. Dat zijn er te weinig om te vergelijken met de nulmeting ({BASELINE}%)."
            )
        points = (self.all.share or 0) - BASELINE
        if not points:
            return f"{said}: {self.all.share}%, evenveel als de nulmeting."
        word = "meer" if points > 0 else "minder"
        return (
            f"{said}: {self.all.share}%. Dat is {abs(points)} procentpunt {word} dan de "
            f"nulmeting ({BASELINE}%)."
        )

    def tiles(self) -> list[Figure]:
        """The totals of the year, by class."""
        return self._figures(self.all, {})

    def clusters(self) -> list[Row]:
        """Per cluster and, below it, per team; a cluster of one team is one row."""
        rows = []
        for cluster, teams in self.shares.clusters:
            ids = {team.pk for team in teams}
            asks = {"cluster": str(cluster.pk)} if cluster else {"cluster": "geen"}
            name = f"Cluster {cluster}" if cluster else "Zonder cluster"
            rows.append(self._row(name, self.shares.ended(team_ids=ids), asks))
            if len(teams) > 1:
                rows += [
                    self._row(
                        str(team),
                        self.shares.ended(team_ids={team.pk}),
                        {"team": str(team.pk)},
                        part=True,
                    )
                    for team in teams
                ]
        return rows

    def per_year(self) -> list[Row]:
        """Year after year, newest first."""
        return [
            self._row(str(year), self.shares.ended(year=year), {"jaar": str(year)})
            for year in self.shares.years
        ]

    def tabs(self) -> list[dict[str, Any]]:
        """The years to choose from."""
        return [
            {"label": str(year), "url": f"?jaar={year}", "current": year == self.shares.year}
            for year in self.shares.years
        ]

    def _row(self, name: str, ended: Ended, asks: dict[str, str], *, part: bool = False) -> Row:
        return Row(name, self._figures(ended, asks), ended.share, part)

    def _figures(self, ended: Ended, asks: dict[str, str]) -> list[Figure]:
        """A number per class with the list of questions it counts."""
        share = "" if ended.share is None else f"{ended.share}%"
        return [
            Figure(
                ended.of(name),
                self._url(name, asks),
                LABELS[name],
                note=share if name == "informeel" else "",
            )
            for name in COLUMNS
        ]

    def _url(self, name: str, asks: dict[str, str]) -> str:
        query = {"jaar": str(self.shares.year), "soort": name} | asks
        return f"{reverse('informal-share-list')}?{urlencode(query)}"
