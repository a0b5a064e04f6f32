"""No log, no page: every way a page could slip past the trail."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client

from audit.errors import UnloggedAccess
from audit.models import AuditEvent, AuditSubject, Outcome
from tests.factories.audit import Visit, people
from tests.factories.clusters import MembershipFactory

pytestmark = pytest.mark.usefixtures("tables")

LAZY = "{% for each in people %}{{ each.name }}{% endfor %}"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "audit.middleware.AuditMiddleware",
    "common.middleware.RuleViolationMiddleware",
]


@pytest.fixture
def worker(db: None) -> Any:
    return MembershipFactory(user__first_name="Marit", user__last_name="de Boer").user


@pytest.fixture
def browser(settings: Any, worker: Any) -> Client:
    settings.ROOT_URLCONF = "tests.audit.pages"
    settings.MIDDLEWARE = MIDDLEWARE
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.locmem.Loader",
                        {"audit/test_lazy.html": LAZY},
                    )
                ]
            },
        }
    ]
    client = Client(raise_request_exception=False)
    client.force_login(worker)
    return client


def body(response: HttpResponseBase) -> str:
    parts = response.streaming_content if response.streaming else [response.content]
    return b"".join(parts).decode()


def make_the_trail_unwritable() -> None:
    """As when the disk is full or the right to insert was taken away."""
    statement = (
        "ALTER TABLE audit_auditevent ADD CONSTRAINT full_disk CHECK (false) NOT VALID"
        if connection.vendor == "postgresql"
        else "CREATE TRIGGER full_disk BEFORE INSERT ON audit_auditevent"
        " BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_page_with_everybody_in_the_trail_is_served(browser, worker):
    people(2)

    response = browser.get("/logged/?naam=Jansen")

    assert (response.status_code, body(response)) == (200, "kanarie-1, kanarie-2")
    event = AuditEvent.objects.get(code="callback.listed")
    assert (event.route, event.method, event.action, event.result_count) == (
        "logged",
        "GET",
        "R",
        2,
    )
    assert (event.actor_id, event.actor_name, event.role) == (
        worker.pk,
        "Marit de Boer",
        "team_worker",
    )
    assert set(event.subjects.values_list("resident_id", flat=True)) == {1, 2}
    assert len(event.session_mac) == 32
    assert browser.session.session_key not in event.session_mac


@pytest.mark.parametrize(
    "page",
    [
        "forgotten",
        "half",
        "conflict",
        "undone",
        "joined",
        "deferred",
        "values",
        "lazy",
        "early_stream",
    ],
)
def test_page_with_a_resident_nobody_logged_is_not_served(browser, caplog, page):
    people(2)
    Visit.objects.create(pk=1, person_id=2, note="kanarie-notitie")

    response = browser.get(f"/{page}/")

    assert (response.status_code, "kanarie" in body(response)) == (503, False)
    lines = [line for line in caplog.records if line.name == "audit.middleware"]
    assert [(line.levelname, line.route, line.residents > 0) for line in lines] == [
        ("ERROR", page, True)
    ]
    assert "kanarie" not in caplog.text


def test_held_back_page_is_held_back_for_htmx_too(browser):
    people(1)

    response = browser.get("/forgotten/", headers={"HX-Request": "true"})

    assert (response.status_code, "kanarie" in body(response)) == (503, False)


@pytest.mark.parametrize("page", ["fragment", "named_later", "refreshed"])
def test_page_covered_by_its_own_line_is_served(browser, page):
    people(1)
    Visit.objects.create(pk=1, person_id=1, note="kanarie-1")

    response = browser.post(f"/{page}/")

    assert (response.status_code, body(response)) == (200, "kanarie-1")


def test_row_about_nobody_needs_no_line(browser):
    Visit.objects.create(pk=1, person=None, note="anoniem")

    assert body(browser.get("/visits/")) == "anoniem"


def test_redirect_shows_nothing_and_needs_no_line(browser):
    people(1)

    assert browser.get("/moved/").status_code == 302


def test_stream_may_read_residents_that_were_logged_before(browser):
    people(2)

    response = browser.get("/stream/?logged=1")

    assert body(response) == "begin kanarie-1, kanarie-2"


def test_stream_breaks_off_at_a_resident_nobody_logged(browser):
    people(2)

    response = browser.get("/stream/")

    with pytest.raises(UnloggedAccess):
        body(response)


def test_stream_without_residents_is_served(browser):
    assert "Pages that do it right" in body(browser.get("/download/"))


@pytest.mark.parametrize("page", ["logged", "swallowed", "fragment"])
def test_unwritable_trail_serves_no_page(browser, page):
    people(2)
    make_the_trail_unwritable()

    response = browser.post(f"/{page}/")

    assert (response.status_code, "kanarie" in body(response)) == (503, False)
    assert response.headers["Retry-After"] == "120"


def test_refusal_that_cannot_be_written_down_serves_no_page(browser):
    make_the_trail_unwritable()

    assert browser.get("/callback/5/weg/").status_code == 503


def test_sign_in_is_served_when_it_is_in_the_trail(browser):
    browser.logout()

    assert browser.post("/sign_in/").status_code == 200
    assert "_auth_user_id" in browser.session


def test_sign_in_that_cannot_be_written_down_does_not_happen(browser):
    browser.logout()
    make_the_trail_unwritable()

    response = browser.post("/sign_in/")

    assert response.status_code == 503
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/callback/5/geweigerd/", 403, "access.denied"),
        ("/callback/5/weg/", 404, "access.not_found"),
    ],
)
def test_refusal_is_in_the_trail_after_the_rollback(browser, worker, address, status, code):
    response = browser.get(address)

    assert response.status_code == status
    event = AuditEvent.objects.exclude(code="login.succeeded").get()
    assert (event.code, event.outcome, event.status) == (code, Outcome.DENIED, status)
    assert (event.actor_id, event.object_type, event.object_id) == (worker.pk, "callback", "5")


def test_failed_post_is_in_the_trail(browser):
    people(1)

    response = browser.post("/broken/")

    assert response.status_code == 500
    event = AuditEvent.objects.exclude(code="login.succeeded").get()
    assert (event.code, event.outcome, event.route) == ("request.failed", Outcome.FAILED, "broken")


def test_anonymous_visitor_and_unknown_address_leave_no_line(browser):
    assert Client().get("/callback/5/weg/").status_code == 404
    assert browser.get("/bestaat-niet/").status_code == 404

    assert not AuditEvent.objects.exclude(code="login.succeeded").exists()


def test_one_page_is_one_event(browser):
    people(2)

    browser.get("/logged/")

    assert AuditEvent.objects.exclude(code="login.succeeded").count() == 1
    assert AuditSubject.objects.count() == 2


def test_page_that_says_nothing_survives_a_broken_template(browser, settings):
    make_the_trail_unwritable()

    assert body(browser.post("/logged/")).startswith("Deze pagina kan nu niet worden getoond")
