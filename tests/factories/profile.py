"""A wish in the profile of a cluster, in the smallest valid record."""

from decimal import Decimal

import factory
from django.utils import timezone

from clusters.models import ProfileWish
from tests.factories.clusters import ClusterFactory, SpecialismFactory


class ProfileWishFactory(factory.django.DjangoModelFactory):
    """One fte, from today on."""

    class Meta:
        model = ProfileWish

    cluster = factory.SubFactory(ClusterFactory)
    specialism = factory.SubFactory(SpecialismFactory)
    fte = Decimal(1)
    valid_from = factory.LazyFunction(timezone.localdate)
