"""Every named address is asked by everybody (security 3.3, S1, S4, S17, S50)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from cases.models import CallbackRequest
from clusters.models import Membership, Notice, PartnerOrganisation, User
from tests.factories import ClusterFactory, UserFactory
from tests.factories.cases import MONDAY, CallbackFactory, in_state
from tests.factories.login import sign_in
from tests.permissions.matrix import MATRIX, PUBLIC
from tests.permissions.rows import CALLBACK, PEOPLE, Row
from tests.permissions.things import THINGS

pytestmark = pytest.mark.django_db

ADMIN = "admin"
NOWHERE = 987_654_321
ENDINGS = ("agreement", "membership", "account", "team")


@pytest.fixture(autouse=True)
def _on_a_working_monday() -> Any:
    with time_machine.travel(MONDAY, tick=True):
        yield


@pytest.fixture
def world(cast: SimpleNamespace, noord: Any, desk: Any, calendar_data: None) -> SimpleNamespace:
    """Team Noord with its people; requests are made per cell, in the state of the row."""
    return SimpleNamespace(cast=cast, noord=noord, desk=desk)


def named_urls(patterns: Any, found: set[str | None] | None = None) -> set[str | None]:
    """The names of every pattern below ``patterns``; the admin has tests of its own."""
    found = set() if found is None else found
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            found.add(pattern.name)
        elif pattern.namespace != ADMIN:
            named_urls(pattern.url_patterns, found)
    return found


def address(name: str, row: Row, world: SimpleNamespace) -> str:
    """The address with something real behind it."""
    if row.about == CALLBACK:
        return reverse(name, args=[_callback(world, row.state).pk])
    if row.about in THINGS:
        return reverse(name, args=THINGS[row.about](world))
    if row.about == "cluster":
        return reverse(name, args=[ClusterFactory().code])
    if row.about == "employee":
        return reverse(name, args=[world.cast.outsider.pk])
    if row.about == "notice":
        return reverse(name, args=[_notice_of(world.cast.handler).pk])
    return reverse(name)


def _callback(world: SimpleNamespace, state: str) -> CallbackRequest:
    """A request of team Noord, written by the desk; on the handler's desk when it is on one."""
    own: dict[str, Any] = {"team": world.noord, "registered_in": world.desk}
    if state in ("claimed", "stuck", "paused"):
        own["handler"] = world.cast.handler
    return in_state(state, **own)


def _notice_of(person: User) -> Notice:
    return Notice.objects.create(
        person=person,
        text="Melding",
        url_name="home",
        created_at=timezone.now(),
        dedup_key="matrix",
    )


def test_every_address_is_in_the_matrix_or_public():
    assert named_urls(get_resolver().url_patterns) == set(MATRIX) | PUBLIC


@pytest.mark.parametrize("name", MATRIX)
def test_everybody_gets_what_the_row_says(world, name):
    row = MATRIX[name]
    url = address(name, row, world)

    found = {person: _answer(row, url, getattr(world.cast, person)) for person in PEOPLE}

    assert found == {person: row.status_for(person) for person in PEOPLE}


@pytest.mark.parametrize("name", [name for name, row in MATRIX.items() if row.about == CALLBACK])
def test_a_callback_that_does_not_exist_is_a_404_for_everybody(world, name):
    row, url = MATRIX[name], reverse(name, args=[NOWHERE])

    found = {person: _answer(row, url, getattr(world.cast, person)) for person in PEOPLE}

    assert found == dict.fromkeys(PEOPLE, 404)


def _answer(row: Row, url: str, person: User, **ends: Any) -> int:
    """The status for one person; whatever the visit changed is undone."""
    client = Client()
    with undone():
        sign_in(client, person)
        for ending, on in ends.items():
            _end(ending, person, on)
        return int(getattr(client, row.method)(url).status_code)


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves no trace in the database."""
    block = transaction.atomic()
    block._from_testcase = True  # as the block around a test: acts that commit by themselves may
    with block:
        try:
            yield
        finally:
            transaction.set_rollback(True)


def test_out_of_scope_looks_the_same_as_not_existing(world, client):
    there = _callback(world, "waiting")
    sign_in(client, world.cast.outsider_worker)

    foreign = client.get(reverse("callback-detail", args=[there.pk]))
    missing = client.get(reverse("callback-detail", args=[NOWHERE]))

    assert _without_form_token(foreign.content) == _without_form_token(missing.content)
    assert {**foreign.headers, "Content-Length": ""} == {**missing.headers, "Content-Length": ""}


def _without_form_token(page: bytes) -> bytes:
    """The token against forged forms is another on every page."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


