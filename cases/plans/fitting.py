"""What fits and what does not: days, and who gives which sort of help. Only compares."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.community.models import Offer
from cases.dossiers.models import HelpRequest, ResidentFile
from cases.intakes.models import LifeDomain
from cases.plans.models import KINDS_OF, WHO_HINTS, ActionKind, ActionWho, Goal, PlanAction
from common.errors import RuleViolation

YEAR = timedelta(days=366)
FAR = timedelta(days=5 * 366)


@dataclass(frozen=True)
class GoalText:
    """What a goal says."""

    domain: LifeDomain
    question: HelpRequest | None
    wish: str
    now: str
    score_before: int | None


@dataclass(frozen=True)
class ActionText:
    """What an action says."""

    what: str
    who: str
    name: str
    kind: str
    short: str
    offer: Offer | None
    since: date
    until: date | None


def goal_text(goal: Goal) -> GoalText:
    """What a goal says now."""
    said = goal.said
    return GoalText(
        domain=goal.domain,
        question=goal.question,
        wish=said.get("wish", ""),
        now=said.get("now", ""),
        score_before=goal.score_before,
    )


def action_text(action: PlanAction) -> ActionText:
    """What an action says now."""
    said = action.said
    return ActionText(
        what=said.get("what", ""),
        who=action.who,
        name=said.get("name", ""),
        kind=action.kind,
        short=said.get("short", ""),
        offer=action.offer,
        since=action.since,
        until=action.until,
    )


def check_goal(text: GoalText, file: ResidentFile) -> None:
    """A goal has words, and its question is one of this dossier (PL-3)."""
    if not text.wish.strip():
        raise RuleViolation("Schrijf op wat de inwoner wil bereiken.", field="wish")
    if text.question is not None and text.question.file_id != file.pk:
        raise RuleViolation("Deze hulpvraag hoort bij een ander dossier.", field="question")


def check_action(text: ActionText, today: date) -> None:
    """Who can give this sort of help, maatwerk only with a reason, a period that can be."""
    if not text.what.strip():
        raise RuleViolation("Schrijf op wat er wordt gedaan.", field="what")
    if ActionKind(text.kind) not in KINDS_OF[ActionWho(text.who)]:
        raise RuleViolation(WHO_HINTS[text.kind], field="who")
    if text.kind == ActionKind.FORMAL and not text.short.strip():
        reason = "Schrijf op waarom eigen kracht, netwerk, vrijwilliger en aanbod niet genoeg zijn."
        raise RuleViolation(reason, field="short")
    _check_period(text.since, text.until, today)


def check_coming(day: date, today: date, field: str) -> None:
    """An evaluation is today or later, and within a year (PL-8)."""
    if day < today:
        raise RuleViolation("Deze dag is al voorbij.", field=field)
    if day > today + YEAR:
        raise RuleViolation("Kies een dag binnen een jaar.", field=field)


def check_past(day: date, today: date, field: str) -> None:
    """What was agreed or held was today or before, and not longer than a year ago."""
    if day > today:
        raise RuleViolation("Deze dag moet nog komen.", field=field)
    if day < today - YEAR:
        raise RuleViolation("Dit is langer dan een jaar geleden.", field=field)


def _check_period(since: date, until: date | None, today: date) -> None:
    if abs(since - today) > FAR:
        raise RuleViolation("Kies een dag binnen vijf jaar.", field="since")
    if until is not None and until < since:
        raise RuleViolation("Het einde ligt voor het begin.", field="until")
    if until is not None and until - today > FAR:
        raise RuleViolation("Kies een dag binnen vijf jaar.", field="until")
