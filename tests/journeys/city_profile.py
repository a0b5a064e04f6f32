"""Profiles in the test city: met, short, over, to come and over; and a cluster without anybody."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from clusters.models import Cluster, Specialism
from clusters.profile.services import set_wish
from tests.factories.profile import ProfileWishFactory
from tests.journeys.city import City

DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """Of the cluster of the team; ``city.things`` knows it and a wish by name."""
    cluster, today = city.team.cluster, timezone.localdate()
    wished = list(Specialism.objects.order_by("position", "pk")[:4])
    for number, (specialism, fte) in enumerate(
        zip(wished, ("1.00", "0.25", "12.50", "2.00"), strict=False)
    ):
        _wish(city, specialism, fte, today + number * DAY * (number == 3))
    ended = {"valid_from": today - 400 * DAY, "valid_until": today - 1 * DAY}
    ProfileWishFactory(cluster=cluster, specialism=wished[0], fte=Decimal("0.75"), **ended)
    _wish(city, wished[0], "1.50", today + 40 * DAY)
    city.things["profile-cluster"] = cluster.code
    coming = cluster.wishes.filter(valid_from__gt=today).order_by("pk").first()
    city.things["profile-wish"] = [cluster.code, coming.pk]
    empty = Cluster.objects.filter(deviating_service=True).order_by("pk").first()
    city.things["profile-empty"] = (empty or cluster).code


def _wish(city: City, specialism: Specialism, fte: str, first: object) -> None:
    set_wish(
        cluster_id=city.team.cluster_id,
        specialism=specialism,
        fte=Decimal(fte),
        valid_from=first,
        valid_until=None,
        stand=None,
        by=city.people["general_manager"],
    )
