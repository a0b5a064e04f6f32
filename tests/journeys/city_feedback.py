"""Referrers in the test city: one who may hear, one who may not, who heard, who will not, long."""

from datetime import timedelta

from django.utils import timezone

from cases.feedback import services
from clusters.models import Team
from tests.factories.advice import consent_for
from tests.factories.cases import ResidentFactory
from tests.factories.dossiers import FileFactory
from tests.factories.feedback import FeedbackFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, TEAM, City

ME = "handler"
DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """Write them down; ``city.things`` knows them by name."""
    me, things = city.people[ME], city.things
    for name in ("due", "late", "sent", "dropped", "long"):
        things[f"feedback-{name}"] = _feedback(city, name)
    today = timezone.localdate()
    services.send_feedback(
        feedback_id=things["feedback-sent"], phrase="helped", way="letter", told_on=today, by=me
    )
    services.drop_feedback(feedback_id=things["feedback-dropped"], why_not="refused", by=me)


def _feedback(city: City, name: str) -> int:
    now, today = timezone.now(), timezone.localdate()
    resident = ResidentFactory(name=LONG_NAME if name == "long" else f"Verwezen {name}")
    team, me = Team.objects.get(code=TEAM), city.people[ME]
    file = FileFactory(resident=resident, team=team, director=me, opened_at=now)
    if name == "due":
        city.things["feedback-file"] = file.pk
    if name != "late":
        consent_for(resident, "huisarts", given_on=today)
    number: int = FeedbackFactory(
        file=file,
        organisation=LONG_WORD[:120] if name == "long" else "Huisartsen Haven",
        referred_on=today - 9 * DAY,
        due_on=today - 2 * DAY if name == "late" else today + 9 * DAY,
        recorded_at=now,
    ).pk
    return number
