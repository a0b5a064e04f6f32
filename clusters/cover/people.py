"""For whom somebody may arrange cover, and who can do it; only reads (WN-2, WN-5)."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from clusters.absence.people import kept_by
from clusters.organisation.models import Team
from clusters.people.models import Membership, Role, User
from clusters.permissions import Action, require
from common.access import Decision


def covered_people(by: User, day: date) -> QuerySet[User]:
    """For whom ``by`` may arrange cover: oneself, one's people, for the general manager all."""
    works = Membership.objects.running(day).handling().values("user_id")
    if by.acting_role == Role.GENERAL_MANAGER:
        return User.objects.filter(pk__in=works)
    return kept_by(by, day).filter(pk__in=works)


def must_arrange(by: User, employee_id: int, day: date) -> Decision:
    """Why ``by`` may arrange cover for this employee; raises PermissionDenied (WN-2)."""
    if by.acting_role == Role.GENERAL_MANAGER:
        return require(by, Action.CROSS_COVER)
    if by.pk == employee_id:
        return require(by, Action.ARRANGE_COVER)
    decision = require(by, Action.KEEP_COVER)
    if not covered_people(by, day).filter(pk=employee_id).exists():
        raise PermissionDenied("WN-2")
    return decision


def roles_of(employee_id: int, day: date) -> frozenset[str]:
    """The roles with work of one's own that somebody holds on ``day`` (WN-5)."""
    held = Membership.objects.running(day).handling().filter(user=employee_id)
    return frozenset(held.values_list("role", flat=True))


def can_do(role: str, employee_id: int, first: date, last: date, by: User) -> QuerySet[Membership]:
    """Roles like this one that run the whole period, near enough for ``by`` to hand work to."""
    held = Membership.objects.running(first).filter(role=role)
    held = held.filter(pk__in=Membership.objects.running(last).values("pk"))
    if by.acting_role == Role.GENERAL_MANAGER:
        return held
    return held.filter(_near(employee_id, first))


def candidates(employee_id: int, day: date, by: User) -> QuerySet[User]:
    """Whom ``by`` may choose as deputy for this employee, by name."""
    people = User.objects.exclude(pk=employee_id)
    roles = roles_of(employee_id, day)
    for role in sorted(roles):
        held = can_do(role, employee_id, day, day, by)
        people = people.filter(pk__in=held.values("user_id"))
    return people.order_by("last_name", "first_name", "pk") if roles else people.none()


def _near(employee_id: int, day: date) -> Q:
    """In a team of this employee, or in one of the same cluster."""
    own = Membership.objects.running(day).handling().filter(user=employee_id).values("team_id")
    clusters = Team.objects.filter(pk__in=own, cluster__isnull=False).values("cluster_id")
    return Q(team_id__in=own) | Q(team__cluster__in=clusters)
