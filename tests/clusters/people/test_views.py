from datetime import date

import pytest
from django.urls import reverse

from clusters.models import Role
from tests.factories import (
    AssignmentFactory,
    ClusterFactory,
    MembershipFactory,
    SpecialismPeriodFactory,
    TeamFactory,
    UserFactory,
    WorkLocationFactory,
)
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db
SHELL = 4  # session, employee, memberships, notices


@pytest.fixture
def reader(client):
    """A signed-in colleague of the contact centre; her own team is no wijkteam."""
    membership = MembershipFactory(
        role=Role.CONTACT_CENTRE, user__last_name="Aa", organisation__name="Gemeente"
    )
    sign_in(client, membership.user)
    return membership.user


def full_cluster(name="Noord", inhabitants=13_200):
    """A cluster with a neighbourhood, team, location, linking pin and a worker."""
    team = TeamFactory(name=f"Team {name}", cluster__name=name, cluster__code=name.lower())
    AssignmentFactory(
        cluster=team.cluster,
        neighbourhood__name=f"{name}wijk",
        neighbourhood__inhabitants=inhabitants,
        neighbourhood__jgz_area="JGZ-1",
    )
    team.locations.add(WorkLocationFactory(name=f"Huis {name}", walk_in_hours="ma 09:00–11:00"))
    MembershipFactory(role=Role.LIAISON, team=team, user__last_name=f"Schakel{name}")
    worker = MembershipFactory(team=team, user__job_title="Opbouwwerker").user
    SpecialismPeriodFactory(user=worker, specialism__label=f"Schulden {name}")
    return team.cluster


def html(client, name, *args, **query):
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def test_cluster_list_shows_inhabitants_against_the_norm(client, reader):
    full_cluster()

    page = html(client, "cluster-list")

    assert "13.200" in page
    assert "1,1 × de norm" in page
    for text in ("Noordwijk", "Team Noord", "Huis Noord", "SchakelNoord"):
        assert text in page
    assert "Illustratief" not in page


def test_cluster_list_marks_what_is_illustrative_and_what_has_no_team(client, reader):
    haven = TeamFactory(name="Haventeam")
    ClusterFactory(name="Tiende", deviating_service=True, routes_to=haven, is_illustrative=True)

    page = html(client, "cluster-list")

    assert "Illustratief" in page
    assert "vragen gaan naar Haventeam" in page
    assert "Geen eigen locatie" in page


def test_cluster_list_leaves_out_what_ended(client, reader):
    cluster = full_cluster("Zuid")
    TeamFactory(cluster=cluster, name="Oud team", valid_until=date(2021, 1, 1))
    ClusterFactory(name="Oud cluster", valid_until=date(2021, 1, 1))

    page = html(client, "cluster-list")

    assert "Zuid" in page
    assert "Oud team" not in page
    assert "Oud cluster" not in page


@pytest.mark.parametrize("rows", [1, 5])
def test_cluster_list_query_count(client, reader, rows, django_assert_num_queries):
    for number in range(rows):
        full_cluster(f"C{number}")

    # the shell, clusters, assignments, teams,
    # locations, linking pins
    with django_assert_num_queries(SHELL + 5):
        html(client, "cluster-list")


def test_cluster_page_shows_people_by_function_and_history(client, reader):
    cluster = full_cluster()
    AssignmentFactory(
        cluster=cluster,
        neighbourhood__name="Vroegerwijk",
        neighbourhood__district=cluster.district,
        valid_until=date(2022, 12, 31),
    )

    page = html(client, "cluster-detail", "noord")

    for text in ("Opbouwwerker", "Schulden Noord", "ma 09:00–11:00", "JGZ-1", "31-12-2022"):
        assert text in page
    assert page.count("Vroegerwijk") == 1  # only in the history


def test_cluster_page_of_the_tenth_says_where_questions_go(client, reader):
    haven = TeamFactory(name="Haventeam")
    MembershipFactory(team=haven, user__last_name="Vandehaven")
    ClusterFactory(code="tien", deviating_service=True, routes_to=haven)

    page = html(client, "cluster-detail", "tien")

    assert "heeft geen eigen team" in page
    assert "Haventeam" in page
    assert "Vandehaven" not in page


def test_cluster_page_that_does_not_exist_is_404(client, reader):
    assert client.get(reverse("cluster-detail", args=["nergens"])).status_code == 404


