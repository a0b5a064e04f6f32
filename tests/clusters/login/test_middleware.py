from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.contrib import admin
from django.contrib.auth.signals import user_logged_out
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, include, path, reverse
from django.urls.converters import UUIDConverter
from django.utils import timezone

from clusters.login import sessions
from clusters.models import Membership, PartnerOrganisation, Role
from tests.factories.clusters import MembershipFactory
from tests.factories.login import sign_in

PAGE = "/mijn-account/"
urlpatterns = [path("admin-van-de-test/", admin.site.urls), path("", include("wijkteams.urls"))]


def all_patterns(patterns, prefix=""):
    for each in patterns:
        if isinstance(each, URLPattern):
            if each.name:
                yield f"{prefix}{each.name}", each
        else:
            inner = f"{prefix}{each.namespace}:" if each.namespace else prefix
            yield from all_patterns(each.url_patterns, inner)


def private_addresses():
    """Every named address that is not public, with numbers filled in."""
    for name, pattern in all_patterns(get_resolver().url_patterns):
        if name == "admin:login" or getattr(pattern.callback, "login_required", True):
            converters = pattern.pattern.converters
            arguments = {key: _something_for(converters[key]) for key in converters}
            if set(pattern.pattern.regex.groupindex) == set(converters):
                yield name, arguments


def _something_for(converter):
    """A value that fits in an address: a number, or what else it takes."""
    return UUID(int=1) if isinstance(converter, UUIDConverter) else converter.to_python("1")


PRIVATE, FEWEST = list(private_addresses()), 250


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_private_page_opens_without_the_second_factor(employee, method):
    assert len(PRIVATE) > FEWEST
    for name, arguments in PRIVATE:
        client = sign_in(Client(), employee)
        session = client.session
        del session[sessions.OPENED]
        session.save()

        answer = getattr(client, method)(reverse(name, kwargs=arguments))

        assert (answer.status_code, answer.url.split("?")[0]) == (302, "/inloggen/"), name


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_private_page_opens_for_a_stranger(client, db, method):
    for name, arguments in PRIVATE:
        answer = getattr(client, method)(reverse(name, kwargs=arguments))

        assert (answer.status_code, answer.url.split("?")[0]) == (302, "/inloggen/"), name


def test_the_wall_is_tested_for_more_than_ten_addresses():
    assert len(list(private_addresses())) > 10


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as travelling:
        yield travelling


def test_twenty_minutes_without_a_click_end_the_session(client, employee, clock):
    sign_in(client, employee)

    clock.shift(20 * 60)
    inside = client.get(PAGE).status_code
    clock.shift(20 * 60 + 1)
    outside = client.get(PAGE)

    assert inside == 200
    assert outside.url == "/inloggen/?next=%2Fmijn-account%2F&verlopen=1"
    assert client.get(PAGE).status_code == 302


def test_ten_hours_end_the_session_whatever_happens(client, employee, clock):
    sign_in(client, employee)
    answers = []

    for _ in range(41):
        clock.shift(15 * 60)
        answers.append(client.get(PAGE).status_code)

    assert answers == [200] * 40 + [302]


def test_an_ended_session_is_noted_as_left(client, employee, clock):
    left = []

    def note(user, **kwargs):
        left.append(user.pk)

    user_logged_out.connect(note)
    sign_in(client, employee)
    clock.shift(20 * 60 + 1)
    client.get(PAGE)
    user_logged_out.disconnect(note)

    assert left == [employee.pk]


def test_the_time_of_the_last_click_is_written_once_a_minute(client, employee, clock):
    sign_in(client, employee)
    client.get(PAGE)

    def updates():
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return [query for query in asked if query["sql"].startswith('UPDATE "django_session"')]

    clock.shift(59)
    assert updates() == []
    clock.shift(1)
    assert len(updates()) == 1


@pytest.mark.parametrize("change", ["role", "agreement", "account"])
def test_what_ended_yesterday_counts_from_the_next_click(client, employee, change):
    sign_in(client, employee)
    assert client.get(PAGE).status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)

    if change == "role":
        Membership.objects.update(valid_until=yesterday)
    elif change == "agreement":
        PartnerOrganisation.objects.update(agreement_until=yesterday)
    else:
        employee.account_until = yesterday
        employee.save()
    answer = client.get(PAGE)

    assert answer.status_code == 403
    assert "U heeft nu geen rol" in answer.content.decode()
    assert 'action="/uitloggen/"' in answer.content.decode()


