"""The page of the privacy officer."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import path
from django.utils import timezone

from audit.models import AuditEvent, Outcome
from audit.trail import Cursor
from audit.urls import urlpatterns as trail_urls
from clusters.models import Role
from common.access import Decision
from tests.audit.pages import missing
from tests.audit.test_middleware import MIDDLEWARE
from tests.factories.audit import Visit, act
from tests.factories.clusters import MembershipFactory

pytestmark = pytest.mark.django_db

PAGE = "/toezicht/logboek/"
urlpatterns = [*trail_urls, path("terugbelverzoeken/<int:callback_id>/", missing, name="missing")]


@pytest.fixture(autouse=True)
def site(settings: Any) -> None:
    """Only this page, without the guards of the sign-in that stand around it."""
    settings.ROOT_URLCONF = "tests.audit.test_views"
    settings.MIDDLEWARE = [
        *MIDDLEWARE[:2],
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
        *MIDDLEWARE[2:],
    ]
    settings.LOGIN_URL = "/inloggen/"
    settings.STORAGES = {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def marit() -> Any:
    return MembershipFactory(
        user__first_name="Marit", user__last_name="de Boer", team__code="haven"
    ).user


@pytest.fixture
def officer() -> Client:
    client = Client()
    client.force_login(MembershipFactory(role=Role.PRIVACY_OFFICER).user)
    return client


def text(client: Client, **filters: Any) -> str:
    response = client.get(PAGE, filters)
    assert response.status_code == 200
    table = response.content.decode().partition("</form>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", table).split())


def test_line_reads_as_a_sentence_with_its_reason(officer, marit):
    act(
        "callback.claimed",
        Visit(pk=123, person_id=77),
        by=marit,
        decision=Decision("team_worker:claim_callback", "handler"),
        fields=["state"],
        reason="collega is ziek",
    )

    page = text(officer, gebeurtenis="callback.claimed")

    assert "Marit de Boer pakte audit.visit 123 op" in page
    assert "wijkwerker, team haven" in page
    assert "regel “wijkwerker: claim_callback”, als behandelaar Reden: collega is ziek" in page
    assert "state 77" in page


def test_refused_line_says_so(officer, marit):
    client = Client()
    client.force_login(marit)
    client.get("/terugbelverzoeken/12/")

    page = text(officer, geweigerd="on")

    assert "Marit de Boer vroeg om callback 12, dat er voor hen niet is Niet gelukt" in page
    assert "logde in" not in page


def test_filters_leave_only_what_fits(officer, marit):
    other = MembershipFactory(user__first_name="Sanne", user__last_name="Prins").user
    with time_machine.travel(timezone.now() - timedelta(days=10), tick=False):
        act("callback.claimed", Visit(pk=1, person_id=11), by=marit)
    act("callback.closed", Visit(pk=2, person_id=22), by=other)
    today = timezone.localdate()
    first, last = "audit.visit 1 ", "audit.visit 2 "

    for filters, kept, gone in (
        ({"medewerker": marit.pk}, first, last),
        ({"gebeurtenis": "callback.closed"}, last, first),
        ({"bewoner": 11}, first, last),
        ({"nummer": 2}, last, first),
        ({"van": today.isoformat(), "tot": today.isoformat()}, last, first),
        ({"tot": (today - timedelta(days=10)).isoformat()}, first, last),
        ({"van": (today - timedelta(days=9)).isoformat()}, last, first),
    ):
        page = text(officer, **filters)
        assert (kept in page, gone in page) == (True, False), filters


def test_filter_on_kind_and_page(officer):
    assert "Geen regels" in text(officer, onderdeel="cases.callbackrequest")
    assert "Geen regels" in text(officer, pagina="missing")
    assert "las het logboek" in text(officer, pagina="audit-trail")


def test_period_that_ends_before_it_begins_is_said_at_the_field(officer):
    page = officer.get(PAGE, {"van": "2026-02-02", "tot": "2026-02-01"}).content.decode()

    assert "Deze dag ligt voor “Vanaf”" in page
    assert "2026-02-02" in page


def test_pages_follow_each_other_without_gaps_or_doubles(officer, settings):
    settings.PAGE_SIZE = 2
    with time_machine.travel(timezone.now(), tick=False):  # the same moment for all
        for number in range(1, 6):
            act("callback.claimed", Visit(pk=number, person_id=number))
    seen: list[str] = []
    cursor: str | None = ""

    while cursor is not None:
        response = officer.get(PAGE, {"gebeurtenis": "callback.claimed", "voor": cursor})
        page = response.content.decode()
        seen += re.findall(r"audit\.visit (\d)", page)
        older = re.search(r"voor=(\d+-\d+)\"", page)
        cursor = older.group(1) if older else None

    assert seen == ["5", "4", "3", "2", "1"]


@pytest.mark.parametrize("cursor", ["", "x", "1", "1-x", "9" * 30 + "-1", "²-1"])
def test_nonsense_in_the_address_begins_at_the_newest(officer, cursor):
    assert Cursor.parse(cursor) is None
    assert "logde in" in text(officer, voor=cursor)


def test_reading_the_trail_is_in_the_trail(officer):
    text(officer, bewoner=77)

    event = AuditEvent.objects.get(code="audit.read")
    assert (event.action, event.rule) == ("R", "privacy_officer:read_audit_trail")
    assert list(event.subjects.values_list("resident_id", flat=True)) == [77]


@pytest.mark.parametrize("role", sorted(set(Role.values) - {Role.PRIVACY_OFFICER}))
def test_everybody_else_is_refused_and_that_is_in_the_trail(role):
    client = Client()
    client.force_login(MembershipFactory(role=role).user)

    response = client.get(PAGE)

    assert response.status_code == 403
    event = AuditEvent.objects.get(code="access.denied")
    assert (event.route, event.outcome, event.role) == ("audit-trail", Outcome.DENIED, role)


def test_superuser_without_the_role_is_refused(marit):
    marit.is_superuser = True
    marit.save(update_fields=["is_superuser"])
    client = Client()
    client.force_login(marit)

    assert client.get(PAGE).status_code == 403


def test_trail_cannot_be_posted_to(officer):
    assert officer.post(PAGE).status_code == 405


def test_anonymous_visitor_is_sent_to_the_login_page(client):
    assert client.get(PAGE).url.startswith("/inloggen/")


@pytest.mark.parametrize("rows", [1, 5])
def test_trail_costs_the_same_however_long_it_is(officer, rows, django_assert_num_queries):
    for number in range(rows):
        act("callback.claimed", Visit(pk=number, person_id=number))

    # session, user, roles, employees to choose from, events, residents,
    # savepoint of the test, event, release, notices in the frame
    with django_assert_num_queries(10):
        officer.get(PAGE)
