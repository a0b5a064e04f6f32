"""Which team calls a caller back, and who calls for a team today (TB-4, TB-12)."""

from datetime import date, datetime
from typing import Protocol

from django.utils import timezone

from clusters.models import Membership, Neighbourhood
from clusters.organisation.routing import Route, route_address, route_neighbourhood
from common.errors import RuleViolation


class Address(Protocol):
    """As much of a caller as finds their team."""

    @property
    def postcode(self) -> str: ...

    @property
    def house_number(self) -> int | None: ...


def find_route(caller: Address, neighbourhood: Neighbourhood | None, day: date) -> Route:
    """The team that must call; a choice by hand wins over the table.

    Raises RuleViolation at the field that is missing when no team can be found.
    """
    if neighbourhood is not None:
        route = route_neighbourhood(neighbourhood_id=neighbourhood.pk, day=day)
        problem, field = "Deze wijk heeft nu geen team. Kies een andere wijk.", "neighbourhood"
    elif caller.postcode:
        route = route_address(postcode=caller.postcode, house_number=caller.house_number, day=day)
        problem = "Deze postcode staat niet in de tabel. Kies de wijk bij “Wijk”."
        field = "postcode"
    else:
        route = None
        problem, field = "Vul een postcode in, of kies de wijk bij “Wijk”.", "postcode"
    if route is None:
        raise RuleViolation(problem, field=field)
    return route


def who_calls_for(team_id: int, at: datetime) -> set[int]:
    """The people who call residents back for a team today."""
    running = Membership.objects.running(timezone.localdate(at)).handling()
    return set(running.filter(team_id=team_id).values_list("user_id", flat=True))
