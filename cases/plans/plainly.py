"""The plan as the resident reads it (PL-13): who does what and when, nothing from inside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.plans.lifecycle import ActionState, GoalState
from cases.plans.models import ActionWho, Goal, PlanAction
from common.dutch_dates import day_month

WHO: dict[str, str] = {
    ActionWho.RESIDENT: "U",
    ActionWho.NETWORK: "Iemand die u kent",
    ActionWho.VOLUNTEER: "Een vrijwilliger",
    ActionWho.GENERAL: "Een plek in de buurt",
    ActionWho.TEAM: "Het wijkteam",
    ActionWho.PROVIDER: "Een hulpverlener",
}
ENDS: dict[str, str] = {
    GoalState.REACHED: "Dit is gelukt.",
    GoalState.PARTLY: "Dit is voor een deel gelukt.",
    GoalState.MISSED: "Dit is niet gelukt.",
}


@dataclass(frozen=True)
class Step:
    """One action in plain words."""

    who: str
    what: str
    when: str
    where: str
    phone: str


@dataclass(frozen=True)
class Part:
    """One goal in plain words."""

    title: str
    wish: str
    now: str
    end: str
    result: str
    steps: list[Step]


def parts_of(goals: Iterable[Goal], actions: Iterable[PlanAction]) -> list[Part]:
    """The goals that run and then those that ended; what was dropped or stopped is left out."""
    steps: dict[object, list[Step]] = {}
    for action in actions:
        if action.state != ActionState.STOPPED:
            steps.setdefault(action.goal_id, []).append(_step(action))
    shown = [goal for goal in goals if goal.state != GoalState.DROPPED]
    shown.sort(key=lambda goal: not goal.is_open)
    return [_part(goal, steps.get(goal.pk, [])) for goal in shown]


def when_of(action: PlanAction) -> str:
    """The period in words."""
    if action.state == ActionState.DONE:
        return "Dit is klaar"
    since = _day(action.since)
    if action.until is None:
        return f"vanaf {since}"
    if action.until == action.since:
        return f"op {since}"
    return f"van {since} tot en met {_day(action.until)}"


def _part(goal: Goal, steps: list[Step]) -> Part:
    said = goal.said
    return Part(
        title=str(goal.domain),
        wish=said.get("wish", ""),
        now=said.get("now", ""),
        end=ENDS.get(goal.state, ""),
        result=said.get("result", ""),
        steps=steps,
    )


def _step(action: PlanAction) -> Step:
    """Who does it by name when there is one, and where one can go with its number."""
    offer = action.offer
    return Step(
        who=action.said.get("name") or WHO[action.who],
        what=action.said.get("what", ""),
        when=when_of(action),
        where=f"{offer.name}, {offer.organisation}" if offer else "",
        phone=offer.organisation.phone if offer else "",
    )


def _day(day: date) -> str:
    return f"{day_month(day)} {day.year}"
