"""Opening pots, moving money and reading entries on screen."""

import uuid

import pytest
from django.urls import reverse

from budgets.ledger.models import Entry, Pot
from tests.factories.budgets import grant, lists

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_a_pot_is_opened_split_and_read(cast, noord, as_user):
    lists()
    client, url = as_user(cast.general_manager), reverse("pot-new")
    assert 'value="105000,00"' in client.get(url).content.decode()
    told = {"submission_key": str(uuid.uuid4()), "year": "2026", "purpose": "help"}
    for _ in range(2):
        assert client.post(url, told | {"amount": "105.000"}).status_code == 302
    again = told | {"submission_key": str(uuid.uuid4())}
    assert "Deze pot is er al" in client.post(url, again | {"amount": "5"}).content.decode()
    assert client.post(url, again | {"cluster": noord.cluster_id}).status_code == 302
    city, part = Pot.objects.get(cluster=None), Pot.objects.get(cluster=noord.cluster)
    move = {"submission_key": str(uuid.uuid4()), "source": city.pk, "target": part.pk}
    page = client.post(reverse("pot-move"), move | {"amount": "105.000,01"})
    assert "niet beschikbaar" in page.content.decode()
    assert client.post(reverse("pot-move"), move | {"amount": "10.000"}).status_code == 302
    assert Entry.objects.count() == 3
    page = client.get(reverse("pot-entries", args=[part.pk])).content.decode()
    assert "€\xa010.000,00" in page
    client = as_user(cast.outsider_worker)
    assert client.get(reverse("pot-entries", args=[part.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 49])
def test_the_entries_cost_the_same_for_one_and_for_fifty(
    cast, as_user, count, django_assert_num_queries
):
    pot = Pot.objects.create(year=2026, purpose="help", begun_at="2026-01-01T00:00Z")
    for _ in range(count):
        grant(pot, 5)
    client, url = as_user(cast.controller), reverse("pot-entries", args=[pot.pk])
    client.get(url)
    with django_assert_num_queries(10):
        client.get(url)
