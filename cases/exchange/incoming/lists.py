"""What a file may name: our teams, employees and lists, read once per import."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from cases.callbacks.models import CallbackNorm, CallbackOutcome, CallbackSubject
from cases.callbacks.routing import Address, find_route
from clusters.models import Cluster, Neighbourhood, Team, TeamKind, User, working_calendar
from clusters.organisation.routing import Route
from common.deadlines import WorkCalendar, local_day
from common.errors import RuleViolation

Place = tuple[str, int | None, date]


def by_code(model: type[Model]) -> dict[str, int]:
    """The keys of a list by code."""
    rows: Any = model._default_manager.values_list("code", "pk")
    return dict(rows)


@dataclass
class Lists:
    """Everything a line is looked up in; ``employee`` stands in for people we do not know."""

    now: datetime
    employee: User | None
    teams: dict[str, Team]
    people: dict[str, int]
    subjects: dict[str, int]
    labels: dict[str, int]
    outcomes: dict[str, int]
    places: dict[str, int]
    clusters: dict[str, int]
    norms: dict[str, CallbackNorm]
    calendar: WorkCalendar
    routes: dict[Place, Route | None] = field(default_factory=dict)

    @property
    def desks(self) -> list[Team]:
        """The contact centres of today."""
        day = local_day(self.now)
        desks = (team for team in self.teams.values() if team.kind == TeamKind.CONTACT_CENTRE)
        return [team for team in desks if team.holds_on(day)]

    def person(self, username: str) -> int | None:
        """Who signs in with this name, or who stands in for people we do not know."""
        known = self.people.get(username.casefold())
        return known or (self.employee.pk if self.employee else None)

    def route(self, caller: Address, at: datetime) -> Route | None:
        """The team of an address on the day of the request; None when the table has none."""
        address = (caller.postcode, caller.house_number, local_day(at))
        if address not in self.routes:
            try:
                self.routes[address] = find_route(caller, None, local_day(at))
            except RuleViolation:
                self.routes[address] = None
        return self.routes[address]


def read_lists(*, now: datetime, employee: User | None) -> Lists:
    """The lists as they are now; eight queries."""
    subjects = list(CallbackSubject.objects.values_list("code", "label", "pk"))
    people = User.objects.values_list("username", "pk")
    return Lists(
        now=now,
        employee=employee,
        teams={team.code: team for team in Team.objects.select_related("cluster")},
        people={username.casefold(): pk for username, pk in people},
        subjects={code: pk for code, _label, pk in subjects},
        labels={label.casefold(): pk for _code, label, pk in subjects},
        outcomes=by_code(CallbackOutcome),
        places=by_code(Neighbourhood),
        clusters=by_code(Cluster),
        norms={norm.code: norm for norm in CallbackNorm.objects.all()},
        calendar=working_calendar(),
    )
