"""Cover in the test city: now, to come, over; with work of the one, and a very long name."""

from datetime import datetime, timedelta

from django.utils import timezone

from clusters.cover.services import arrange_cover
from clusters.models import Role, User
from tests.factories import MembershipFactory
from tests.factories.absence import away
from tests.factories.cover import covered
from tests.factories.dossiers import FileFactory, FileLineFactory
from tests.factories.todos import TaskFactory
from tests.journeys.city import LONG_NAME, City, employee

DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """In the team of the city; ``city.things`` knows them by name."""
    today, manager = timezone.localdate(), city.people["team_manager"]
    ill = employee(Role.TEAM_WORKER, "ill", "Dirk", "Visser")
    mate = employee(Role.TEAM_WORKER, "mate", "Truus", "Hendriks")
    city.people |= {"ill": ill, "mate": mate}
    file = FileFactory(team=city.team, director=ill)
    TaskFactory(file=file, owner=ill)
    over = covered(ill, mate, today - 9 * DAY, today - 3 * DAY, arranged_at=_ago(9))
    FileLineFactory(file=file, by=mate, at=_ago(5))
    city.things["cover-over"] = over.pk
    covered(mate, _long(city), today + 20 * DAY, today + 30 * DAY)
    key = file.uuid
    running = arrange_cover(
        submission_key=key,
        employee_id=ill.pk,
        deputy=mate,
        first_day=today,
        last_day=today + 13 * DAY,
        by=manager,
    )
    city.things["cover-running"] = running.pk
    _left_alone(city)


def _left_alone(city: City) -> None:
    """Somebody is away for weeks, with a dossier and without a deputy."""
    person = employee(Role.TEAM_WORKER, "alone", "Wilma", "de Groot")
    city.people["alone"] = person
    FileFactory(team=city.team, director=person)
    today = timezone.localdate()
    away(person, today - 14 * DAY, today + 14 * DAY)


def _long(city: City) -> User:
    """Somebody with a very long name."""
    row = MembershipFactory(team=city.team, user__first_name="Wil", user__last_name=LONG_NAME)
    found: User = row.user
    return found


def _ago(days: int) -> datetime:
    return timezone.now() - days * DAY
