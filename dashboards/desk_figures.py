"""The numbers of the desk: answered in one call, promises kept, the kennisbank (TEL-6 … TEL-10).

A number is the sum of what was counted ahead (``desk_services``) and what came after that, with
the conditions of the lists; so every number opens the list that counts the same.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Count, IntegerField, Q, Sum, Value
from django.db.models.functions import Coalesce

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import PROMISES, CallbackRequest
from cases.contacts.models import DESK_ROLES, ContactQuestion
from cases.contacts.selections import SELECTIONS, WRONG_NUMBER
from cases.helpdesk.models import HelpQuestion
from cases.models import ArticleSuggestion, CallbackSubject
from clusters.models import Team, User
from common.deadlines import local_day
from common.weeks import last_weeks, midnight, monday_of
from dashboards.desk_services import (
    closed_by_desks,
    day_of,
    every_desk,
    reopened_since,
    searches_in_vain,
    settled,
)
from dashboards.figure_models import DeskDay, DeskFigure, DeskRefresh

TOP_SUBJECTS = 8
CONDITIONS = {
    "asked": SELECTIONS["telt"].condition,
    "solved": SELECTIONS["ja"].condition,
    "wrong": WRONG_NUMBER,
}
BY_DAY = ("day", "part", "with_help_desk")
BY_SUBJECT = ("subject_id",)
PROMISED = ("promised", "kept", "late")
WAITING = ("waiting", "waiting_late", "unclaimed")
IN_VAIN, SUGGESTED, ASKING = (
    ("searched_in_vain", "", ""),
    ("suggested", "", ""),
    ("asking", "", ""),
)
ARMS = (PROMISED, WAITING, IN_VAIN, SUGGESTED, ASKING)
BEFORE_ALL = midnight(date(1900, 1, 1))
COUNTED_FOR = timedelta(minutes=15)


@dataclass(frozen=True)
class Answered:
    """Questions of one kind, and how many of them were solved in one call."""

    asked: int = 0
    solved: int = 0

    def __add__(self, other: "Answered") -> "Answered":
        return Answered(self.asked + other.asked, self.solved + other.solved)

    @property
    def share(self) -> int | None:
        """Percentage solved in one call; None when nothing was asked."""
        return percentage(self.solved, self.asked)


def percentage(part: int, whole: int) -> int | None:
    """In whole percents, half up; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


@dataclass(frozen=True)
class DayLine:
    """One dagdeel of one day."""

    day: date
    part: str
    with_help_desk: bool
    answered: Answered
    wrong: int
    with_article: int


