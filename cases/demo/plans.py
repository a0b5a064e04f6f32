"""Plans of the demo city: in every dossier, with goals of several kinds (GES-6)."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from cases.community.models import Offer
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.models import LifeDomain
from cases.plans import services
from cases.plans.fitting import ActionText, GoalText
from cases.plans.models import AgreedHow, Goal
from common.deadlines import local_day

MINUTE = timedelta(minutes=1)
WEEK = timedelta(weeks=1)
FIRST = (
    ("resident", "own_strength", "Elke vrijdag de post openen en op een stapel leggen.", ""),
    ("network", "informal", "Samen met de inwoner de stapel doornemen.", "De buurvrouw"),
    ("team", "collective", "Drie keer langskomen om de administratie op orde te maken.", ""),
)


def create_plans(*, now: datetime) -> None:
    """A plan for each dossier that runs; the first one has an evaluation that is due today."""
    for number, file in enumerate(ResidentFile.objects.open().order_by("pk")):
        _plan(file, number, now)


def _plan(file: ResidentFile, number: int, now: datetime) -> None:
    own: dict[str, Any] = {"file_id": file.pk, "by": file.director}
    at = now - 25 * MINUTE
    services.start_plan(
        submission_key=_key(file, "plan"),
        members=[],
        evaluate_on=local_day(now) + number * WEEK,
        at=at,
        **own,
    )
    goal = _goal(file, "wonen", "Ik wil hier blijven wonen en mijn post de baas zijn.", 2, at)
    for position, each in enumerate(FIRST):
        _action(goal, position, each, at + MINUTE)
    asked = file.questions.filter(domain__code="netwerk").first()
    wish = "Ik wil elke week onder de mensen zijn."
    _with_offer(_goal(file, "netwerk", wish, 2, at, question=asked), at)
    _agree(file, now - 15 * MINUTE)
    if number == 0:
        _reached(file, now - 10 * MINUTE)
    else:
        _formal(file, now - 10 * MINUTE)


def _goal(
    file: ResidentFile, code: str, wish: str, score: int, at: datetime, question: Any = None
) -> Goal:
    domain = LifeDomain.objects.get(code=code)
    text = GoalText(domain=domain, question=question, wish=wish, now="", score_before=score)
    key = _key(file, f"goal-{code}")
    return services.add_goal(
        submission_key=key, file_id=file.pk, text=text, by=file.director, at=at
    )


def _action(
    goal: Goal, number: int, told: tuple[str, str, str, str], at: datetime, **own: Any
) -> None:
    who, kind, what, name = told
    said = {"short": "", "offer": None, "since": local_day(at), "until": None} | own
    services.add_action(
        submission_key=_key(goal.file, f"action-{goal.domain.code}-{number}"),
        file_id=goal.file_id,
        goal_id=goal.pk,
        text=ActionText(what=what, who=who, name=name, kind=kind, **said),
        by=goal.file.director,
        at=at,
    )


def _with_offer(goal: Goal, at: datetime) -> None:
    """Something of the sociale kaart, as long as there is something."""
    day = local_day(at)
    rows = Offer.objects.current_on(day).filter(topics=goal.domain)
    offer = rows.order_by("name", "pk").first()
    told = ("general", "collective", "Meedoen met een groep in de buurt.", "")
    _action(goal, 0, told, at + MINUTE, offer=offer, until=day + 12 * WEEK)


def _agree(file: ResidentFile, at: datetime) -> None:
    plan = ResidentFile.objects.select_related("plan").get(pk=file.pk).plan
    services.record_agreement(
        file_id=file.pk,
        version=plan.version,
        edition=plan.edition,
        agreed_on=local_day(at),
        how=AgreedHow.TALK,
        by=file.director,
        at=at,
    )


def _reached(file: ResidentFile, at: datetime) -> None:
    """Something that was done, and a goal that was reached with it."""
    goal = file.goals.get(domain__code="netwerk")
    own: dict[str, Any] = {"file_id": file.pk, "by": file.director, "at": at}
    services.move_action(
        action_id=goal.actions.get().pk, version=1, state="done", result="Gaat elke week.", **own
    )
    services.end_goal(
        goal_id=goal.pk,
        state="reached",
        result="Kent nu vier mensen in de buurt.",
        score_after=4,
        **own,
    )


def _formal(file: ResidentFile, at: datetime) -> None:
    """Maatwerk, with the reason why the rest is not enough."""
    goal = _goal(file, "zelfzorg", "Ik wil mijzelf weer goed verzorgen.", 3, at)
    told = ("provider", "formal", "Hulp bij het douchen, drie keer per week.", "Thuiszorg")
    short = "De dochter woont ver weg; een vrijwilliger doet geen verzorging."
    _action(goal, 0, told, at, short=short)


def _key(file: ResidentFile, what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"plan:{file.uuid}:{what}")
