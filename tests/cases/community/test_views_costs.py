"""Every page of the sociale kaart costs the same for one row and for five."""

import pytest
from django.urls import reverse

from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY
from tests.factories.community import OfferFactory, OrganisationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("rows", [1, 5])]

SHELL = 4
"""Session, user and roles before the page; unread notices after it."""
CHOICES = 1
"""The clusters and the topics one can choose, together."""
ROWS = 4
"""How many there are; the rows; their topics; their clusters."""


@pytest.fixture
def worker(cast, as_user):
    return as_user(cast.team_worker)


def made(rows, noord, **own):
    return [
        OfferFactory(
            name=f"Koffie {number}", clusters=[noord.cluster], topics=["geld", "werk"], **own
        )
        for number in range(rows)
    ]


def test_the_list(worker, noord, rows, django_assert_num_queries):
    offers = made(rows, noord)

    with django_assert_num_queries(SHELL + CHOICES + ROWS):
        page = text_of(worker.get(reverse("offer-list")))

    assert all(offer.name in page for offer in offers)


def test_searching(worker, noord, rows, django_assert_num_queries):
    offers = made(rows, noord)

    with django_assert_num_queries(SHELL + CHOICES + ROWS + 1):  # the words there are
        page = text_of(worker.get(reverse("offer-list"), {"zoek": "koffie"}))

    assert all(offer.name in page for offer in offers)


def test_one_offer(worker, noord, rows, django_assert_num_queries):
    offer = made(rows, noord)[0]

    with django_assert_num_queries(SHELL + 3):  # the offer; its topics; its clusters
        worker.get(reverse("offer-detail", args=[offer.pk]))


def test_what_is_due(cast, worker, noord, rows, django_assert_num_queries):
    offers = made(rows, noord, owner=cast.team_worker, review_by=MONDAY.date())

    with django_assert_num_queries(SHELL + 2):  # how many; the rows with organisation and owner
        page = text_of(worker.get(reverse("offer-due")))

    assert all(offer.name in page for offer in offers)


def test_the_organisations(worker, rows, django_assert_num_queries):
    for _ in range(rows):
        OfferFactory()

    with django_assert_num_queries(SHELL + 2):  # how many; the rows with how much they offer
        worker.get(reverse("organisation-list"))


def test_one_organisation(worker, noord, rows, django_assert_num_queries):
    house = OrganisationFactory()
    offers = made(rows, noord, organisation=house)

    with django_assert_num_queries(SHELL + 1 + ROWS):
        page = text_of(worker.get(reverse("organisation-detail", args=[house.pk])))

    assert all(offer.name in page for offer in offers)


def test_the_form(worker, noord, rows, django_assert_num_queries):
    made(rows, noord)

    with django_assert_num_queries(SHELL + 4):  # organisations, topics, clusters, owners
        worker.get(reverse("offer-new"))
