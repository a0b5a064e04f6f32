"""The pages of household, representatives and network: no more is asked than may be kept."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from cases.models import Party
from cases.residents.services import PartyFacts
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, text_of
from tests.cases.residents.test_services_parties import NEIGHBOUR, SINCE, add
from tests.factories.cases import ResidentFactory

__all__ = ["add"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def page(cast, as_user):
    return as_user(cast.team_worker)


@pytest.mark.parametrize(
    ("kind", "shows", "hides"),
    [
        ("huishouden", "birth_year", {"phone", "can_do", "organisation", "relation"}),
        ("vertegenwoordiger", "organisation", {"birth_year", "can_do", "relation"}),
        ("netwerk", "can_do", {"birth_year", "organisation"}),
    ],
)
def test_a_form_asks_no_more_than_may_be_kept(resident, page, kind, shows, hides):
    answer = page.get(reverse("party-new", args=[resident.pk, kind]))

    fields = set(answer.context["form"].fields)
    assert shows in fields
    assert fields & hides == set()


def test_a_child_shows_that_there_are_children(resident, page):
    url = reverse("party-new", args=[resident.pk, "huishouden"])
    sent = answers_in(page.get(url)) | {"name": "Kim", "role": "child", "birth_year": "2015"}

    answer = page.post(url, sent, follow=True)

    shown = text_of(answer)
    assert "Kinderen in huis" in shown
    assert "Kim (Kind, geboren in 2015; sinds 23-11-2026)" in shown
    page.post(url, sent)
    assert Party.objects.count() == 1


def test_a_grown_child_or_one_that_left_is_no_child_in_the_house(add, resident, page):
    child = PartyFacts("household", "child", "Kim", SINCE, birth_year=2000)
    add(child)
    add(replace(child, birth_year=2015, valid_until=date(2026, 11, 22)))

    shown = text_of(page.get(reverse("resident-detail", args=[resident.pk])))

    assert "Kinderen in huis" not in shown


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"name": ""}, "name", "Vul de naam in"),
        ({"role": ""}, "role", "Kies een rol"),
        ({"role": "mentor"}, "role", "geldige keuze"),
        ({"phone": "112"}, "phone", "te kort"),
        ({"valid_until": "2020-01-01"}, "valid_until", "niet voor de eerste"),
        ({"valid_from": ""}, "valid_from", "sinds wanneer"),
        ({"can_do": TOO_LONG}, "can_do", "500"),
        ({"submission_key": "x"}, "submission_key", ""),
    ],
)
def test_a_fault_is_told_and_everything_stays(resident, page, typed, field, words):
    url = reverse("party-new", args=[resident.pk, "netwerk"])
    sent = answers_in(page.get(url)) | {"name": "B. Buurman", "role": "carer"}
    sent |= {"relation": "<script>alert(1)</script>"} | typed

    answer = page.post(url, sent)

    assert words in " ".join(errors_of(answer)[field])
    assert answers_in(answer)["relation"] == "<script>alert(1)</script>"
    assert b"<script>alert(1)" not in answer.content
    assert not Party.objects.exists()


@pytest.mark.parametrize("year", ["1905", "2027", "x", "-1"])
def test_a_birth_year_is_of_somebody_alive(resident, page, year):
    url = reverse("party-new", args=[resident.pk, "huishouden"])
    sent = answers_in(page.get(url)) | {"name": "Kim", "role": "child", "birth_year": year}

    assert "birth_year" in errors_of(page.post(url, sent))


def test_odd_text_reads_as_it_was_typed(add, resident, page):
    add(replace(NEIGHBOUR, can_do=ODD))

    answer = page.get(reverse("resident-detail", args=[resident.pk]))

    assert "<script>alert('x')</script>" in text_of(answer)
    assert b"<script>alert('x')" not in answer.content


def test_two_colleagues_at_once_see_both(add, resident, page):
    party = add()
    url = reverse("party-change", args=[resident.pk, party.pk])
    mine = answers_in(page.get(url)) | {"name": "Van mij"}
    page.post(url, mine | {"name": "Van de collega"})

    answer = page.post(url, mine)

    assert "Van de collega" in text_of(answer)
    assert answers_in(answer)["name"] == "Van mij"
    page.post(url, answers_in(answer))
    party.refresh_from_db()
    assert party.name == "Van mij"


def test_opening_and_saving_changes_nothing(add, resident, page):
    party = add()
    before = Party.objects.values().get(pk=party.pk)
    url = reverse("party-change", args=[resident.pk, party.pk])

    page.post(url, answers_in(page.get(url)))

    assert Party.objects.values().get(pk=party.pk) == before


def test_somebody_of_another_resident_is_not_found_here(add, resident, page):
    other = ResidentFactory()
    facts = {"kind": "household", "role": "partner", "name": "K", "valid_from": SINCE}
    party = Party.objects.create(resident=other, **facts)

    assert page.get(reverse("party-change", args=[resident.pk, party.pk])).status_code == 404
    page.post(reverse("party-remove", args=[resident.pk, party.pk]))
    assert Party.objects.filter(pk=party.pk).exists()
    assert page.get(reverse("party-new", args=[resident.pk, "zoiets"])).status_code == 404
