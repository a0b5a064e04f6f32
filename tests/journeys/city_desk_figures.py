"""Some weeks of contacts in the test city: with and without a vraagbaak, and what was asked for."""

import uuid
from datetime import datetime, timedelta
from itertools import cycle

from django.utils import timezone

from cases.helpdesk.models import day_part_of
from cases.knowledge.models import ArticleUse, UseKind
from cases.models import CallbackSubject, QuestionResult
from clusters.models import Team, working_calendar
from dashboards.desk_services import refresh_desk_figures
from tests.factories.contacts import ContactFactory, ContactQuestionFactory
from tests.factories.knowledge import ArticleFactory, SuggestionFactory
from tests.journeys.city import City

PER_DAY, WORKING_MINUTES = 9, 470
WEEKS = 5
R = QuestionResult
RESULTS = (R.ANSWERED, R.ANSWERED, R.REFERRED, R.ANSWERED, R.HELP_DESK, R.WRONG_NUMBER, R.ANSWERED)
WITHOUT = (R.ANSWERED, R.REFERRED, R.ANSWERED, R.REFERRED, R.ANSWERED)
REFERRED_TO = "Maatschappelijk werk, omdat er al een gesprek loopt over de schulden van het gezin"


def furnish(city: City) -> None:
    """Contacts on every working day of five weeks, counted; the last ones are of today."""
    desk, now = Team.objects.get(code="kcc"), timezone.now()
    person = city.people["contact_centre"]
    subjects = cycle(CallbackSubject.objects.all())
    article = ArticleFactory(title="Kwijtschelding van gemeentelijke belastingen", owner=person)
    on, off = cycle(RESULTS), cycle(WITHOUT)
    for number, at in enumerate(_moments(now)):
        duty = (at.toordinal() + at.hour // 12) % 3 > 0
        result = next(on if duty else off)
        wrong = result == R.WRONG_NUMBER
        contact = ContactFactory(
            desk=desk, employee=person, opened_at=at - timedelta(minutes=4), ended_at=at
        )
        ContactQuestionFactory(
            contact=contact,
            result=result,
            subject=None if wrong else next(subjects),
            referred_to=REFERRED_TO if result == R.REFERRED else "",
            article=article if result == R.ANSWERED and number % 2 else None,
            part=day_part_of(at),
            with_help_desk=duty,
        )
    for _ in range(7):
        ArticleUse.objects.create(team=desk, at=now, kind=UseKind.NOTHING_FOUND)
    for _ in range(3):
        SuggestionFactory(team=desk, suggested_by=person, submission_key=uuid.uuid4())
    _promise(city, desk)
    refresh_desk_figures(at=now)


def _moments(now: datetime) -> list[datetime]:
    """Moments of working days, oldest first, none later than now."""
    calendar, day = working_calendar(), (now - timedelta(weeks=WEEKS)).date()
    found = []
    while (day := calendar.next_working_day(day)) <= now.date():
        opens, _ = calendar.span(day)
        step = timedelta(minutes=WORKING_MINUTES // PER_DAY)
        found += [opens + number * step for number in range(PER_DAY)]
    return [each for each in found if each < now]


def _promise(city: City, desk: Team) -> None:
    """Every request of the city was promised in a contact of its own."""
    for callback in city.callbacks.values():
        at = callback.registered_at
        contact = ContactFactory(
            desk=desk,
            employee=callback.registered_by,
            resident=callback.resident,
            opened_at=at - timedelta(minutes=5),
            ended_at=at,
        )
        ContactQuestionFactory(
            contact=contact,
            result=R.CALLBACK,
            subject=callback.subject,
            callback=callback,
            part=day_part_of(at),
        )
