"""Which part of the questions was solved informally: the definition and the numbers (MON-1, IN-1).

A number is the sum of what was counted ahead (``outcome_services``) and what came after that.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from cases.dossiers.models import INFORMAL, Asked, HelpRequest, Outcome, SatisfactionCount
from clusters.models import Role, Team, TeamKind, User
from common.deadlines import AMSTERDAM, local_day
from common.weeks import midnight
from dashboards.figure_models import OutcomeFigure, OutcomeRefresh

O = Outcome  # noqa: E741 - a table of outcomes below
CLASSES: dict[str, frozenset[Outcome]] = {
    "informeel": INFORMAL,
    "deels": frozenset({O.MIXED}),
    "maatwerk": frozenset({O.FORMAL}),
    "niet-opgelost": frozenset({O.UNSOLVED}),
    "telt-niet": frozenset({O.REFERRED, O.WITHDRAWN, O.GONE}),
}
"""Every outcome stands in one class (IN-1, IN-3); partly is not informal (IN-4)."""
LABELS = {
    "telt": "Telt mee",
    "informeel": "Informeel",
    "deels": "Deels informeel",
    "maatwerk": "Maatwerk",
    "niet-opgelost": "Niet opgelost",
    "telt-niet": "Telt niet mee",
}
CLASS_OF = {outcome: name for name, outcomes in CLASSES.items() for outcome in outcomes}
COUNTED = ("informeel", "deels", "maatwerk", "niet-opgelost")
FEWEST_ANSWERS = 10
"""Fewer answers than this are not shown (IN-8, T8)."""
Answers = tuple[int, str, int, int]
"""A quarter, what was asked, the answer, and how often."""
FRESH = timedelta(minutes=15)
FIRST_YEAR = 2015


def outcomes_of(name: str) -> frozenset[Outcome]:
    """The outcomes of a class, or of everything that counts."""
    if name == "telt":
        return frozenset().union(*(CLASSES[each] for each in COUNTED))
    return CLASSES[name]


@dataclass(frozen=True)
class Ended:
    """Questions that ended, by class."""

    counts: Counter[str]

    def __add__(self, other: "Ended") -> "Ended":
        return Ended(self.counts + other.counts)

    @property
    def counted(self) -> int:
        """The denominator: informal, partly, custom and unsolved (IN-2)."""
        return sum(self.counts[name] for name in COUNTED)

    def of(self, name: str) -> int:
        """How many of one class, or of everything that counts."""
        return self.counted if name == "telt" else self.counts[name]

    @property
    def share(self) -> int | None:
        """Percentage informal in whole percents, half up; None when nothing counts."""
        whole = self.counted
        return (200 * self.counts["informeel"] + whole) // (2 * whole) if whole else None


NOTHING = Ended(Counter())


@dataclass(frozen=True)
class Opinion:
    """What residents said in one cluster; only when there are enough answers (IN-8)."""

    name: str
    answers: int
    grade: str
    thought_along: int | None


def teams_of(user: User) -> QuerySet[Team]:
    """The teams whose figures one may see: the own ones, or every one (IN-6)."""
    rows: QuerySet[Team] = Team.objects.select_related("cluster").order_by("cluster__name", "name")
    if user.acting_role == Role.TEAM_MANAGER:
        return rows.filter(pk__in=user.team_ids)
    return rows if user.acting_role == Role.GENERAL_MANAGER else rows.none()


def ended_questions(user: User, year: int, name: str) -> QuerySet[HelpRequest]:
    """The questions a number of the page counted: one definition for tile and list (IN-7)."""
    return HelpRequest.objects.filter(
        file__team__in=teams_of(user).order_by().values("pk"),
        ended_at__gte=midnight(date(year, 1, 1)),
        ended_at__lt=midnight(date(year + 1, 1, 1)),
        outcome__in=outcomes_of(name),
    )


class Shares:
    """How questions ended, per year and team, for who may see those teams."""

    def __init__(self, user: User, at: datetime, year: int) -> None:
        self.user, self.at, self.year = user, at, year
        self.refresh = OutcomeRefresh.objects.first()
        self.teams = list(teams_of(user))
        self.found = self._found()

    @property
    def refreshed_at(self) -> datetime | None:
        """When the counts ahead were made; None when never."""
        return self.refresh.at if self.refresh else None

    @property
    def is_old(self) -> bool:
        """Whether the worker has not counted for a while."""
        return self.refresh is not None and self.at - self.refresh.at > FRESH

    @property
    def years(self) -> list[int]:
        """Years with something in them, and this one; newest first."""
        found = {year for year, _ in self.found} | {local_day(self.at).year, self.year}
        return sorted(found, reverse=True)

    def ended(self, *, year: int | None = None, team_ids: set[int] | None = None) -> Ended:
        """What ended in a year, in all these teams."""
        wanted = self.year if year is None else year
        found = (
            ended
            for (each, team_id), ended in self.found.items()
            if each == wanted and (team_ids is None or team_id in team_ids)
        )
        return sum(found, NOTHING)

    @cached_property
    def clusters(self) -> list[tuple[Any, list[Team]]]:
        """Each cluster with its teams; None has teams of the city with figures."""
        found: dict[Any, list[Team]] = defaultdict(list)
        busy = {team_id for year, team_id in self.found if year == self.year}
        for team in self.teams:
            if team.pk in busy or (team.kind == TeamKind.WIJKTEAM and team.cluster_id):
                found[team.cluster].append(team)
        return list(found.items())

    def opinions(self) -> list[Opinion]:
        """Per cluster what enough residents answered in the year; one query (IN-8)."""
        names = {team.cluster_id: str(team.cluster) for team in self.teams if team.cluster_id}
        rows = SatisfactionCount.objects.filter(year=self.year, cluster_id__in=names)
        today = local_day(self.at)
        if self.year == today.year:
            rows = rows.filter(quarter__lt=(today.month + 2) // 3)
        counts: dict[int, list[Answers]] = defaultdict(list)
        for cluster_id, quarter, asked, answer, n in rows.order_by(
            "quarter", "asked", "answer"
        ).values_list("cluster_id", "quarter", "asked", "answer", "n"):
            counts[cluster_id].append((quarter, asked, answer, n))
        shown = {key: kept for key, each in counts.items() if (kept := in_batches(each))}
        return [opinion(names[key], shown[key]) for key in sorted(shown, key=names.__getitem__)]

    def _found(self) -> dict[tuple[int, int], Ended]:
        """By year and team: counted ahead, and from ``until_day`` on; two queries."""
        until = self.refresh.until_day if self.refresh else date.min
        ahead = (
            OutcomeFigure.objects.visible_to(self.user)
            .annotate(year=ExtractYear("month"))
            .order_by()
            .values_list("year", "team_id", "outcome")
            .annotate(total=Sum("n"))
        )
        after = (
            HelpRequest.objects.filter(
                Q(ended_at__gte=midnight(max(until, date(1900, 1, 1)))),
                file__team_id__in=[team.pk for team in self.teams],
            )
            .annotate(year=ExtractYear("ended_at", tzinfo=AMSTERDAM))
            .order_by()
            .values_list("year", "file__team_id", "outcome")
            .annotate(total=Count("pk"))
        )
        counts: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
        for year, team_id, outcome, total in [*ahead, *after]:
            counts[year, team_id][CLASS_OF[Outcome(outcome)]] += total
        return {key: Ended(found) for key, found in counts.items()}


def in_batches(answers: list[Answers]) -> dict[tuple[str, int], int]:
    """What may be shown of answers per quarter, oldest first (IN-8, T8).

    A quarter is added together with those after it until they are ten answers or more. So nothing
    that is shown ever changes by fewer than ten, and no answer follows from two days compared.
    """
    shown: Counter[tuple[str, int]] = Counter()
    waiting: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    for (_, asked), rows in groupby(answers, key=lambda each: each[:2]):
        waiting[asked].update({(asked, answer): n for _, _, answer, n in rows})
        if waiting[asked].total() >= FEWEST_ANSWERS:
            shown += waiting.pop(asked)
    return dict(shown)


def opinion(name: str, counts: dict[tuple[str, int], int]) -> Opinion:
    """The average grade with one decimal, and how many could think along."""
    grades = {answer: n for (asked, answer), n in counts.items() if asked == Asked.GRADE}
    answers = sum(grades.values())
    tenths = (20 * sum(grade * n for grade, n in grades.items()) + answers) // (2 * (answers or 1))
    yes = counts.get((Asked.THINK_ALONG, 1), 0)
    said = yes + counts.get((Asked.THINK_ALONG, 0), 0)
    grade = f"{tenths // 10},{tenths % 10}" if answers else ""
    return Opinion(name, answers, grade, (200 * yes + said) // (2 * said) if said else None)
