"""Twelve months of the Sociaal Stedelijk Team as charts, each mark with its list (SD-2)."""

from collections import defaultdict
from datetime import date
from statistics import median
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from cases.handovers.models import Expertise, Refusal, Urgency
from cases.handovers.terms import WORKING_DAYS
from cases.workload.kinds import KINDS
from cases.workload.people import carriers_of
from clusters.models import Role, User, working_calendar
from common.charts import Chart, Norm, Point, Series, Shape
from common.deadlines import local_day
from dashboards.figures import Figure, working_time
from dashboards.sst_offers import LABELS, NONE, TO_AND_FRO, Choice, Offers

BECAME = ("aanvaard", "teruggegeven", "geweigerd", "verlopen", "ingetrokken", "loopt")
HOW_SOON = {Urgency.TODAY: "Met spoed", Urgency.SOON: "Snel", Urgency.NORMAL: "Gewoon"}
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
FILES = "dossiers"


class SstCharts:
    """Everything below the numbers of now; five queries at most, however much there was."""

    def __init__(self, user: User, teams: frozenset[int], offers: Offers) -> None:
        self.user, self.teams, self.offers = user, teams, offers
        self.months = offers.months()
        self.labels = tuple(f"{MONTHS[day.month - 1]} {day:%y}" for day in self.months)

    def charts(self) -> list[Chart]:
        """In the order of the page."""
        found = [self._became(), self._reasons(), self._answers(), self._expertise()]
        if self.user.acting_role == Role.TEAM_MANAGER:
            found.append(self._per_person())
        return found

    def to_and_fro(self) -> Figure:
        """Dossiers that went over more than once, as a number with its list."""
        number = self.offers.to_and_fro().count()
        note = "dossiers die in twaalf maanden meer dan één keer overgingen"
        kind = "warning" if number else ""
        return Figure(number, Choice(TO_AND_FRO).url, LABELS[TO_AND_FRO], kind, note)

    def conclusion(self) -> str:
        """What the twelve months say, in one sentence."""
        offered = self.offers.count(Choice("aangeboden"))
        if not offered:
            return "In de afgelopen twaalf maanden is niets aan het SST aangeboden."
        taken = sum(self.offers.count(Choice(code)) for code in ("aanvaard", "teruggegeven"))
        times = "is 1 overdracht" if offered == 1 else f"zijn {offered} overdrachten"
        return f"In twaalf maanden {times} aangeboden; het SST nam er {taken} over."

    def _became(self) -> Chart:
        """Per month of the offer what became of it; a stand that never was is left out."""
        codes = [code for code in BECAME if self.offers.count(Choice(code))]
        series = [
            Series(LABELS[code], tuple(self._point(Choice(code, each)) for each in self._months()))
            for code in codes
        ]
        counted = [f"{LABELS[code]}: {self.offers.count(Choice(code))}." for code in codes]
        said = " ".join(counted) or "Er is in deze maanden niets aangeboden."
        title = "Wat van de overdrachten werd"
        return Chart(title, said, "Maand", self.labels, tuple(series), Shape.STACKED)

    def _reasons(self) -> Chart:
        choices = [Choice("geweigerd", reden=each) for each in Refusal.values]
        named = {each.reden: str(Refusal(each.reden).label) for each in choices}
        none = "Er is in deze maanden niets geweigerd."
        rows = [(named[each.reden], each) for each in choices]
        return self._lying("Waarom het SST weigerde", "Reden", rows, "geweigerd", none)

    def _expertise(self) -> Chart:
        rows = [(str(each.label), Choice("aangeboden", expertise=each.value)) for each in Expertise]
        rows.append(("Geen bijzondere", Choice("aangeboden", expertise=NONE)))
        none = "Er is in deze maanden geen expertise gevraagd."
        return self._lying("Gevraagde expertise", "Expertise", rows, "gevraagd", none)

    def _lying(
        self, title: str, first: str, rows: list[tuple[str, Choice]], word: str, none: str
    ) -> Chart:
        """A bar per line, the longest on top; what never was is left out."""
        counted = [(label, self._point(choice)) for label, choice in rows]
        shown = sorted(
            (row for row in counted if row[1].value), key=lambda row: (-(row[1].value or 0), row[0])
        )
        if not shown:
            return Chart(title, none, first, (), ())
        label, most = shown[0]
        said = f"Het meest {word}: {label.lower()} ({most.shown})."
        series = Series("Overdrachten", tuple(point for _, point in shown))
        return Chart(title, said, first, tuple(row[0] for row in shown), (series,), Shape.ROWS)

    def _answers(self) -> Chart:
        """Median working days until an answer, per month and urgency, against the terms (OD-5)."""
        taken = self._working_minutes()
        whole = _minutes_of_a_day()
        used = [how for how in HOW_SOON if any(key[1] == how for key in taken)]
        series = [
            Series(
                HOW_SOON[how],
                tuple(
                    self._median(taken.get((day, how), []), day, how, whole) for day in self.months
                ),
            )
            for how in used
        ]
        norms = [Norm(WORKING_DAYS[how], _norm(how)) for how in used]
        title, said = "Tijd van aanbod tot antwoord", _said(taken)
        return Chart(
            *(title, said, "Maand", self.labels, tuple(series), Shape.LINES),
            unit="werkdagen",
            norms=tuple(norms),
        )

    def _median(self, minutes: list[int], day: date, how: str, whole: float) -> Point:
        if not minutes:
            return Point(None)
        middle = int(median(minutes))
        choice = Choice("beantwoord", f"{day:%Y-%m}", snelheid=how)
        text = f"{working_time(middle)} ({len(minutes)}×)"
        return Point(round(middle / whole, 2), choice.url, text)

    def _working_minutes(self) -> dict[tuple[date, str], list[int]]:
        calendar = working_calendar()
        taken: dict[tuple[date, str], list[int]] = defaultdict(list)
        for month, how, start, end in self.offers.answers():
            taken[month, how].append(calendar.minutes_between(start, end))
        return taken

    def _per_person(self) -> Chart:
        """Open dossiers per professional, for who leads the team (WL-8); one query."""
        people = carriers_of(self.teams, local_day(self.offers.at))
        kind = KINDS[FILES]
        mine = kind.rows().filter(team_id__in=self.user.team_ids, director__in=people)
        counted: Any = mine.order_by().values_list("director").annotate(n=Count("pk"))
        found = dict(counted)
        rows = [(str(each), found.get(each.pk, 0), each.pk) for each in people]
        rows.sort(key=lambda row: (-row[1], row[0]))
        points = tuple(Point(number, _desk(pk)) for _, number, pk in rows)
        said = "Er zijn geen open dossiers."
        if rows and rows[0][1]:
            said = f"De meeste open dossiers heeft {rows[0][0]}: {rows[0][1]}."
        names = tuple(row[0] for row in rows)
        series = (Series("Dossiers", points),) if rows else ()
        return Chart("Dossiers per professional", said, "Professional", names, series, Shape.ROWS)

    def _point(self, choice: Choice) -> Point:
        return Point(self.offers.count(choice), choice.url)

    def _months(self) -> list[str]:
        return [f"{day:%Y-%m}" for day in self.months]


def _minutes_of_a_day() -> float:
    """The mean length of a working day; a day that is never open counts as eight hours."""
    calendar = working_calendar()
    lengths = [
        (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
        for opens, closes in calendar.hours.values()
    ]
    return sum(lengths) / len(lengths) if lengths else 480.0


def _norm(how: Urgency) -> str:
    days = WORKING_DAYS[how]
    return f"{HOW_SOON[how].lower()}: {days} {'werkdag' if days == 1 else 'werkdagen'}"


def _said(taken: dict[tuple[date, str], list[int]]) -> str:
    """The median of everything that was answered."""
    every = [minutes for found in taken.values() for minutes in found]
    if not every:
        return "Er is in deze maanden nog niets beantwoord."
    return f"De helft van de antwoorden kwam binnen {working_time(int(median(every)))} werktijd."


def _desk(person_id: int) -> str:
    return f"{reverse('workload-person', args=[person_id])}?{urlencode({'soort': FILES})}"
