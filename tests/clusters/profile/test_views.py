"""The pages of the profile: who sees what, what a number opens, what it costs."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from clusters.models import ProfileWish
from clusters.profile.checking import stand_of
from tests.clusters.absence.test_views import SHELL, page
from tests.clusters.profile.conftest import DAY, TODAY, wish
from tests.factories import (
    ClusterFactory,
    MembershipFactory,
    SpecialismFactory,
    SpecialismPeriodFactory,
)
from tests.factories.login import sign_in
from tests.factories.profile import ProfileWishFactory

pytestmark = pytest.mark.django_db
LINE = 3  # savepoint, line of the trail, release


@pytest.fixture
def schulden(people):
    found = SpecialismFactory(label="Schulden", code="schulden")
    SpecialismPeriodFactory(user=people.handler, specialism=found)
    return found


def test_a_manager_reads_the_profile_and_may_not_set_it_tp_2(client, people, noord, schulden):
    wish(people.general_manager, noord.cluster, schulden, "2.00")
    sign_in(client, people.team_manager)
    text = page(client, "profile-cluster", noord.cluster.code)

    assert "1,00 fte te weinig" in text
    assert "Wens vastleggen" not in text
    assert AuditEvent.objects.get(code="profile.read").object_id == str(noord.cluster_id)


@pytest.mark.parametrize("name", ["profile-cluster", "profile-people"])
def test_another_cluster_is_not_found_tp_2(client, people, cast, name):
    sign_in(client, people.team_manager)
    address = reverse(name, args=[cast.elsewhere.cluster.code])
    assert client.get(address).status_code == 404


def test_each_number_opens_the_people_it_counts_tp_6(client, people, noord, schulden):
    sign_in(client, people.team_manager)
    code = noord.cluster.code
    line = client.get(reverse("profile-cluster", args=[code])).context["board"].lines[0]
    listed = client.get(reverse("profile-people", args=[code]), {"specialisme": "schulden"})

    assert listed.context["page"].paginator.count == len(line.shares) == 1
    assert listed.context["total"] == line.actual_text
    assert str(people.handler) in listed.content.decode()
    everybody = client.get(reverse("profile-people", args=[code])).context
    assert everybody["page"].paginator.count == len(everybody["board"].shares) == 3
    assert everybody["total"] == everybody["board"].fte_text
    assert AuditEvent.objects.filter(code="profile.people_read").count() == 2


def test_a_specialism_that_is_not_there_is_not_found(client, people, noord):
    sign_in(client, people.team_manager)
    address = reverse("profile-people", args=[noord.cluster.code])
    assert client.get(address, {"specialisme": "x"}).status_code == 404


def test_the_general_manager_wishes_and_lets_lapse(client, people, noord, schulden):
    sign_in(client, people.general_manager)
    code = noord.cluster.code
    told = {"specialism": "schulden", "fte": "1,5", "valid_from": "2026-11-23"}
    told["stand"] = stand_of(noord.cluster_id)
    for _ in range(2):
        answer = client.post(reverse("profile-wish", args=[code]), told, follow=True)
    row = ProfileWish.objects.get()

    assert "1,50" in answer.content.decode()
    address = reverse("profile-withdraw", args=[code, row.pk])
    assert "Schulden: 1,50 fte" in client.get(address).content.decode()
    for _ in range(2):
        assert "vervallen" in client.post(address, follow=True).content.decode()
    assert not ProfileWish.objects.exists()


def test_a_second_tab_does_not_replace_what_the_first_said(client, people, noord, schulden):
    sign_in(client, people.general_manager)
    address = reverse("profile-wish", args=[noord.cluster.code])
    old = client.get(address).context["form"]["stand"].value()
    told = {"specialism": "schulden", "valid_from": "2026-11-23", "stand": old}
    client.post(address, told | {"fte": "1"})

    page = client.post(address, told | {"fte": "2"}).content.decode()

    assert "intussen gewijzigd" in page
    assert 'value="2"' in page
    assert ProfileWish.objects.get().fte == 1


def test_what_was_wrong_stays_on_the_page(client, people, noord, schulden):
    sign_in(client, people.general_manager)
    told = {"specialism": "schulden", "fte": "-2", "valid_from": "2026-11-22"}
    told["stand"] = stand_of(noord.cluster_id)
    text = client.post(reverse("profile-wish", args=[noord.cluster.code]), told).content.decode()
    assert "nul of meer" in text
    assert 'value="-2"' in text
    told["fte"] = "2"
    text = client.post(reverse("profile-wish", args=[noord.cluster.code]), told).content.decode()
    assert "vandaag of later" in text


def test_what_is_over_does_not_lapse_again(client, people, noord):
    row = ProfileWishFactory(
        cluster=noord.cluster, valid_from=TODAY - 9 * DAY, valid_until=TODAY - 2 * DAY
    )
    sign_in(client, people.general_manager)
    address = reverse("profile-withdraw", args=[noord.cluster.code, row.pk])
    assert "al voorbij" in client.post(address).content.decode()


def test_the_form_begins_with_what_the_link_asked(client, people, noord, schulden):
    sign_in(client, people.general_manager)
    text = page(client, "profile-wish", noord.cluster.code, specialisme="schulden")
    assert '<option value="schulden" selected>' in text


def test_nobody_and_nothing_are_said(client, people):
    empty = ClusterFactory(name="Leeg")
    sign_in(client, people.general_manager)
    assert "Er werkt hier niemand" in page(client, "profile-cluster", empty.code)
    assert "Niemand" in page(client, "profile-people", empty.code)
    assert "Geen afwijkingen" in page(client, "profile-overview")


def test_the_page_of_a_cluster_leads_here_only_for_who_may(client, people, cast, noord):
    link = reverse("profile-cluster", args=[noord.cluster.code])
    sign_in(client, people.team_manager)
    assert link in page(client, "cluster-detail", noord.cluster.code)
    assert (
        "profiel"
        not in page(client, "cluster-detail", cast.elsewhere.cluster.code).split("<main")[1]
    )
    sign_in(client, people.handler)
    assert link not in page(client, "cluster-detail", noord.cluster.code)


@pytest.mark.parametrize("count", [1, 5])
@pytest.mark.parametrize(
    ("name", "queries"), [("profile-overview", 5), ("profile-cluster", 6), ("profile-people", 5)]
)
def test_a_page_costs_the_same_however_much_there_is(
    client, people, noord, count, name, queries, django_assert_num_queries
):
    for _ in range(count):
        row = SpecialismPeriodFactory(user=MembershipFactory(team=noord).user)
        wish(people.general_manager, noord.cluster, row.specialism, "2.00")
    sign_in(client, people.team_manager)
    args = [] if name == "profile-overview" else [noord.cluster.code]
    client.get(reverse(name, args=args))
    with django_assert_num_queries(SHELL + LINE + queries):
        client.get(reverse(name, args=args))
