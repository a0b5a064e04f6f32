"""How the dashboard of the Sociaal Stedelijk Team reads: what asks now, and the dossiers (SD-2)."""

from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from cases.dossiers.views.reading import listed_files
from cases.models import ResidentFile
from clusters.models import Role, User
from common.deadlines import local_day
from dashboards.figures import Figure
from dashboards.sst_beside import ADVICE, advice_counts, point_rows
from dashboards.sst_offers import NOW, Choice, Offers

KINDS = {"te-laat": "late", "bijna": "warning"}
NOTES = {
    "wacht": "aan het SST aangeboden",
    "te-laat": "termijn is voorbij, het aanbod verloopt",
    "bijna": "termijn loopt binnen een dag af",
    "toelichting": "het wijkteam is aan zet",
}


class SstPage:
    """Everything above the charts; at most five queries."""

    def __init__(self, user: User, teams: frozenset[int], at: datetime) -> None:
        self.user, self.teams, self.at = user, teams, at
        self.offers = Offers(teams, at)
        self.now = self.offers.now()
        self.advices = advice_counts(teams, at)
        self.points = point_rows(teams, at).count()

    def conclusion(self) -> str:
        """What asks an answer now, in one sentence above the numbers."""
        waiting, late = self.now["wacht"], self.now["te-laat"]
        advices = self.advices.counts
        said = []
        if waiting:
            verb = "overdracht wacht" if waiting == 1 else "overdrachten wachten"
            said.append(f"{waiting} {verb} op antwoord{_of_which(late, self.now['bijna'])}")
        if advices["open"]:
            what = "adviesvraag staat" if advices["open"] == 1 else "adviesvragen staan"
            tail = _of_which(advices["te-laat"], advices["bijna"])
            said.append(f"{advices['open']} {what} open{tail}")
        if not said:
            return "Er wacht nu niets op een antwoord van het SST."
        return f"{'. '.join(said)}."

    def tiles(self) -> list[Figure]:
        """Hand-overs that wait, late ones and nearly late ones apart."""
        return [
            Figure(number, Choice(code).url, NOW[code], _kind(code, number), NOTES[code])
            for code, number in self.now.items()
        ]

    def beside(self) -> list[Figure]:
        """Advice, meetings, and the dossiers that are there."""
        found = [
            Figure(number, _advices(code), ADVICE[code], _kind(code, number), self._age(code))
            for code, number in self.advices.counts.items()
        ]
        url = reverse("sst-points")
        found.append(Figure(self.points, url, "Bespreekpunten", note="overleg binnen twee weken"))
        return found

    def dossiers(self) -> list[Figure]:
        """Open dossiers: of the team and, for who works there, one's own."""
        if self.user.acting_role == Role.GENERAL_MANAGER:
            rows = ResidentFile.objects.open().filter(team_id__in=sorted(self.teams))
            return [Figure(rows.count(), "", "Open dossiers bij het SST")]
        labels = {"team": "Open dossiers van mijn team"}
        asked = {"team": Count("pk")}
        if self.user.acting_role == Role.CITY_SOCIAL_TEAM:
            labels["mijn"] = "Mijn dossiers"
            own = listed_files(self.user, "mijn").values("pk")
            asked["mijn"] = Count("pk", filter=Q(pk__in=own))
        found = listed_files(self.user, "team").order_by().aggregate(**asked)
        return [Figure(found[code], _files(code), label) for code, label in labels.items()]

    def _age(self, code: str) -> str:
        if code != "open" or self.advices.oldest is None:
            return ""
        return f"oudste van {local_day(self.advices.oldest):%d-%m-%Y}"


def _kind(code: str, number: int) -> str:
    return KINDS.get(code, "") if number else ""


def _of_which(late: int, nearly: int) -> str:
    """How many of them are over their term or nearly: ", 1 te laat en 2 bijna"."""
    parts = [f"{late} te laat"] if late else []
    parts += [f"{nearly} bijna te laat"] if nearly else []
    return f", {' en '.join(parts)}" if parts else ""


def _advices(code: str) -> str:
    return f"{reverse('sst-advices')}?{urlencode({'selectie': code})}"


def _files(code: str) -> str:
    return f"{reverse('file-list')}?{urlencode({'selectie': code})}"
