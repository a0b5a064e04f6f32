"""Waakvlammen of the test city: calm, with a worry, unreached, of who died, very long, over."""

import uuid
from datetime import timedelta

from django.utils import timezone

from cases.models import Resident
from cases.waakvlam import services
from cases.waakvlam.models import Agreed, Waakvlam
from clusters.models import Team
from common.deadlines import local_day
from tests.factories.cases import CallbackFactory, ResidentFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, TEAM, City

ME, COLLEAGUE = "handler", "team_worker"
DAY = timedelta(days=1)
NAMES = ("calm", "worry", "unreached", "died", "long", "ended")


def furnish(city: City) -> None:
    """Begin them; ``city.things`` knows them by name."""
    things, me = city.things, city.people[ME]
    for number, name in enumerate(NAMES):
        words = LONG_WORD[:1000] if name == "long" else "Eet hij goed? Is de post open?"
        row = _begun(city, LONG_NAME if name == "long" else f"Inwoner W{number}", words)
        things[f"waakvlam-{name}"] = row.pk
    _contact(city, "calm", "spoken", "good", "Hij wandelt weer. " + RTL)
    _contact(city, "worry", "spoken", "worry", "De gordijnen zijn dicht en hij eet slecht.")
    _contact(city, "long", "spoken", "watch", LONG_WORD[:500])
    for _ in range(3):
        _contact(city, "unreached", "unreached", "", "Niemand deed open.")
    _contact(city, "calm", "card", "", "")
    died = Waakvlam.objects.get(pk=things["waakvlam-died"])
    Resident.objects.filter(pk=died.resident_id).update(deceased_on=local_day(timezone.now()))
    words = "De zoon komt elke week."
    services.end_waakvlam(
        waakvlam_id=things["waakvlam-ended"], outcome="nothing", words=words, by=me
    )
    late = Waakvlam.objects.get(pk=things["waakvlam-worry"])
    late.plan(local_day(timezone.now()) - 3 * DAY)
    late.save()
    things["waakvlam-resident"] = _resident(city, "Inwoner zonder waakvlam").pk


def _resident(city: City, name: str) -> Resident:
    """Somebody the team knows."""
    team = Team.objects.get(code=TEAM)
    resident: Resident = ResidentFactory(name=name)
    CallbackFactory(resident=resident, team=team, closed=True, handler=city.people[ME])
    return resident


def _begun(city: City, name: str, words: str) -> Waakvlam:
    today = local_day(timezone.now())
    agreed = Agreed(
        weeks=4,
        way="visit",
        look_for=words,
        stop_rule="Als de zoon terug is.",
        escalation="Bel eerst de zoon, dan de huisarts.",
        review_on=today + 180 * DAY,
        agreed_on=today,
    )
    return services.start_waakvlam(
        submission_key=uuid.uuid4(),
        resident_id=_resident(city, name).pk,
        team_id=Team.objects.get(code=TEAM).pk,
        owner=city.people[ME],
        deputy=city.people[COLLEAGUE],
        agreed=agreed,
        first_on=today + 2 * DAY,
        by=city.people[ME],
    )


def _contact(city: City, name: str, result: str, mood: str, words: str) -> None:
    row = Waakvlam.objects.get(pk=city.things[f"waakvlam-{name}"])
    services.log_contact(
        waakvlam_id=row.pk,
        submission_key=uuid.uuid4(),
        version=row.version,
        result=result,
        mood=mood,
        words=words,
        next_on=local_day(timezone.now()) + 28 * DAY,
        quarters=1 if result == "spoken" else None,
        by=city.people[ME],
    )
