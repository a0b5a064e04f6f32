"""Whose load somebody sees (WL-8): a manager that of the team, everybody their own."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from clusters.models import Membership, Role, Team, User

CARRYING = frozenset({Role.TEAM_WORKER, Role.CITY_SOCIAL_TEAM, Role.CITY_HALL_TEAM})
"""Roles that carry work."""


def teams_weighed_by(user: User, day: date) -> QuerySet[Team]:
    """The teams with work that one steers on ``day``, by name; the algemeen manager sees all."""
    working = Membership.objects.running(day).filter(team=OuterRef("pk"), role__in=CARRYING)
    teams = Team.objects.valid_on(day).filter(Exists(working)).select_related("cluster")
    if user.acting_role != Role.GENERAL_MANAGER:
        teams = teams.filter(pk__in=user.team_ids)
    return teams.order_by("name", "pk")


def carriers_of(team_ids: frozenset[int], day: date) -> QuerySet[User]:
    """Who carries work in these teams on ``day``, by name."""
    held = Membership.objects.running(day).filter(team_id__in=team_ids, role__in=CARRYING)
    people = User.objects.filter(pk__in=held.values("user_id"))
    return people.order_by("last_name", "first_name", "pk")


def seen_by(user: User, day: date) -> QuerySet[User]:
    """Whose list of work one may open: one's own and of the desks one minds (WN-7).

    For a manager also those of the team.

    Somebody who left the team keeps work there until it is handed out, and so stays to be found.
    """
    own = Q(pk__in=user.desk_ids)
    if user.acting_role != Role.TEAM_MANAGER:
        return User.objects.filter(own)
    held = Membership.objects.filter(team_id__in=user.team_ids)
    return User.objects.filter(own | Q(pk__in=held.values("user_id")))
