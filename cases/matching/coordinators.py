"""Who coordinates volunteers today (ORG-4); only reads.

A wijkwerker of the VMCA, or one with the specialism of volunteers or mantelzorg (ORG-2).
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cases.dossiers.models import ResidentFile
from clusters.models import Membership, Role, SpecialismPeriod, User

PARTNER = "vmca"
SPECIALISMS = ("vrijwilligers", "mantelzorg")


def memberships_of_coordinators(day: date) -> QuerySet[Membership]:
    """In which teams somebody coordinates volunteers on ``day``."""
    periods = SpecialismPeriod.objects.valid_on(day).filter(specialism__code__in=SPECIALISMS)
    skilled = Exists(periods.filter(user=OuterRef("user_id")))
    running = Membership.objects.running(day).filter(role=Role.TEAM_WORKER)
    return running.filter(Q(organisation__code=PARTNER) | skilled)


def coordinates(user: User) -> bool:
    """Whether this employee, in the role in effect, coordinates volunteers today."""
    return user.acting_role == Role.TEAM_WORKER and coordinating(user).exists()


def coordinating(user: User) -> QuerySet[Membership]:
    """The memberships of this wijkwerker, in the teams in effect, that make them a coordinator."""
    found = memberships_of_coordinators(timezone.localdate()).filter(user=user)
    return found.filter(team_id__in=user.team_ids)


def clusters_of(user: User) -> Collection[int]:
    """The clusters of the teams of the role in effect; they came with the roles."""
    teams = (row.team for row in user.acting_memberships if row.team is not None)
    return {team.cluster_id for team in teams if team.cluster_id is not None}


def in_cluster(cluster_id: int | None, day: date) -> set[int]:
    """Who coordinates in a cluster; nobody for a team without one."""
    if cluster_id is None:
        return set()
    rows = memberships_of_coordinators(day).filter(team__cluster_id=cluster_id)
    return set(rows.values_list("user_id", flat=True))


def works_in_team(person: User, file: ResidentFile, day: date) -> bool:
    """Whether somebody is a wijkwerker of the team of a dossier: then nothing is shared outside."""
    running = Membership.objects.running(day).filter(role=Role.TEAM_WORKER, user=person)
    return running.filter(team_id=file.team_id).exists()
