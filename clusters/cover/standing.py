"""What the pages of cover show: one's own, those of a team, and the days to begin with."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from clusters.absence.choosing import away_text, with_absence
from clusters.absence.models import Absence
from clusters.cover.models import LONGEST, LOOK_BACK, Cover
from clusters.cover.people import covered_people
from clusters.organisation.models import Team
from clusters.people.models import Membership, Role, User
from common.deadlines import ONE_DAY

MOST_SHOWN = 50


@dataclass(frozen=True)
class OwnCovers:
    """Who covers for me, for whom I cover, now or later; and what is just over."""

    for_me: list[Cover] = field(default_factory=list)
    by_me: list[Cover] = field(default_factory=list)
    over: list[Cover] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """Somebody of a team, and who covers for them."""

    person: User
    covers: list[Cover]

    @property
    def away(self) -> str:
        """Until when they are away today; empty when they are there."""
        return away_text(self.person).strip(" ()")


def own_covers(user: User, today: date) -> OwnCovers:
    """Those of this employee; one query."""
    since = today - LOOK_BACK
    rows = Cover.objects.filter(Q(employee=user) | Q(deputy=user), last_day__gte=since)
    found = OwnCovers()
    for row in rows.select_related("employee", "deputy", "ended_by")[:MOST_SHOWN]:
        if row.is_over(today):
            found.over.append(row)
        elif row.employee_id == user.pk:
            found.for_me.append(row)
        else:
            found.by_me.append(row)
    return found


def teams_kept_by(user: User, today: date) -> QuerySet[Team]:
    """Whose covers somebody looks after: the teams they lead, or all for the general manager."""
    teams = Team.objects.valid_on(today).order_by("name", "pk")
    if user.acting_role == Role.GENERAL_MANAGER:
        staffed = Membership.objects.running(today).handling().values("team_id")
        return teams.filter(pk__in=staffed)
    is_leading = user.acting_role == Role.TEAM_MANAGER
    return teams.filter(pk__in=user.team_ids) if is_leading else teams.none()


def lines_of(team: Team, by: User, today: date) -> list[Line]:
    """Everybody of the team with work in their name, by name; two queries."""
    members = Membership.objects.running(today).handling().filter(team=team)
    people = covered_people(by, today).filter(pk__in=members.values("user_id"))
    people = with_absence(people.order_by("last_name", "first_name", "pk"), today)
    covers = defaultdict(list)
    rows = Cover.objects.counting().filter(employee__in=list(people), last_day__gte=today)
    for row in rows.select_related("deputy"):
        covers[row.employee_id].append(row)
    return [Line(person, covers[person.pk]) for person in people]


def first_days(employee_id: int, today: date) -> tuple[date, date]:
    """The days to begin with: those of the first absence that is not over, or today."""
    rows = Absence.objects.counting().filter(employee=employee_id, last_day__gte=today)
    away = rows.order_by("first_day").first()
    if away is None:
        return today, today
    taken = Cover.objects.counting().filter(employee=employee_id)
    first = max(today, away.first_day)
    latest = taken.touching(first, away.last_day).order_by("-last_day").first()
    if latest is not None and latest.last_day < away.last_day:
        first = latest.last_day + ONE_DAY
    return first, min(away.last_day, first + LONGEST)
