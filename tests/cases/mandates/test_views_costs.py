"""Every page of the register costs the same for one row and for five."""

import pytest
from django.urls import reverse

from tests.cases.callbacks.pages import text_of
from tests.factories import MembershipFactory
from tests.factories.mandates import MandateFactory, ProductFactory

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("rows", [1, 5])]

SHELL = 4
"""Session, user and roles before the page; unread notices after it."""


@pytest.fixture
def keeper(cast, as_user):
    return as_user(cast.application_manager)


def made(rows):
    return [
        MandateFactory(
            holder=MembershipFactory().user, products=[ProductFactory(), ProductFactory()]
        )
        for _ in range(rows)
    ]


def test_the_list(keeper, rows, django_assert_num_queries):
    mandates = made(rows)

    # the products one can choose; how many; the rows; their products; the roles of their holders
    with django_assert_num_queries(SHELL + 5):
        page = text_of(keeper.get(reverse("mandate-list")))

    assert all(mandate.reference in page for mandate in mandates)


def test_one_mandate(keeper, rows, django_assert_num_queries):
    mandate = made(rows)[0]

    with django_assert_num_queries(SHELL + 3):  # the mandate; its products; roles of the holder
        keeper.get(reverse("mandate-detail", args=[mandate.pk]))


def test_the_form(keeper, rows, django_assert_num_queries):
    made(rows)

    with django_assert_num_queries(SHELL + 3):  # people; their roles; products
        keeper.get(reverse("mandate-new"))


def test_the_form_of_ending(keeper, rows, django_assert_num_queries):
    mandate = made(rows)[0]

    with django_assert_num_queries(SHELL + 1):
        keeper.get(reverse("mandate-end", args=[mandate.pk]))
