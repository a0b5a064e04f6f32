"""Chains of deputies in memory (WN-6)."""

import pytest

from clusters.cover.chain import chains_of, days_of
from tests.clusters.cover.conftest import DAY, TODAY
from tests.factories.cover import covered

pytestmark = pytest.mark.django_db


def test_a_chain_is_followed_in_both_directions(people):
    covered(people.handler, people.third, TODAY)
    covered(people.third, people.fourth, TODAY, TODAY + DAY)
    chains = chains_of(TODAY, TODAY + DAY)

    assert chains.after(people.handler.pk, TODAY) == [people.third.pk, people.fourth.pk]
    assert chains.after(people.handler.pk, TODAY + DAY) == []
    assert (chains.links_before(people.fourth.pk, TODAY), chains.deputy_of(0, TODAY)) == (2, None)


def test_a_circle_that_got_in_some_other_way_is_not_walked_for_ever(people):
    covered(people.third, people.fourth, TODAY)
    covered(people.fourth, people.third, TODAY)
    chains = chains_of(TODAY, TODAY)

    assert chains.after(people.third.pk, TODAY) == [people.fourth.pk, people.third.pk]
    assert chains.links_before(people.third.pk, TODAY) > 3


def test_every_day_of_a_period():
    assert list(days_of(TODAY, TODAY + DAY)) == [TODAY, TODAY + DAY]
