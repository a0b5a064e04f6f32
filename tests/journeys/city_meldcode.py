"""Meldcodes of the test city: begun, weighed as unsafe, very long, over; and who looks along."""

import uuid
from datetime import timedelta

from django.utils import timezone

from cases.meldcode import services
from cases.meldcode.models import SafetyCode, StepFacts
from clusters.models import Team
from common.deadlines import local_day
from tests.factories.cases import ResidentFactory
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.meldcode import OfficerFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, TEAM, City

ME, COLLEAGUE = "handler", "team_worker"
DAY = timedelta(days=1)
NAMES = ("begun", "unsafe", "long", "ended", "decided")


def furnish(city: City) -> None:
    """Open them; ``city.things`` knows them by name."""
    things, team = city.things, Team.objects.get(code=TEAM)
    officer = OfficerFactory(team=team, employee=city.people["long"])
    things["safety-officer"] = officer.pk
    OfficerFactory(cluster=team.cluster, valid_until=local_day(timezone.now()) + 90 * DAY)
    for number, name in enumerate(NAMES):
        who = LONG_NAME if name == "long" else f"Inwoner M{number}"
        words = LONG_WORD[:2000] if name == "long" else f"Het kind was bang. {RTL}"
        things[f"safety-{name}"] = _opened(city, who, words).pk
    for name in ("unsafe", "long", "decided"):
        _weigh(city, name)
    _decide(city)
    code = things["safety-ended"]
    services.end_code(
        code_id=code, version=1, outcome="unfounded", words="Het klopte niet.", by=city.people[ME]
    )
    things["safety-step-2"] = [things["safety-begun"], 2]
    things["safety-step-3"] = [things["safety-begun"], 3]
    things["safety-step-4"] = [things["safety-begun"], 4]
    things["safety-step-5"] = [things["safety-unsafe"], 5]
    melding = NotificationFactory(team=team, handler=city.people[ME])
    things["safety-melding"] = melding.pk


def _opened(city: City, name: str, words: str) -> SafetyCode:
    """A meldcode of me, in a dossier with a colleague."""
    team, me = Team.objects.get(code=TEAM), city.people[ME]
    file = FileFactory(resident=ResidentFactory(name=name), team=team, director=me)
    FileColleagueFactory(file=file, employee=city.people[COLLEAGUE])
    city.things["safety-file"] = file.pk
    today = local_day(timezone.now())
    return services.open_code(
        submission_key=uuid.uuid4(),
        resident_id=file.resident_id,
        persons=["Sam (kind, geboren in 2018)", LONG_WORD[:150]],
        facts=StepFacts(done_on=today, words=words),
        next_on=today + 2 * DAY,
        by=me,
    )


def _step(city: City, name: str, number: int, words: str, answers: dict[str, str]) -> None:
    code = SafetyCode.objects.get(pk=city.things[f"safety-{name}"])
    today = local_day(timezone.now())
    services.note_step(
        code_id=code.pk,
        number=number,
        submission_key=uuid.uuid4(),
        version=code.version,
        facts=StepFacts(done_on=today, words=words, answers=answers),
        next_on=today + 5 * DAY,
        by=city.people[ME],
    )


def _weigh(city: City, name: str) -> None:
    """Consulted, talked and weighed as unsafe."""
    words = LONG_WORD[:2000] if name == "long" else "Veilig Thuis ziet het ook zo."
    asked_on = local_day(timezone.now()).isoformat()
    asked = {"colleague": "Mo", "asked": "anonymous", "asked_on": asked_on}
    _step(city, name, 2, words, asked)
    _step(city, name, 3, "", {"held": "no", "why_not": "Te gevaarlijk voor het kind."})
    _step(city, name, 4, "Het kind is bang.", {"suspicion": "yes", "unsafe": "yes"})


def _decide(city: City) -> None:
    """Decided, reported, heard; with a colleague inside and another kept out."""
    me, code = city.people[ME], city.things["safety-decided"]
    _step(city, "decided", 5, "Wij melden vandaag.", {"reports": "yes", "helps": "yes"})
    today = local_day(timezone.now())
    for words in ("Gebeld en alles verteld.", "Nagebeld over de school."):
        report = services.report_code(
            code_id=code,
            submission_key=uuid.uuid4(),
            reported_on=today,
            way="phone",
            reference="VT-2026-81",
            words=words,
            by=me,
        )
    told = {"heard_on": today, "words": "Zij gaan deze week langs."}
    services.note_feedback(code_id=code, report_id=report.uuid, by=me, **told)
    first = SafetyCode.objects.get(pk=code).reports.exclude(pk=report.pk).get()
    city.things["safety-told"] = [code, first.uuid]
    services.admit_colleague(code_id=code, employee=city.people[COLLEAGUE], by=me)
    services.bar_employee(code_id=code, employee=city.people["city_social_team"], by=me)
