import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError
from django.test import RequestFactory

from clusters.models import Role
from clusters.notices.context import GROUPS, NAVIGATION, menus_of, navigation, shell
from tests.factories.clusters import MembershipFactory, UserFactory
from tests.factories.login import sign_in
from tests.factories.notices import NoticeFactory


def request_of(user, path="/"):
    request = RequestFactory().get(path)
    request.user = user
    return request


def test_the_frame_of_a_stranger_costs_no_query(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        frame = shell(request_of(AnonymousUser()))["shell"]

    assert (frame["signed_in"], frame["nav"], frame["unread"]) == (False, [], 0)


def test_the_frame_of_a_request_without_a_person_comes_out():
    assert shell(RequestFactory().get("/"))["shell"]["signed_in"] is False


def test_the_frame_costs_one_query_once_a_request(db, django_assert_num_queries):
    person = MembershipFactory(role=Role.TEAM_MANAGER).user
    MembershipFactory(user=person, role=Role.PRIVACY_OFFICER)
    NoticeFactory(person=person)
    NoticeFactory(person=person, read_at="2026-11-23T09:00Z")
    NoticeFactory()
    request = request_of(person)
    _ = person.roles

    with django_assert_num_queries(1):
        frame = shell(request)["shell"]
        assert shell(request)["shell"] is frame

    assert frame["unread"] == 1
    assert frame["role_label"] == "Wijkteammanager"
    assert frame["person_name"] == str(person)
    assert frame["team_label"].startswith("Team")
    assert frame["other_roles"] == [("privacy_officer", "Privacy officer (FG)")]


def test_the_frame_comes_out_while_the_database_is_away():
    class Away:
        is_authenticated = True

        @property
        def acting_role(self):
            raise DatabaseError

    assert shell(request_of(Away()))["shell"]["signed_in"] is False


def test_the_frame_of_somebody_without_a_role_has_no_links(db):
    frame = shell(request_of(UserFactory()))["shell"]

    assert (frame["signed_in"], frame["role_label"], frame["nav"]) == (True, "", [])


def test_navigation_marks_the_nearest_link():
    def current(path):
        return [link["label"] for link in navigation(Role.TEAM_MANAGER, path) if link["current"]]

    assert current("/werker/") == ["Werker"]
    assert current("/werker/iets/") == ["Werker"]
    assert current("/meldingen/") == []


def test_navigation_has_the_mailbox_in_a_demo_only(settings):
    def labels():
        return {link["label"] for link in navigation(Role.TEAM_WORKER, "/")}

    assert "Postvak" not in labels()
    settings.DEMO = True
    assert "Postvak" in labels()


@pytest.mark.parametrize("role", list(Role))
def test_no_link_of_a_role_leads_to_a_refusal(client, db, settings, role):
    settings.DEMO = True
    person = MembershipFactory(role=role).user
    sign_in(client, person)

    statuses = {link["url"]: client.get(link["url"]).status_code for link in navigation(role, "/")}

    assert set(statuses.values()) <= {200}, statuses


def test_every_role_has_somewhere_to_go():
    assert all(any(role in roles for _, _, roles in NAVIGATION) for role in Role)


def test_what_is_not_used_all_day_is_in_a_menu():
    links = navigation(Role.TEAM_WORKER, "/sociale-kaart/")

    menus = {menu["label"]: menu for menu in menus_of(links)}

    assert [link["label"] for link in menus["Opzoeken"]["links"]][:2] == [
        "Kennisbank",
        "Sociale kaart",
    ]
    assert (menus["Opzoeken"]["current"], menus["Samenwerken"]["current"]) == (True, False)
    assert "Cijfers" not in menus


def test_a_menu_of_one_link_is_that_link_and_nothing_is_lost(db):
    person = MembershipFactory(role=Role.PRIVACY_OFFICER).user
    frame = shell(request_of(person))["shell"]

    inside = [link["label"] for menu in frame["nav_groups"] for link in menu["links"]]
    shown = [link["label"] for link in frame["nav"]]

    assert "Logboek" in shown
    assert sorted(shown + inside) == sorted(
        link["label"] for link in navigation(Role.PRIVACY_OFFICER, "/")
    )


def test_every_link_in_a_menu_is_a_link():
    assert frozenset().union(*GROUPS.values()) <= {name for name, _, _ in NAVIGATION}
