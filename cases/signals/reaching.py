"""Which team goes, which day can be, and who works there; only reads (SG-2, SG-5, SG-6)."""

from datetime import date, timedelta

from django.db.models import QuerySet

from cases.signals.models import MOST_DAYS
from clusters.models import Membership, Neighbourhood, Role, User
from clusters.organisation.routing import Route, route_address, route_neighbourhood
from common.errors import RuleViolation

NO_PLACE = "Vul een postcode in, of kies de wijk."
UNKNOWN_POSTCODE = "Deze postcode staat niet in de tabel. Kies de wijk."
NO_TEAM = "Deze wijk heeft nu geen team. Kies een andere wijk."
NOT_HERE = "Deze collega werkt vandaag niet als wijkwerker in dit team."
TOO_FAR = f"Kies een dag binnen {MOST_DAYS} dagen."


def find_team(postcode: str, neighbourhood: Neighbourhood | None, day: date) -> Route:
    """The team of a place; a wijk chosen by hand wins. Raises RuleViolation at the empty field."""
    if neighbourhood is not None:
        route = route_neighbourhood(neighbourhood_id=neighbourhood.pk, day=day)
        problem, field = NO_TEAM, "neighbourhood"
    elif postcode:
        route = route_address(postcode=postcode, house_number=None, day=day)
        problem, field = UNKNOWN_POSTCODE, "neighbourhood"
    else:
        route, problem, field = None, NO_PLACE, "postcode"
    if route is None:
        raise RuleViolation(problem, field=field)
    return route


def workers_of(team_id: int, day: date) -> QuerySet[User]:
    """The wijkwerkers of a team on a day, by name."""
    running = Membership.objects.running(day).filter(role=Role.TEAM_WORKER, team_id=team_id)
    people = User.objects.filter(pk__in=running.values("user_id"))
    return people.order_by("last_name", "first_name", "pk")


def managers_of(team_id: int, day: date) -> set[int]:
    """Who leads the team."""
    rows = Membership.objects.running(day).filter(role=Role.TEAM_MANAGER, team_id=team_id)
    return set(rows.values_list("user_id", flat=True))


def must_work_here(team_id: int, person: User, day: date) -> None:
    """A wijkwerker of the team today (SG-5); raises RuleViolation."""
    if not workers_of(team_id, day).filter(pk=person.pk).exists():
        raise RuleViolation(NOT_HERE, field="person")


def must_be_soon(day: date, today: date) -> None:
    """A next attempt is after today, and not too far away (SG-6); raises RuleViolation."""
    if day <= today:
        raise RuleViolation("Kies een dag na vandaag.", field="next_on")
    if day > today + timedelta(days=MOST_DAYS):
        raise RuleViolation(TOO_FAR, field="next_on")
