"""How it went with each goal before and after, side by side; only compares (PL-5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.plans.models import Goal, Score

ONCE, SAME = "Nog geen tweede score", "Gelijk"


@dataclass(frozen=True)
class Change:
    """One goal with a score: before, after, and the difference in words."""

    goal: Goal
    before: Score | None
    after: Score | None

    @property
    def words(self) -> str:
        """What became of it; no colour has to say it."""
        if self.before is None or self.after is None:
            return ONCE
        steps = self.after - self.before
        if not steps:
            return SAME
        return f"{abs(steps)} {'beter' if steps > 0 else 'slechter'}"


def changes(goals: Iterable[Goal]) -> list[Change]:
    """The goals that were scored; what nobody asked is left out."""
    return [
        Change(goal, _score(goal.score_before), _score(goal.score_after))
        for goal in goals
        if goal.score_before or goal.score_after
    ]


def _score(number: int | None) -> Score | None:
    return Score(number) if number else None
