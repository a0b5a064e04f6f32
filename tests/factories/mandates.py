"""Products, providers and mandates, in the smallest valid record of each kind."""

import uuid
from typing import Any

import factory

from cases.mandates.models import Mandate, Product, ProductCategory, ProductUnit, Provider
from tests.factories.cases import MONDAY
from tests.factories.clusters import BEGIN, UserFactory


class ProductFactory(factory.django.DjangoModelFactory):
    """Begeleiding in minutes; there is one of each code."""

    class Meta:
        model = Product
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"02A{n:02d}")
    label = factory.LazyAttribute(lambda row: f"Begeleiding {row.code}")
    position = 1
    category = ProductCategory.GUIDANCE
    unit = ProductUnit.MINUTE
    contribution_due = True


class ProviderFactory(factory.django.DjangoModelFactory):
    """A made-up aanbieder without a number; there is one of each code."""

    class Meta:
        model = Provider
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"aanbieder-{n}")
    label = factory.LazyAttribute(lambda row: row.code.capitalize())
    position = 1


class MandateFactory(factory.django.DjangoModelFactory):
    """One product, no limits, no refusing, no second; running since long.

    ``products`` is its list; ``ended=True`` one that was ended on the Monday of the tests.
    """

    class Meta:
        model = Mandate
        skip_postgeneration_save = True

    submission_key = factory.LazyFunction(uuid.uuid4)
    holder = factory.SubFactory(UserFactory)
    since = BEGIN
    reference = factory.Sequence(lambda n: f"GM-2026/{n}")
    created_at = MONDAY
    created_by = factory.SubFactory(UserFactory)

    class Params:
        ended = factory.Trait(
            ended_from=MONDAY.date(),
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("created_by"),
            end_reason="Andere functie",
        )

    @factory.post_generation
    def products(self, create: bool, extracted: Any, **kwargs: object) -> None:
        """What it is about; one product unless told otherwise."""
        if create:
            self.products.set([ProductFactory()] if extracted is None else extracted)
