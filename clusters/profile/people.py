"""Whose profile somebody sees; only reads (TP-2)."""

from datetime import date

from django.db.models import QuerySet

from clusters.organisation.models import Cluster, Team
from clusters.people.models import Role, User


def clusters_seen_by(user: User, day: date) -> QuerySet[Cluster]:
    """The clusters of the teams one leads, or all for the general manager, by name."""
    clusters = Cluster.objects.valid_on(day).order_by("name", "pk")
    if user.acting_role == Role.GENERAL_MANAGER:
        return clusters
    if user.acting_role != Role.TEAM_MANAGER:
        return clusters.none()
    led = Team.objects.filter(pk__in=user.team_ids, cluster__isnull=False)
    return clusters.filter(pk__in=led.values("cluster"))
