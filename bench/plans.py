"""The plan of a dossier of the generated city: goals, who does what, and evaluations."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

from bench.one_dossier import DAY, Dossier, TableFacts, sealed

SHARE = 4
WISH = "Ik wil weer rondkomen, de post zelf openen en elke maand iets overhouden voor de kinderen."
WHAT = "Elke week samen de post openen en de rekeningen in de map doen."
RESULT = "Dat lukt nu zonder hulp."
FINDINGS = "De post is bij. De betalingsregeling loopt. Over drie maanden kijken we opnieuw. " * 2


def tables() -> tuple[Any, ...]:
    """What is filled here, in the order in which one row asks for another."""
    from cases.models import Evaluation, Goal, Plan, PlanAction  # noqa: PLC0415 - after setup

    return Plan, Goal, PlanAction, Evaluation


def plan_rows(one: Dossier, envelope: Any) -> Iterator[TableFacts]:
    """A plan in every dossier of our worker and in one in four of the others."""
    if not one.is_mine and one.number % SHARE:
        return
    yield _plan(one, envelope)
    for number in range(4 if one.is_mine else 1):
        goal = uuid.uuid4()
        yield _goal(one, envelope, goal, number)
        for kind in (("resident", "own_strength"), ("general", "collective")):
            yield _action(one, envelope, goal, kind)
    yield from _evaluations(one, envelope)


def _plan(one: Dossier, envelope: Any) -> TableFacts:
    name = uuid.uuid4()
    return tables()[0], one.of(
        id=one.number,
        uuid=name,
        resident_id=one.resident,
        content=sealed(envelope, f"cases_plan|content|{name}", "[]"),
        version=1,
        edition=1,
        started_at=one.at,
        started_by_id=one.director,
        agreed_on=one.at.date(),
        agreed_how="talk",
        agreed_edition=1,
    )


def _goal(one: Dossier, envelope: Any, name: uuid.UUID, number: int) -> TableFacts:
    """It runs as long as the dossier; the last of four was reached already."""
    over = not one.is_open or number == 3
    texts = {"wish": WISH, "now": WISH} | ({"result": RESULT} if over else {})
    return tables()[1], _told(one, envelope, "cases_goal", name, texts) | {
        "plan_id": one.number,
        "domain_id": one.domain,
        "question_id": one.question,
        "state": "reached" if over else "running",
        "score_before": 2,
        "score_after": 4 if over else None,
        "version": 1,
        "created_at": one.at,
        "created_by_id": one.director,
        "ended_at": one.at if over else None,
        "ended_by_id": one.director if over else None,
    }


def _action(one: Dossier, envelope: Any, goal: uuid.UUID, kind: tuple[str, str]) -> TableFacts:
    texts = {"what": WHAT} | ({} if one.is_open else {"result": RESULT})
    own = _told(one, envelope, "cases_planaction", uuid.uuid4(), texts)
    return tables()[2], own | {
        "goal_id": goal,
        "who": kind[0],
        "kind": kind[1],
        "offer_id": None,
        "since": one.at.date(),
        "until": None,
        "state": "running" if one.is_open else "done",
        "version": 1,
        "created_at": one.at,
        "created_by_id": one.director,
        "ended_at": one.ended_at,
    }


def _evaluations(one: Dossier, envelope: Any) -> Iterator[TableFacts]:
    """One that was held, and the next one while the dossier is open: of our worker one a day."""
    texts = {"present": "De inwoner en de wijkwerker.", "findings": FINDINGS}
    own = {"plan_id": one.number, "version": 1, "written_by_id": one.director}
    held = {"planned_on": one.at.date(), "held_on": one.at.date(), "state": "held"}
    table = tables()[3]
    told = _told(one, envelope, "cases_evaluation", uuid.uuid4(), texts)
    yield table, told | own | held
    if one.is_open:
        day = (one.now + (one.number % 90) * DAY).date()
        bare = one.of(id=uuid.uuid4(), resident_id=one.resident, content=b"")
        yield table, bare | own | {"planned_on": day, "held_on": None, "state": "planned"}


def _told(
    one: Dossier, envelope: Any, table: str, name: uuid.UUID, texts: dict[str, str]
) -> dict[str, Any]:
    """A row with its texts sealed together, as ``ToldByFile`` keeps them."""
    content = sealed(envelope, f"{table}|content|{name}", json.dumps(texts))
    return one.of(id=name, resident_id=one.resident, content=content)