def test_who_has_no_role_can_leave(client, employee):
    sign_in(client, employee)
    Membership.objects.update(valid_until=timezone.localdate() - timedelta(days=1))

    assert client.post("/uitloggen/").status_code == 302


def test_an_account_that_is_switched_off_is_out_at_once(client, employee):
    sign_in(client, employee)
    employee.is_active = False
    employee.save()

    assert client.get(PAGE).status_code == 302


def test_a_new_password_ends_sessions_elsewhere(client, employee):
    sign_in(client, employee)
    employee.set_password("iets heel anders dan eerst")
    employee.save()

    assert client.get(PAGE).status_code == 302


@pytest.mark.parametrize(
    ("chosen", "effect"),
    [
        ("", Role.TEAM_WORKER),
        (Role.PRIVACY_OFFICER, Role.PRIVACY_OFFICER),
        (Role.CONTROLLER, Role.TEAM_WORKER),
    ],
)
def test_the_role_of_the_session_is_in_effect_when_it_is_held(client, employee, chosen, effect):
    MembershipFactory(user=employee, role=Role.PRIVACY_OFFICER)
    sign_in(client, employee, role=chosen)

    assert client.get(PAGE).context["request"].user.acting_role == effect


def test_a_fragment_of_an_ended_session_goes_to_the_login_page(client, employee):
    answer = client.get(
        "/meldingen/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/mijn-account/?a=1"},
    )

    assert answer["HX-Redirect"] == "/inloggen/?next=%2Fmijn-account%2F%3Fa%3D1"


def test_a_form_of_a_stranger_leads_back_to_its_page_only_here(client, db):
    here = client.post("/meldingen/gelezen/", headers={"Referer": "http://testserver/meldingen/"})
    elsewhere = client.post("/meldingen/gelezen/", headers={"Referer": "http://elders.example/x/"})

    assert here.url == "/inloggen/?next=%2Fmeldingen%2F"
    assert elsewhere.url == "/inloggen/?next=%2F"


@pytest.mark.urls("tests.clusters.login.test_middleware")
def test_the_login_page_of_the_admin_takes_no_password(client, employee):
    address = reverse("admin:login")

    assert client.get(address).url.startswith("/inloggen/")
    sign_in(client, employee)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize(("rows", "count"), [(1, 5), (5, 5)])
def test_page_costs_the_same_with_one_role_or_five(
    client, employee, rows, count, django_assert_num_queries
):
    """Session, account, roles with team and organisation, unread notices, authenticator."""
    for role in [Role.TEAM_MANAGER, Role.LIAISON, Role.PRIVACY_OFFICER, Role.HELP_DESK][: rows - 1]:
        MembershipFactory(user=employee, role=role)
    sign_in(client, employee)

    with django_assert_num_queries(count):
        client.get(PAGE)


def test_a_link_in_a_mail_opens_the_page_without_signing_in_again(client, db):
    """The strict cookie stays at home on a click elsewhere; a page of ours then goes on itself."""
    response = client.get(PAGE, {"van": "mail"}, headers={"sec-fetch-site": "cross-site"})

    assert (response.status_code, response["Refresh"]) == (200, f"0; url={PAGE}?van=mail")
    assert "U komt van een andere pagina" in response.content.decode()


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_page_that_goes_on_asks_once(client, db, site):
    response = client.get(PAGE, headers={"sec-fetch-site": site})

    assert response.url.startswith(reverse("login"))


def test_a_form_from_another_site_is_not_sent_again(client, db):
    response = client.post(PAGE, headers={"sec-fetch-site": "cross-site"})

    assert response.url.startswith(reverse("login"))


def test_a_page_that_asks_by_itself_does_not_keep_the_session_open(client, employee):
    """Nobody need sit at a screen that refreshes itself: the session still ends (T9)."""
    with time_machine.travel("2026-11-23 09:00Z", tick=False) as clock:
        sign_in(client, employee)
        for _ in range(4):
            clock.shift(timedelta(minutes=6))
            answer = client.get(PAGE, headers={"X-Poll": "1"})

    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/inloggen/")
