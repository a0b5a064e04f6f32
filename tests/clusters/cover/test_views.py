"""The pages of cover: what they show, to whom, and the way to each act."""

import uuid

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from clusters.models import Cover, Role
from tests.clusters.absence.test_views import SHELL
from tests.clusters.cover.conftest import DAY, TODAY, also, arrange, fresh
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.absence import away
from tests.factories.cases import CallbackFactory
from tests.factories.cover import covered
from tests.factories.dossiers import FileFactory
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db


def page(client, name, *args, **query):
    return client.get(reverse(name, args=args), query)


def text(client, name, *args, **query):
    return page(client, name, *args, **query).content.decode()


def test_ones_own_covers_on_both_sides_and_what_is_just_over(client, people):
    mine = arrange(people.handler, people.third, days=2)
    covered(people.fourth, people.handler, TODAY + DAY)
    over = covered(people.handler, people.fourth, TODAY - 3 * DAY)
    covered(people.handler, people.fourth, TODAY - 15 * DAY)
    sign_in(client, people.handler)
    found = page(client, "cover-list").context

    assert found["own"].for_me == [mine]
    assert [row.employee for row in found["own"].by_me] == [people.fourth]
    assert found["own"].over == [over]
    assert "lines" not in found


def test_who_leads_sees_the_team_and_it_is_logged(client, people, noord):
    arrange(people.handler, people.third, days=2)
    away(people.handler, TODAY, TODAY + DAY)
    sign_in(client, people.team_manager)
    shown = text(client, "cover-list")

    assert f"{people.third}, ma 23 november 2026 t/m di 24 november 2026" in shown
    assert "afwezig t/m 24 november" in shown
    assert str(people.outsider_worker) not in shown
    assert AuditEvent.objects.filter(code="cover.listed").count() == 1


def test_the_general_manager_chooses_a_team_and_has_no_cover_of_their_own(client, people):
    sign_in(client, people.general_manager)
    other = people.outsider_worker.memberships.get().team
    shown = text(client, "cover-list", team=other.pk)

    assert str(people.outsider_worker) in shown
    assert "Mijn waarneming regelen" not in shown
    assert "Teams" in text(client, "cover-list", team=987654321)


def test_a_manager_without_a_team_to_choose_sees_an_empty_list(client, people):
    person = MembershipFactory(role=Role.GENERAL_MANAGER, team=None).user
    sign_in(client, person)
    people.handler.memberships.model.objects.exclude(user=person).update(valid_until=TODAY - DAY)

    assert "lines" not in page(client, "cover-list").context


@pytest.mark.parametrize("rows", [1, 5])
def test_list_query_count(client, people, noord, rows, django_assert_num_queries):
    for number in range(rows):
        member = MembershipFactory(team=noord).user
        covered(member, people.third, TODAY)
        covered(people.team_manager, member, TODAY + number * DAY)
    sign_in(client, people.team_manager)
    page(client, "cover-list")

    # the shell; own covers; the first team, the chosen one, the choices twice; trail twice and its
    # transaction; the people and their covers
    with django_assert_num_queries(SHELL + 10):
        page(client, "cover-list")


def test_arranging_shows_what_goes_along_and_begins_with_the_absence(client, people, noord):
    FileFactory(team=noord, director=people.handler)
    for _ in range(2):
        CallbackFactory(team=noord, claimed=True, handler=people.handler)
    away(people.handler, TODAY + 2 * DAY, TODAY + 30 * DAY)
    sign_in(client, people.handler)
    shown = page(client, "cover-arrange", people.handler.pk)

    assert shown.context["along"] == ["2 terugbelverzoeken", "1 dossier"]
    assert shown.context["form"].initial == {
        "first_day": TODAY + 2 * DAY,
        "last_day": TODAY + 15 * DAY,
    }
    covered(people.handler, people.third, TODAY + 2 * DAY, TODAY + 15 * DAY)
    again = page(client, "cover-arrange", people.handler.pk).context["form"].initial
    assert again == {"first_day": TODAY + 16 * DAY, "last_day": TODAY + 29 * DAY}


