import re

import pytest

from clusters.models import Role
from tests.factories.clusters import MembershipFactory
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db

CONTROLS = (
    'type="text"',
    'type="email"',
    'type="url"',
    'type="password"',
    'type="number"',
    'type="date"',
    'type="datetime-local"',
    'type="time"',
    'type="file"',
    'type="radio"',
    'type="checkbox"',
    'type="hidden"',
    "<textarea",
    "<select",
    " multiple",
    "<optgroup",
    " disabled",
)
COMPONENTS = (
    "wt-tile",
    "wt-badge--far_late",
    "wt-table",
    "wt-filters",
    "wt-pagination",
    "wt-empty",
    "wt-facts",
    "wt-timeline",
    "wt-tabs",
    "wt-menu",
    "utrecht-alert--error",
    "utrecht-breadcrumb-nav",
    "wt-formset-row",
)


def page(client, role=Role.APPLICATION_MANAGER, query="", status=200):
    sign_in(client, MembershipFactory(role=role).user)
    response = client.get(f"/bouwstenen/{query}")
    assert response.status_code == status
    return response.content.decode()


def test_styleguide_shows_every_control_and_component(client):
    html = page(client)

    assert [part for part in CONTROLS + COMPONENTS if part not in html] == []


def test_styleguide_shows_fields_without_errors_unless_asked(client):
    assert "wt-error-summary" not in page(client)


def test_styleguide_with_errors_shows_an_error_for_every_kind_of_field(client):
    html = page(client, query="?fouten=1")

    assert html.count("wt-error-summary") == 4
    assert html.count("utrecht-form-field--invalid") >= 15


@pytest.mark.parametrize("query", ["", "?fouten=1"])
def test_styleguide_uses_every_id_once(client, query):
    ids = re.findall(r'\bid="([^"]+)"', page(client, query=query))

    assert sorted(ids) == sorted(set(ids))


def test_styleguide_stores_nothing_and_shows_errors_after_a_post(client):
    sign_in(client, MembershipFactory(role=Role.APPLICATION_MANAGER).user)

    response = client.post("/bouwstenen/", {"x": "1"})

    assert response.status_code == 200
    assert "wt-error-summary" in response.content.decode()


@pytest.mark.parametrize("role", [Role.TEAM_WORKER, Role.GENERAL_MANAGER, Role.PRIVACY_OFFICER])
def test_styleguide_is_not_for_other_roles(client, role):
    assert "Dit mag u niet in deze rol" in page(client, role=role, status=403)


def test_styleguide_sends_a_stranger_to_the_login_page(client):
    response = client.get("/bouwstenen/")

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/inloggen/")
