"""Plans of the test city: empty, full, with very long texts, and of a closed dossier."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from cases.community.models import Offer
from cases.dossiers.models import ResidentFile
from cases.dossiers.services import open_file
from cases.models import LifeDomain
from cases.plans import services
from cases.plans.fitting import ActionText, GoalText
from cases.plans.models import Goal, PlanAction
from cases.residents.models import Party
from clusters.models import Team
from tests.factories.cases import CallbackFactory, ResidentFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, TEAM, City
from tests.journeys.city_dossiers import ME

WEEK = timedelta(weeks=1)
ACTIONS = (
    ("resident", "own_strength", "Elke week samen de post openen.", ""),
    ("network", "informal", "Elke zaterdag boodschappen doen.", "Buurvrouw Els"),
    ("volunteer", "informal", "Maatje voor de administratie.", ""),
    ("team", "collective", "Drie gesprekken over geld.", ""),
    ("provider", "formal", "Begeleiding thuis, twee uur per week.", "Zorg in de Buurt"),
)


def furnish(city: City) -> None:
    """Begin them; ``city.things`` knows the dossiers by name."""
    for number, name in enumerate(("none", "empty", "full", "long", "busy", "over")):
        file = _dossier(city, LONG_NAME if name == "long" else f"Inwoner P{number}")
        city.things[f"plan-{name}"] = file.pk
        if name != "none":
            _start(city, file)
    _fill(city, _file(city, "full"))
    _fill_long(city, _file(city, "long"))
    goal = _goal(city, _file(city, "busy"), "geld", "Ik wil rondkomen.")
    city.things["plan-goal"] = [goal.file_id, goal.pk]
    action = _action(city, goal, *ACTIONS[0])
    city.things["plan-action"] = [goal.file_id, action.pk]
    coming = goal.file.evaluations.get()
    city.things["plan-evaluation"] = [goal.file_id, coming.pk]
    _end(city, _file(city, "over"))


def _file(city: City, name: str) -> ResidentFile:
    return ResidentFile.objects.get(pk=city.things[f"plan-{name}"])


def _dossier(city: City, name: str) -> ResidentFile:
    team = Team.objects.get(code=TEAM)
    resident = ResidentFactory(name=name)
    facts = {"valid_from": date(2026, 1, 1), "kind": "household"}
    Party.objects.create(resident=resident, name="Kim", role="partner", **facts)
    Party.objects.create(resident=resident, name="Sam", role="child", **facts)
    CallbackFactory(resident=resident, team=team, handler=city.people[ME], claimed=True)
    return open_file(
        submission_key=uuid.uuid4(),
        resident_id=resident.pk,
        team_id=team.pk,
        domain=LifeDomain.objects.get(code="geld"),
        words="Ik kom niet rond.",
        by=city.people[ME],
        at=timezone.now() - timedelta(hours=2),
    )


def _start(city: City, file: ResidentFile) -> None:
    people = [row.pk for row in file.resident.parties.all()]
    services.start_plan(
        submission_key=uuid.uuid4(),
        file_id=file.pk,
        members=people,
        evaluate_on=timezone.localdate() + WEEK,
        by=city.people[ME],
    )


def _goal(city: City, file: ResidentFile, code: str, wish: str, **own: Any) -> Goal:
    domain = LifeDomain.objects.get(code=code)
    said = {"question": None, "now": "", "score_before": None} | own
    text = GoalText(domain=domain, wish=wish, **said)
    key = uuid.uuid4()
    return services.add_goal(submission_key=key, file_id=file.pk, text=text, by=city.people[ME])


def _action(
    city: City, goal: Goal, who: str, kind: str, what: str, name: str, **own: Any
) -> PlanAction:
    short = "De zus is ziek en een vrijwilliger is niet genoeg." if kind == "formal" else ""
    said = {"offer": None, "since": timezone.localdate(), "until": None} | own
    text = ActionText(what=what, who=who, name=name, kind=kind, short=short, **said)
    return services.add_action(
        submission_key=uuid.uuid4(),
        file_id=goal.file_id,
        goal_id=goal.pk,
        text=text,
        by=city.people[ME],
    )


def _fill(city: City, file: ResidentFile) -> None:
    """Actions of every sort, an offer, one done; an evaluation held; an older agreement."""
    own = {"file_id": file.pk, "by": city.people[ME]}
    goal = _goal(city, file, "geld", "Ik wil rondkomen.", now="Er is schuld.", score_before=2)
    made = [_action(city, goal, *each) for each in ACTIONS]
    offer = Offer.objects.filter(is_active=True).order_by("pk").first()
    until = timezone.localdate() + 8 * WEEK
    place = ("general", "collective", "Eten met buren.", "")
    _action(city, goal, *place, offer=offer, until=until)
    services.move_action(
        action_id=made[1].pk, version=1, state="done", result="Dat loopt nu vanzelf.", **own
    )
    file.plan.refresh_from_db()
    services.record_agreement(
        version=1, edition=file.plan.edition, agreed_on=timezone.localdate(), how="talk", **own
    )
    done = _goal(city, file, "netwerk", RTL, score_before=2)
    services.end_goal(
        goal_id=done.pk, state="reached", result="Elke dinsdag eten.", score_after=4, **own
    )
    services.hold_evaluation(
        evaluation_id=file.evaluations.get().pk,
        held_on=timezone.localdate(),
        present="De inwoner en Kim.",
        findings="Het gaat beter.\nDe post blijft moeilijk.",
        next_on=timezone.localdate() + 8 * WEEK,
        why="",
        **own,
    )


def _fill_long(city: City, file: ResidentFile) -> None:
    goal = _goal(city, file, "geld", LONG_WORD[:2000], now=LONG_WORD[:2000])
    _action(city, goal, "network", "informal", LONG_WORD[:2000], LONG_WORD[:120])


def _end(city: City, file: ResidentFile) -> None:
    """No goal runs any more: the planned evaluation may go."""
    goal = _goal(city, file, "geld", "Ik wil rondkomen.")
    own = {"file_id": file.pk, "by": city.people[ME]}
    services.end_goal(
        goal_id=goal.pk, state="partly", result="Het lukt bijna.", score_after=None, **own
    )
    city.things["plan-evaluation-over"] = [file.pk, file.evaluations.get().pk]