def test_whom_one_can_choose_wn_5(client, people, noord):
    near = MembershipFactory(team=TeamFactory(cluster=noord.cluster)).user
    away(people.third, TODAY)
    sign_in(client, people.handler)
    form = page(client, "cover-arrange", people.handler.pk).context["form"]
    choices = [str(label) for _, label in form.fields["deputy"].choices]

    assert f"{people.third} (afwezig t/m 23 november)" in choices
    assert str(near) in choices
    for other in (people.handler, people.team_manager, people.outsider_worker):
        assert str(other) not in choices
    sign_in(client, people.general_manager)
    form = page(client, "cover-arrange", people.handler.pk).context["form"]
    assert str(people.outsider_worker) in [str(label) for _, label in form.fields["deputy"].choices]


@pytest.mark.parametrize("rows", [1, 5])
def test_arrange_query_count(client, people, noord, rows, django_assert_num_queries):
    for _ in range(rows):
        away(MembershipFactory(team=noord).user, TODAY)
        FileFactory(team=noord, director=people.handler)
    away(people.handler, TODAY)
    sign_in(client, people.handler)
    page(client, "cover-arrange", people.handler.pk)

    # the shell; the person; absence and cover of the first days; their roles; what goes along;
    # the colleagues
    with django_assert_num_queries(SHELL + 6):
        page(client, "cover-arrange", people.handler.pk)


def sent(client, person, deputy, first=TODAY, last=TODAY, key=None):
    return client.post(
        reverse("cover-arrange", args=[person.pk]),
        {
            "submission_key": key or uuid.uuid4(),
            "deputy": deputy.pk,
            "first_day": first.isoformat(),
            "last_day": last.isoformat(),
        },
    )


def test_arrange_and_end_on_the_screen(client, people):
    sign_in(client, people.handler)
    key = uuid.uuid4()
    for _ in range(2):
        assert sent(client, people.handler, people.third, key=key).status_code == 302
    row = Cover.objects.get()

    assert "beëindigd" not in text(client, "cover-list")
    address = reverse("cover-end", args=[row.pk])
    assert "Wat die deed, blijft staan" in client.get(address).content.decode()
    assert [client.post(address).status_code for _ in range(2)] == [302, 302]
    assert "eerder beëindigd door" in text(client, "cover-list")
    assert "al voorbij" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"last": TODAY + 14 * DAY}, "hoogstens 14 dagen"),
        ({"first": TODAY - DAY}, "vandaag of later"),
        ({"first": TODAY + DAY}, "ligt voor de eerste"),
    ],
)
def test_a_broken_rule_stands_at_its_field_and_keeps_what_was_typed(client, people, told, said):
    sign_in(client, people.handler)
    answer = sent(client, people.handler, people.third, **told)

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert f'<option value="{people.third.pk}" selected>' in answer.content.decode()


def test_oneself_or_somebody_far_away_is_no_choice_wn_4(client, people):
    sign_in(client, people.handler)
    for other in (people.handler, people.outsider_worker):
        shown = sent(client, people.handler, other).content.decode()
        assert "Deze collega kan hier niet waarnemen" in shown
    assert not Cover.objects.exists()


def test_an_end_that_came_too_late_says_so(client, people):
    row = covered(people.handler, people.third, TODAY - DAY)
    sign_in(client, people.handler)

    shown = client.post(reverse("cover-end", args=[row.pk])).content.decode()
    assert "Deze waarneming is al voorbij" in shown


def test_the_page_of_absence_leads_on_for_who_has_work_of_their_own(client, people):
    for person, there in ((people.handler, True), (people.contact_centre, False)):
        sign_in(client, person)
        address = reverse("cover-arrange", args=[person.pk])
        assert (address in text(client, "absence-person", person.pk)) is there
    sign_in(client, people.team_manager)
    shown = text(client, "absence-person", people.handler.pk)
    assert reverse("cover-arrange", args=[people.handler.pk]) in shown


def test_two_roles_are_both_asked_of_a_deputy_wn_5(client, people, noord):
    both = also(people.handler, Role.TEAM_MANAGER, noord)
    also(people.third, Role.TEAM_MANAGER, noord)
    sign_in(client, fresh(both))
    form = page(client, "cover-arrange", both.pk).context["form"]

    assert [str(label) for _, label in form.fields["deputy"].choices][1:] == [str(people.third)]
