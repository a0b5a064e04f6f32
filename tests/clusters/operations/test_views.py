from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as project
from django.utils import timezone

from clusters.operations.health import HEARTBEAT_TASK
from clusters.operations.heartbeat import periodic_tasks
from clusters.operations.services import record_run
from clusters.operations.views import TASK_LABELS
from tests.factories.clusters import MembershipFactory
from tests.factories.login import sign_in


@pytest.fixture(autouse=True)
def _broker_folder(settings, tmp_path):
    settings.CELERY_BROKER_URL = "filesystem://"
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"data_folder_in": str(tmp_path)}


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as travelling:
        yield travelling


def test_health_is_200_when_all_is_well(client, db, django_assert_num_queries):
    record_run(task=HEARTBEAT_TASK, handled=0, at=timezone.now())

    with django_assert_num_queries(2):
        answer = client.get("/gezondheid/")

    assert answer.status_code == 200
    assert answer.json() | {"last_sweep": ""} == {
        "status": "ok",
        "database": "ok",
        "worker": "ok",
        "broker": "ok",
        "failing": [],
        "last_sweep": "",
        "version": project.VERSION,
    }
    assert not answer.cookies


def test_health_is_503_and_names_the_worker_that_never_ran(client, db):
    answer = client.get("/gezondheid/")

    assert answer.status_code == 503
    assert answer.json()["failing"] == ["worker"]
    assert answer.json()["worker"] == "de werker heeft nog niet gelopen"
    assert answer["Cache-Control"] == "no-store"


def test_health_turns_red_after_five_minutes_of_silence(client, db, clock):
    record_run(task=HEARTBEAT_TASK, handled=0, at=timezone.now())
    statuses = [client.get("/gezondheid/").status_code]

    for step in (300, 1):
        clock.shift(step)
        statuses.append(client.get("/gezondheid/").status_code)

    assert statuses == [200, 200, 503]


def test_health_is_read_only(client, db):
    assert client.post("/gezondheid/").status_code == 405


@pytest.mark.parametrize("role", ["application_manager", "team_manager", "general_manager"])
def test_operations_shows_every_task(client, db, role):
    sign_in(client, MembershipFactory(role=role).user)
    now = timezone.now()
    record_run(task=HEARTBEAT_TASK, handled=7, at=now)
    record_run(
        task="clusters.notices.tasks.send_notice_mail", handled=1, at=now - timedelta(minutes=6)
    )

    page = client.get("/werker/")

    rows = {row["label"]: row for row in page.context["rows"]}
    assert [rows[label]["word"] for label in list(TASK_LABELS.values())[:3]] == [
        "loopt",
        "te lang stil",
        "nog niet gelopen",
    ]
    assert rows["Herinneringen en escalaties"]["total"] == 7
    assert "te lang stil" in page.content.decode()


def test_operations_is_closed_for_a_wijkwerker(client, db):
    sign_in(client, MembershipFactory().user)

    assert client.get("/werker/").status_code == 403


def test_operations_allows_a_slow_task_three_rounds(client, db):
    sign_in(client, MembershipFactory(role="application_manager").user)
    slow = "dashboards.tasks.refresh_figures"
    record_run(task=slow, handled=0, at=timezone.now() - timedelta(seconds=899))

    rows = client.get("/werker/").context["rows"]

    assert [row["word"] for row in rows if row["label"] == TASK_LABELS[slow]] == ["loopt"]


def test_every_periodic_task_has_a_word_for_the_screen():
    assert set(periodic_tasks()) <= set(TASK_LABELS)


def test_security_txt_says_where_to_report(client, db):
    answer = client.get("/.well-known/security.txt")

    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain")
    assert "Contact: mailto:wijkteams@localhost\n" in text
    assert f"Expires: {(timezone.now() + timedelta(days=180)).date()}T00:00:00Z\n" in text
