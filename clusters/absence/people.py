"""Whose absence somebody keeps, and whose calendar they see; only reads (AF-2, AF-12, AF-13)."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet

from clusters.organisation.models import Team
from clusters.people.models import Membership, Role, User
from clusters.permissions import Action, require
from common.access import Decision


def kept_by(user: User, day: date) -> QuerySet[User]:
    """Oneself, and for who leads a team everybody with a role in it on ``day`` (AF-2)."""
    own = Q(pk=user.pk)
    if user.acting_role != Role.TEAM_MANAGER:
        return User.objects.filter(own)
    members = Membership.objects.running(day).filter(team_id__in=user.team_ids)
    return User.objects.filter(own | Q(pk__in=members.values("user_id")))


def must_keep(by: User, employee_id: int, day: date) -> Decision:
    """Why ``by`` may enter or change the absence of this employee; raises PermissionDenied."""
    if by.pk == employee_id:
        return require(by, Action.ENTER_ABSENCE)
    decision = require(by, Action.KEEP_ABSENCE)
    if not kept_by(by, day).filter(pk=employee_id).exists():
        raise PermissionDenied("AF-2")
    return decision


def teams_seen_by(user: User, day: date) -> QuerySet[Team]:
    """The teams whose calendar somebody sees: their own, those of the same cluster (AF-13)."""
    teams = Team.objects.valid_on(day).order_by("name", "pk")
    staffed = Membership.objects.running(day).filter(team=OuterRef("pk"))
    if user.acting_role == Role.GENERAL_MANAGER:
        return teams.filter(Exists(staffed))
    own = Team.objects.filter(pk__in=user.team_ids, cluster__isnull=False)
    return teams.filter(Q(pk__in=user.team_ids) | Q(cluster__in=own.values("cluster")))


def members_of(team: Team, day: date) -> QuerySet[User]:
    """Everybody with a role in the team on ``day``, by name."""
    running = Membership.objects.running(day).filter(team=team)
    people = User.objects.filter(pk__in=running.values("user_id"))
    return people.order_by("last_name", "first_name", "pk")


def managers_of(employee_id: int, day: date) -> set[int]:
    """Who leads a team of this employee on ``day``."""
    running = Membership.objects.running(day)
    teams = running.filter(user=employee_id, team__isnull=False).values("team_id")
    leading = running.filter(role=Role.TEAM_MANAGER, team_id__in=teams)
    return set(leading.values_list("user_id", flat=True)) - {employee_id}
