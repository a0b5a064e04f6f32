"""How the figures of the desk read: tiles, rows and sentences, each number with its list."""

from dataclasses import dataclass
from datetime import date
from math import sqrt
from urllib.parse import urlencode

from django.urls import reverse

from cases.models import DayPart
from cases.permissions import GRANTS, Action
from dashboards.desk_figures import Answered, DeskFigures, percentage
from dashboards.figures import Figure

TOO_FEW = 30
"""Below so many questions a share says nothing."""
CHANCE = 1.96  # two shares further apart than so many standard errors: less than 1 in 20 by chance
UNKNOWN = "–"


@dataclass(frozen=True)
class Row:
    """A line of a table: questions, and how many of them in one call."""

    name: str
    asked: Figure
    solved: Figure
    share: int | None


@dataclass(frozen=True)
class Effect:
    """One dagdeel with and without a vraagbaak on duty."""

    name: str
    on: Row
    off: Row

    @property
    def difference(self) -> str:
        """In percentage points, as the two shares on the page differ."""
        if self.on.share is None or self.off.share is None:
            return UNKNOWN
        return f"{self.on.share - self.off.share:+d}".replace("-", "−").replace("+0", "0")


class DeskPage:
    """Everything on the page."""

    def __init__(self, figures: DeskFigures) -> None:
        self.figures = figures
        self.all = figures.answered()
        self.on = figures.answered(with_help_desk=True)
        self.off = figures.answered(with_help_desk=False)
        grants = GRANTS.allowed_actions(figures.user)
        self.may_open_suggestions = figures.own and Action.EDIT_ARTICLES in grants

    def conclusion(self) -> str:
        """What the numbers say, in one sentence above them."""
        if not self.all.asked:
            return "In deze periode is nog geen gesprek afgerond."
        share = f"{self.all.solved} van de {self.all.asked}"
        if self.all.asked < TOO_FEW:
            return f"{share} vragen zijn in één gesprek beantwoord."
        return f"{self.all.share}% van de vragen is in één gesprek beantwoord ({share})."

    def effect_conclusion(self) -> str:
        """Whether a vraagbaak seems to help, without saying more than the numbers do."""
        fewest = min(self.on.asked, self.off.asked)
        if fewest < TOO_FEW:
            return (
                f"Met vraagbaak {_times(self.on.asked)}, zonder {_times(self.off.asked)}: "
                "te weinig om iets over te zeggen."
            )
        points = (self.on.share or 0) - (self.off.share or 0)
        if abs(points) <= _margin(self.on, self.off):
            return "Met en zonder vraagbaak verschilt niet meer dan door toeval kan."
        word = "meer" if points > 0 else "minder"
        return (
            f"Met vraagbaak wordt {self.on.share}% in één gesprek beantwoord, zonder "
            f"{self.off.share}%: {abs(points)} procentpunt {word}. Dat kan ook een andere "
            "oorzaak hebben."
        )

    def asks_now(self) -> list[Figure]:
        """What waits at this moment, whatever the period; each number opens its list (SD-8)."""
        sums = self.figures.sums
        found = [
            self._promise(
                sums["waiting_late"], "Beloften te laat", "wacht-te-laat", kind="late", now=True
            ),
            self._promise(
                sums["unclaimed"],
                "Nog niet opgepakt",
                "niet-opgepakt",
                note="termijn vandaag of voorbij",
                kind="warning",
                now=True,
            ),
        ]
        if self.figures.own:
            url = reverse("desk-questions")
            found.append(
                Figure(sums["asking"], url, "Vragen aan de vraagbaak", note="zonder antwoord")
            )
        if self.may_open_suggestions:
            url = reverse("suggestion-list")
            found.append(Figure(sums["suggested"], url, "Artikelen gevraagd", note="open"))
        return found

    def says_now(self) -> str:
        """What asks something now, in one sentence."""
        sums = self.figures.sums
        late, unclaimed = sums["waiting_late"], sums["unclaimed"]
        said = []
        if late:
            said.append("1 belofte is te laat" if late == 1 else f"{late} beloften zijn te laat")
        if unclaimed:
            what = "1 verzoek is" if unclaimed == 1 else f"{unclaimed} verzoeken zijn"
            said.append(f"{what} nog door geen team opgepakt")
        return f"{' en '.join(said)}." if said else "Er is nu niets te laat."

    def tiles(self) -> list[Figure]:
        """Questions and what came of them in one call."""
        wrong = sum(line.wrong for line in self.figures.lines)
        share = UNKNOWN if self.all.share is None else f"{self.all.share}%"
        return [
            self._figure(self.all.asked, "Vragen", opgelost="telt"),
            self._figure(self.all.solved, "In één gesprek", note=share, opgelost="ja"),
            self._figure(self.all.asked - self.all.solved, "Niet in één gesprek", opgelost="nee"),
            self._figure(
                wrong,
                "Verkeerd verbonden",
                note="tellen niet mee",
                resultaat="wrong_number",
            ),
        ]

    def promises(self) -> list[Figure]:
        """Promised and kept in the period; what waits now, whenever it was promised."""
        found = self.figures.sums
        over = found["kept"] + found["late"]
        kept = f"{percentage(found['kept'], over)}% van {over}" if over else ""
        waits = "stand van nu"
        return [
            self._promise(found["promised"], "Beloofd", "beloofd"),
            self._promise(found["kept"], "Op tijd gebeld", "gehouden", note=kept, kind="ok"),
            self._promise(found["late"], "Te laat", "te-laat", kind="late"),
            self._promise(found["waiting"], "Nog niet gebeld", "wacht", note=waits, now=True),
            self._promise(
                found["waiting_late"],
                "Daarvan te laat",
                "wacht-te-laat",
                note=waits,
                kind="late",
                now=True,
            ),
        ]

    def effects(self) -> list[Effect]:
        """Per dagdeel and together, with and without a vraagbaak."""
        parts = [(part.label.capitalize(), {"part": part.value}) for part in DayPart]
        return [self._effect(name, facts) for name, facts in [*parts, ("Samen", {})]]

    def subjects(self) -> list[Row]:
        """The subjects asked about most."""
        return [
            self._row(label, answered, onderwerp=code)
            for code, label, answered in self.figures.subjects
        ]

    def weeks(self) -> list[Row]:
        """Week after week, the newest first."""
        return [
            self._row(_week(monday), answered, periode=monday.isoformat())
            for monday, answered in reversed(self.figures.per_week())
        ]

    def knowledge(self) -> list[Figure]:
        """The kennisbank; a search in vain has no list, because its words are not kept."""
        articles = sum(line.with_article for line in self.figures.lines)
        vain = self.figures.sums["searched_in_vain"]
        found = [
            self._figure(articles, "Met artikel beantwoord", artikel="ja"),
            Figure(vain, "", "Gezocht zonder resultaat", note="woorden worden niet bewaard"),
        ]
        if self.figures.own:
            url = reverse("suggestion-list") if self.may_open_suggestions else ""
            found.append(
                Figure(self.figures.sums["suggested"], url, "Artikelen gevraagd", note="open")
            )
        return found

    def _effect(self, name: str, facts: dict[str, str]) -> Effect:
        asks = {"dagdeel": facts["part"]} if facts else {}
        rows = [
            self._row(
                name,
                self.figures.answered(with_help_desk=duty, **facts),
                vraagbaak="met" if duty else "zonder",
                **asks,
            )
            for duty in (True, False)
        ]
        return Effect(name, *rows)

    def _row(self, name: str, answered: Answered, **asks: str) -> Row:
        return Row(
            name,
            self._figure(answered.asked, "Vragen", **asks, opgelost="telt"),
            self._figure(answered.solved, "In één gesprek", **asks, opgelost="ja"),
            answered.share,
        )

    def _figure(self, value: int, label: str, *, note: str = "", **asks: str) -> Figure:
        """A number and the list of questions it counts."""
        query = {"periode": str(self.figures.weeks)} | asks
        url = f"{reverse('contact-list')}?{urlencode(query)}" if self.figures.own else ""
        return Figure(value, url, label, note=note)

    def _promise(
        self,
        value: int,
        label: str,
        code: str,
        *,
        note: str = "",
        kind: str = "",
        now: bool = False,
    ) -> Figure:
        """A number and the list of requests it counts."""
        query = {"belofte": code} | ({} if now else {"periode": str(self.figures.weeks)})
        url = f"{reverse('callback-registered-list')}?{urlencode(query)}"
        shown = kind if value or kind == "ok" else ""
        return Figure(value, url if self.figures.own else "", label, shown, note)


def _times(count: int) -> str:
    return "1 vraag" if count == 1 else f"{count} vragen"


def _week(monday: date) -> str:
    return f"Week van {monday:%d-%m-%Y}"


def _margin(one: Answered, other: Answered) -> float:
    """How many percentage points two shares of this size can differ by chance."""
    share = (one.solved + other.solved) / (one.asked + other.asked)
    return 100 * CHANCE * sqrt(share * (1 - share) * (1 / one.asked + 1 / other.asked))
