"""What must always be true of the sociale kaart, and who sees which part of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from cases.community.models import READING_ROLES, WRITING_ROLES, Offer, OfferTerm, Organisation
from cases.permissions import GRANTS, Action
from clusters.models import Role
from tests.factories import ClusterFactory
from tests.factories.cases import MONDAY
from tests.factories.community import OfferFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

TODAY, DAY = MONDAY.date(), timedelta(days=1)


@pytest.mark.parametrize(
    ("make", "facts", "constraint"),
    [
        (OrganisationFactory, {"kind": "club"}, "organisation_kind_known"),
        (OrganisationFactory, {"name": ""}, "organisation_has_name"),
        (OfferFactory, {"name": ""}, "offer_says_what_it_is"),
        (OfferFactory, {"description": ""}, "offer_says_what_it_is"),
        (OfferFactory, {"kind": "x"}, "offer_kind_known"),
        (OfferFactory, {"audience": "x"}, "offer_audience_known"),
        (OfferFactory, {"cost": "x"}, "offer_cost_known"),
        (OfferFactory, {"runs_from": TODAY, "runs_until": TODAY - DAY}, "offer_runs_in_order"),
        (OfferFactory, {"is_active": False}, "offer_stopped_with_a_reason"),
        (OfferFactory, {"stop_reason": "Dicht"}, "offer_stopped_with_a_reason"),
        (OfferFactory, {"stopped": True, "stop_reason": ""}, "offer_stopped_with_a_reason"),
        (OfferFactory, {"stopped": True, "is_active": True}, "offer_stopped_with_a_reason"),
    ],
)
def test_the_database_refuses(make, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        make(**facts)


def test_an_organisation_stands_there_once_whatever_its_capitals():
    OrganisationFactory(name="De Zeeslag")

    with pytest.raises(IntegrityError, match="organisation_name_once"):
        OrganisationFactory(name="DE ZEESLAG")


def test_a_word_exists_once_per_offer():
    offer = OfferFactory(name="Koken")

    with pytest.raises(IntegrityError):
        OfferTerm.objects.create(offer=offer, term="koken", weight=1)


def test_one_day_is_a_period():
    assert OfferFactory(runs_from=TODAY, runs_until=TODAY).is_over(TODAY) is False


def test_who_reads_and_writes_is_who_has_the_grant():
    may = {
        action: {role for role, acts in GRANTS.table.items() if action in acts}
        for action in (Action.READ_OFFERS, Action.WRITE_OFFERS)
    }

    assert may == {Action.READ_OFFERS: READING_ROLES, Action.WRITE_OFFERS: WRITING_ROLES}


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_scope_is_everybody_who_works_with_residents(cast, role):
    OfferFactory()
    person, seen = getattr(cast, role), int(role in READING_ROLES)

    assert Offer.objects.visible_to(person).count() == seen
    assert Organisation.objects.visible_to(person).count() == seen


@pytest.mark.parametrize(
    ("facts", "is_over"),
    [
        ({}, False),
        ({"runs_until": TODAY}, False),
        ({"runs_until": TODAY - DAY}, True),
        ({"runs_from": TODAY + DAY}, False),
        ({"stopped": True}, True),
        ({"stopped": True, "runs_until": TODAY + DAY}, True),
    ],
)
def test_what_is_over_is_not_there_now(facts, is_over):
    offer = OfferFactory(**facts)

    assert offer.is_over(TODAY) is is_over
    assert Offer.objects.over_on(TODAY).exists() is is_over
    assert Offer.objects.current_on(TODAY).exists() is not is_over


def test_due_is_what_is_there_now_and_had_its_day_the_oldest_first():
    late, today = OfferFactory(review_by=TODAY - DAY), OfferFactory(review_by=TODAY)
    OfferFactory(review_by=TODAY + DAY)
    OfferFactory(review_by=TODAY - DAY, stopped=True)
    OfferFactory(review_by=TODAY - DAY, runs_until=TODAY - DAY)

    assert list(Offer.objects.due_on(TODAY)) == [late, today]


def test_a_cluster_has_its_own_offers_and_those_of_the_whole_city():
    here, there = ClusterFactory(name="Hier"), ClusterFactory(name="Daar")
    both = OfferFactory(name="A", clusters=[here, there])
    city = OfferFactory(name="B")
    OfferFactory(name="C", clusters=[there])

    assert list(Offer.objects.in_clusters([here.pk])) == [both, city]
    assert (both.place_names, city.place_names) == ("Daar · Hier", "Hele stad")