@pytest.mark.parametrize("rows", [1, 5])
def test_cluster_page_query_count(client, reader, rows, django_assert_num_queries):
    cluster = full_cluster()
    for _ in range(rows - 1):
        AssignmentFactory(cluster=cluster, neighbourhood__district=cluster.district)
        person = MembershipFactory(team=cluster.teams.first()).user
        SpecialismPeriodFactory(user=person)

    # the shell, cluster, assignments, teams, locations, linking pins, people, their roles, their
    # specialisms, history
    with django_assert_num_queries(SHELL + 9):
        html(client, "cluster-detail", "noord")


def test_who_is_who_shows_phone_mail_role_and_team(client, reader):
    MembershipFactory(
        user__first_name="Sanne",
        user__last_name="Bakker",
        user__phone="+31365551234",
        user__email="s.bakker@example.org",
        team__name="Team Zuid",
    )

    page = html(client, "who-is-who")

    for text in ("Sanne Bakker", "036 555 1234", "s.bakker@example.org", "Team Zuid", "Wijkwerker"):
        assert text in page


def names(client, **query):
    response = client.get(reverse("who-is-who"), query)
    return [person.last_name for person in response.context["page"].object_list]


@pytest.fixture
def colleagues():
    """Three people: Bakker and Smit in one team, De Wit elsewhere with a specialism."""
    bakker = MembershipFactory(user__first_name="Sanne", user__last_name="Bakker")
    smit = MembershipFactory(
        user__last_name="Smit", user__job_title="Opbouwwerker", role=Role.LIAISON, team=bakker.team
    )
    wit = MembershipFactory(user__last_name="De Wit")
    known = SpecialismPeriodFactory(user=wit.user, specialism__code="lvb")
    SpecialismPeriodFactory(
        user=smit.user, specialism=known.specialism, valid_until=date(2021, 1, 1)
    )
    return bakker.team


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Aa", "Bakker", "De Wit", "Smit"]),
        ({"zoek": "sanne bak"}, ["Bakker"]),
        ({"zoek": "sanne smit"}, []),
        ({"zoek": "opbouw"}, ["Smit"]),
        ({"rol": "liaison"}, ["Smit"]),
        ({"specialisme": "lvb"}, ["De Wit"]),
        ({"rol": "keizer"}, []),
        ({"zoek": "%"}, []),
        ({"zoek": "x" * 81}, []),
    ],
)
def test_who_is_who_finds_by_every_filter(client, reader, colleagues, query, found):
    assert names(client, **query) == found


def test_who_is_who_finds_by_team_and_role_together(client, reader, colleagues):
    assert names(client, team=colleagues.pk) == ["Bakker", "Smit"]
    assert names(client, team=colleagues.pk, rol="team_worker") == ["Bakker"]


def test_who_is_who_leaves_out_people_without_a_running_role(client, reader):
    UserFactory(last_name="Zonder")
    MembershipFactory(user__last_name="Gestopt", valid_until=date(2021, 1, 1))
    MembershipFactory(user__last_name="Inactief", user__is_active=False)
    MembershipFactory(user__last_name="Vertrokken", organisation__agreement_until=date(2021, 1, 1))

    assert names(client) == ["Aa"]


def test_who_is_who_has_pages_of_fifty_and_keeps_the_filters(client, reader):
    team = TeamFactory()
    for number in range(51):
        MembershipFactory(team=team, user__last_name=f"N{number:02}")

    assert len(names(client, team=team.pk)) == 50
    assert names(client, team=team.pk, page=2) == ["N50"]
    assert f"team={team.pk}&amp;page=2" in html(client, "who-is-who", team=team.pk)
    assert len(names(client, page="zoveel")) == 50


@pytest.mark.parametrize("rows", [1, 5])
def test_who_is_who_query_count(client, reader, rows, django_assert_num_queries):
    for _ in range(rows):
        SpecialismPeriodFactory(user=MembershipFactory().user)

    html(client, "who-is-who")  # the calendar is then in the cache

    # the shell, the number of people, people, roles, specialisms, working days, absence;
    # teams and specialisms to choose
    with django_assert_num_queries(SHELL + 8):
        html(client, "who-is-who")


@pytest.mark.parametrize("name", ["cluster-list", "who-is-who"])
def test_pages_are_refused_without_a_role_and_ask_to_sign_in(client, name):
    assert client.get(reverse(name)).status_code == 302
    sign_in(client, UserFactory())

    assert client.get(reverse(name)).status_code == 403
