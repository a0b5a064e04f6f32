from datetime import date

import pytest
from django.urls import reverse

from clusters.models import Role
from tests.factories import (
    AssignmentFactory,
    MembershipFactory,
    PartnerOrganisationFactory,
    PostcodeRuleFactory,
    TeamFactory,
    UserFactory,
)
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db
SHELL = 4  # session, employee, memberships, notices


@pytest.fixture
def reader(client):
    membership = MembershipFactory(role=Role.TEAM_WORKER, organisation__name="Eigen organisatie")
    sign_in(client, membership.user)
    return membership.user


@pytest.fixture
def stedenwijk():
    team = TeamFactory(name="Stedenteam", cluster__name="Steden", cluster__is_illustrative=True)
    place = AssignmentFactory(cluster=team.cluster, neighbourhood__name="Stedenwijk").neighbourhood
    PostcodeRuleFactory(pc4="1324", neighbourhood=place)
    return place


def look_up(client, **typed):
    htmx = {"HX-Request": "true"} if typed.pop("htmx", False) else {}
    return client.post(reverse("postcode-lookup"), typed, headers=htmx)


def test_partner_list_shows_specialism_steering_and_ended_agreement(client, reader):
    schoor = PartnerOrganisationFactory(name="De Schoor", specialism="Welzijnswerk")
    PartnerOrganisationFactory(name="Zorggroep", steered_by=schoor)
    PartnerOrganisationFactory(name="Voorbij", agreement_until=date(2021, 5, 1))

    page = client.get(reverse("partner-list")).content.decode()

    for text in ("Welzijnswerk", "Onder De Schoor", "Loopt niet", "tot en met 01-05-2021"):
        assert text in page


@pytest.mark.parametrize("rows", [1, 5])
def test_partner_list_query_count(client, reader, rows, django_assert_num_queries):
    for _ in range(rows):
        PartnerOrganisationFactory(steered_by=PartnerOrganisationFactory())

    with django_assert_num_queries(SHELL + 1):  # the shell, partners
        client.get(reverse("partner-list"))


def test_postcode_lookup_shows_the_team_and_why(client, reader, stedenwijk):
    page = look_up(client, postcode="1324 ab", house_number="12a").content.decode()

    assert "Stedenteam" in page
    assert "postcode 1324AB 12 → Stedenwijk (regel 1324)" in page
    assert "Illustratief" in page
    assert 'value="1324 ab"' in page


def test_postcode_lookup_by_htmx_answers_with_the_fragment_only(client, reader, stedenwijk):
    page = look_up(client, postcode="1324", htmx=True).content.decode()

    assert "Stedenteam" in page
    assert "<html" not in page


def test_postcode_lookup_by_htmx_shows_errors_on_the_whole_form(client, reader):
    response = look_up(client, postcode="ABC", htmx=True)

    assert response.headers["HX-Retarget"] == response.headers["HX-Reselect"] == "#main"
    assert 'value="ABC"' in response.content.decode()


def test_postcode_lookup_says_when_the_table_does_not_know(client, reader, stedenwijk):
    assert "staat niet in de tabel" in look_up(client, postcode="1099 AA").content.decode()


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ({"postcode": ""}, "Dit veld is verplicht"),
        ({"postcode": "0324 AB"}, "Vul een postcode in als 1315 AA"),
        ({"postcode": "<script>"}, "Vul een postcode in als 1315 AA"),
        ({"postcode": "1" * 10_000}, "Vul een postcode in als 1315 AA"),
        ({"postcode": "1324", "house_number": "nul"}, "Vul een huisnummer in als 12 of 12a"),
        ({"postcode": "1324", "house_number": "123456"}, "Vul een huisnummer in als 12 of 12a"),
        ({"postcode": "1324", "house_number": "0"}, "Vul een huisnummer in als 12 of 12a"),
    ],
)
def test_postcode_lookup_bad_input_is_explained_at_the_field(
    client, reader, stedenwijk, typed, text
):
    page = look_up(client, **typed).content.decode()

    assert text in page
    assert "Stedenteam" not in page
    assert "<script>1" not in page


def test_postcode_lookup_query_count(client, reader, stedenwijk, django_assert_num_queries):
    with django_assert_num_queries(SHELL + 3):  # the shell, rule, assignment, team
        look_up(client, postcode="1324")


@pytest.mark.parametrize("name", ["partner-list", "postcode-lookup"])
def test_pages_ask_to_sign_in_and_refuse_without_a_role(client, name):
    assert client.get(reverse(name)).status_code == 302
    sign_in(client, UserFactory())

    assert client.get(reverse(name)).status_code == 403
