"""Which neighbourhoods and teams one works with or reads about; only reads (CW-8)."""

from datetime import date

from django.db.models import QuerySet

from cases.collective.models import served_clusters
from clusters.models import (
    Neighbourhood,
    NeighbourhoodAssignment,
    Role,
    Team,
    TeamKind,
    User,
)


def places_of(user: User, day: date) -> QuerySet[NeighbourhoodAssignment]:
    """The neighbourhoods of the own clusters on ``day``; every one for the algemeen manager."""
    rows: QuerySet[NeighbourhoodAssignment] = NeighbourhoodAssignment.objects.valid_on(day)
    if user.acting_role != Role.GENERAL_MANAGER:
        rows = rows.filter(cluster__in=served_clusters(user))
    return rows.select_related("neighbourhood", "cluster").order_by(
        "cluster__name", "neighbourhood__name", "pk"
    )


def neighbourhoods_of(user: User, day: date) -> QuerySet[Neighbourhood]:
    """The same, to choose from."""
    keys = places_of(user, day).order_by().values("neighbourhood")
    return Neighbourhood.objects.filter(pk__in=keys).order_by("name")


def teams_near(user: User, day: date) -> QuerySet[Team]:
    """The wijkteams whose work one reads: those of the own clusters, or every one."""
    rows: QuerySet[Team] = Team.objects.valid_on(day).filter(kind=TeamKind.WIJKTEAM)
    if user.acting_role != Role.GENERAL_MANAGER:
        rows = rows.filter(cluster__in=served_clusters(user))
    return rows.order_by("name")