@pytest.mark.parametrize("name", MATRIX)
def test_nobody_in_particular_gets_nothing(world, name):
    """A stranger and a password alone go to the login page; without a role there is no page."""
    row = MATRIX[name]
    url, only_password = address(name, row, world), Client()
    only_password.force_login(world.cast.team_worker)

    for client in (Client(), only_password):
        response = getattr(client, row.method)(url)
        assert (response.status_code, response["Location"].split("?")[0]) == (302, reverse("login"))
    if name != "logout":
        assert _answer(row, url, UserFactory()) == 403


@pytest.mark.parametrize("name", [name for name, row in MATRIX.items() if row.method == "post"])
def test_addresses_that_write_refuse_get(world, client, name):
    sign_in(client, world.cast.handler)

    assert client.get(address(name, MATRIX[name], world)).status_code == 405


@pytest.mark.parametrize("name", [name for name in MATRIX if name != "logout"])
def test_what_ended_yesterday_opens_nothing_today(world, name):
    """The next request after the end is refused, on every page (S44, S50)."""
    row, person = MATRIX[name], world.cast.handler
    url, yesterday = address(name, row, world), date(2026, 11, 22)

    found = {ending: _answer(row, url, person, **{ending: yesterday}) for ending in ENDINGS}

    assert found == dict.fromkeys(ENDINGS, 403)


def _end(what: str, person: User, on: date) -> None:
    membership = Membership.objects.get(user=person)
    if what == "agreement":
        PartnerOrganisation.objects.filter(pk=membership.organisation_id).update(agreement_until=on)
    elif what == "membership":
        Membership.objects.filter(pk=membership.pk).update(valid_until=on)
    elif what == "account":
        User.objects.filter(pk=person.pk).update(account_until=on)
    else:
        type(membership.team).objects.filter(pk=membership.team_id).update(valid_until=on)


@pytest.mark.parametrize("name", MATRIX)
def test_a_superuser_has_no_more_rights_than_the_role(world, name):
    row = MATRIX[name]
    User.objects.filter(pk=world.cast.liaison.pk).update(is_superuser=True, is_staff=True)

    assert _answer(row, address(name, row, world), world.cast.liaison) == row.status_for("liaison")


def test_the_general_manager_reaches_a_late_request_only_on_the_list_without_names(world, client):
    late = CallbackFactory(team=world.noord, due_at=MONDAY - timedelta(days=3))
    sign_in(client, world.cast.general_manager)

    assert client.get(reverse("callback-overdue")).status_code == 200
    for name, row in MATRIX.items():
        if row.about == CALLBACK:
            response = getattr(client, row.method)(reverse(name, args=[late.pk]))
            assert response.status_code == 403, name


OF_THE_DESK = {
    "absence-calendar",
    "agenda",
    "agenda-done",
    "agenda-subject",
    "agenda-tick",
    "agenda-undo",
    "agreement-detail",
    "article-detail",
    "article-find",
    "article-list",
    "article-suggest",
    "article-useful",
    "callback-cancel",
    "callback-registered",
    "callback-registered-list",
    "callback-route",
    "contact-call",
    "contact-caller",
    "contact-ended",
    "contact-help",
    "contact-list",
    "contact-open",
    "contact-save",
    "contact-search",
    "contact-set",
    "contact-status",
    "contact-stop",
    "contact-told",
    "desk-charts",
    "desk-dashboard",
    "desk-questions",
    "duty-roster",
    "meeting-detail",
    "meeting-present",
    "news-list",
    "offer-detail",
    "offer-list",
    "organisation-detail",
    "organisation-list",
    "saved-views",
}
"""Everything the contact centre reaches beside what everybody who works here reaches (S7)."""


def test_the_contact_centre_reaches_exactly_what_is_listed_for_it():
    """S7: an allow-list, so that a new page does not open itself to the desk."""
    everybody = {
        name
        for name, row in MATRIX.items()
        if all(row.status_for(person) in (200, 302) for person in PEOPLE)
    }
    reached = {
        name for name, row in MATRIX.items() if row.status_for("contact_centre") in (200, 302)
    }

    assert reached - everybody - {"postcode-lookup"} == OF_THE_DESK