class DeskFigures:
    """What one or all desks did in a period, from the counts ahead and what came after."""

    def __init__(self, user: User, at: datetime, weeks: int) -> None:
        self.user, self.at, self.weeks = user, at, weeks
        self.own = user.acting_role in DESK_ROLES
        self.span = last_weeks(weeks, local_day(at))
        self.desks: Any = sorted(user.team_ids) if self.own else every_desk()
        self.refresh = DeskRefresh.objects.first()
        self.until = max(self.span.first, self.refresh.until_day if self.refresh else date.min)
        self.closed_until = self.refresh.at if self.refresh else BEFORE_ALL

    @cached_property
    def lines(self) -> list[DayLine]:
        """Every dagdeel of every day; one query."""
        return [
            DayLine(day, part, duty, Answered(asked, solved), wrong, article)
            for day, part, duty, asked, solved, wrong, article in self._questions(BY_DAY)
        ]

    @property
    def refreshed_at(self) -> datetime | None:
        """When the counts ahead were made; None when never."""
        return self.refresh.at if self.refresh else None

    @property
    def is_old(self) -> bool:
        """Whether the worker has not counted for a while; imported days may then be missing."""
        return self.refresh is None or self.at - self.refresh.at > COUNTED_FOR

    def answered(self, **facts: Any) -> Answered:
        """The questions of every dagdeel with these facts."""
        found = [
            line.answered
            for line in self.lines
            if all(getattr(line, name) == value for name, value in facts.items())
        ]
        return sum(found, Answered())

    def per_week(self) -> list[tuple[date, Answered]]:
        """Every week of the period, oldest first."""
        weeks: dict[date, Answered] = defaultdict(Answered)
        for line in self.lines:
            weeks[monday_of(line.day)] += line.answered
        return [(monday, weeks[monday]) for monday in self.span.mondays()]

    @cached_property
    def subjects(self) -> list[tuple[str, str, Answered]]:
        """Code, name and questions of the subjects asked about most; two queries."""
        sums: dict[int, Answered] = defaultdict(Answered)
        for subject_id, asked, solved, *_ in self._questions(BY_SUBJECT):
            sums[subject_id] += Answered(asked, solved)
        every = CallbackSubject.objects.values_list("pk", "code", "label")
        found = [(code, label, sums[pk]) for pk, code, label in every if pk in sums]
        return sorted(found, key=lambda each: (-each[2].asked, each[1]))[:TOP_SUBJECTS]

    def _questions(self, names: tuple[str, ...]) -> Any:
        """Grouped counts: summary rows up to ``until``, questions themselves from then on."""
        ahead = (
            DeskFigure.objects.visible_to(self.user)
            .filter(day__gte=self.span.first, day__lt=self.until)
            .order_by()
            .values_list(*names)
            .annotate(**_sums())
        )
        after = (
            ContactQuestion.objects.filter(desk_id__in=self.desks)
            .ended_between(midnight(self.until), self.span.end)
            .annotate(day=day_of("ended_at"))
            .order_by()
            .values_list(*names)
        )
        return ahead.union(after.annotate(**_counts()), all=True)

    @cached_property
    def sums(self) -> dict[str, int]:
        """Promises (closed ones counted ahead, closed since then, open now) and the kennisbank."""
        first, *more = (
            self._days_ahead(),
            self._closed_since(),
            self._open_now(),
            self._waiting_now(),
            self._vain_ahead(),
            self._vain_since(),
            self._suggested(),
            self._asking(),
        )
        sums = {name: 0 for names in ARMS for name in names if name}
        for arm, _, *values in first.union(*more, all=True):
            for name, value in zip(ARMS[arm], values, strict=True):
                if name:
                    sums[name] += value
        return sums

    def _days_ahead(self) -> Any:
        return _arm(PROMISED, self.days(), "desk_id", *(summed(name) for name in PROMISED))

    def closed_rows(self) -> Any:
        """Promises of the period that were closed after the count ahead."""
        return closed_by_desks(self.desks, self.span).filter(
            ~reopened_since(self.closed_until),
            closed_at__gte=self.closed_until,
            team_id__in=Team.objects.values("pk"),
        )

    def _closed_since(self) -> Any:
        return _arm(PROMISED, self.closed_rows(), "registered_in_id", *settled(self.at).values())

    def open_rows(self) -> Any:
        """Open requests; what was opened again since then still stands among the closed."""
        return self._open().filter(
            ~reopened_since(self.closed_until),
            registered_at__gte=self.span.start,
            registered_at__lt=self.span.end,
        )

    def _open_now(self) -> Any:
        return _arm(PROMISED, self.open_rows(), "registered_in_id", *settled(self.at).values())

    def _waiting_now(self) -> Any:
        codes = ("wacht", "wacht-te-laat", "niet-opgepakt")
        counts = [Count("pk", filter=PROMISES[code].at(self.at)) for code in codes]
        return _arm(WAITING, self._open(), "registered_in_id", *counts)

    def days(self) -> Any:
        """The promises counted ahead, per day of registering."""
        rows = DeskDay.objects.visible_to(self.user)
        return rows.filter(day__gte=self.span.first, day__lt=self.span.after).order_by()

    def _open(self) -> Any:
        rows = CallbackRequest.objects.exclude(state=CallbackState.CLOSED)
        return rows.filter(registered_in_id__in=self.desks).order_by()

    def _vain_ahead(self) -> Any:
        return _arm(IN_VAIN, self.days(), "desk_id", summed("searched_in_vain"))

    def _vain_since(self) -> Any:
        start, end = midnight(self.until), self.span.end
        rows = searches_in_vain(Q(at__gte=start, at__lt=end)).filter(team_id__in=self.desks)
        return _arm(IN_VAIN, rows, "team_id", Count("pk"))

    def _suggested(self) -> Any:
        """Articles asked for and not settled, as the list of them shows."""
        rows = ArticleSuggestion.objects.visible_to(self.user).open().order_by()
        return _arm(SUGGESTED, rows, "team_id", Count("pk"))

    def _asking(self) -> Any:
        """Questions to the vraagbaak without an answer, as the list of them shows."""
        rows = HelpQuestion.objects.visible_to(self.user).open().order_by()
        return _arm(ASKING, rows, "desk_id", Count("pk"))


def summed(name: str, condition: Q | None = None) -> Coalesce:
    """The sum of a column, 0 when there is nothing."""
    return Coalesce(Sum(name, filter=condition), 0, output_field=IntegerField())


def _sums() -> dict[str, Any]:
    """Counts over summary rows."""
    sums = {name: summed("n", condition) for name, condition in CONDITIONS.items()}
    return sums | {"articles": summed("n", Q(with_article=True))}


def _counts() -> dict[str, Any]:
    """The same counts over questions."""
    counts = {name: Count("pk", filter=condition) for name, condition in CONDITIONS.items()}
    return counts | {"articles": Count("pk", filter=Q(article__isnull=False))}


def _arm(names: tuple[str, ...], rows: Any, desk: str, *found: Any) -> Any:
    """One part of the union: which sums, the desk and a value for each, 0 where it has none."""
    values = dict(zip(("one", "two", "three"), (*found, Value(0), Value(0)), strict=False))
    arm = Value(ARMS.index(names))
    return (
        rows.values_list(desk)
        .annotate(**values)
        .annotate(arm=arm)
        .values_list("arm", desk, *values)
    )
