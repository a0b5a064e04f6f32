import os
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from clusters.operations.health import HEARTBEAT_TASK, look
from clusters.operations.services import record_run

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def _broker_folder(settings, tmp_path):
    settings.CELERY_BROKER_URL = "filesystem://"
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"data_folder_in": str(tmp_path)}


@pytest.fixture
def _swept(db):
    record_run(task=HEARTBEAT_TASK, handled=0, at=AT)


@pytest.mark.usefixtures("_broker_folder", "_swept")
def test_all_is_well():
    found = look(AT + timedelta(seconds=300))

    assert found.parts == {"database": "ok", "worker": "ok", "broker": "ok"}
    assert found.failing == []
    assert found.last_sweep == "2026-11-23T09:00:00+00:00"


@pytest.mark.usefixtures("_broker_folder", "_swept")
def test_a_silent_worker_is_named():
    assert look(AT + timedelta(seconds=301)).parts["worker"] == "de werker loopt niet meer"


@pytest.mark.usefixtures("_broker_folder", "db")
def test_a_worker_that_never_ran_is_named():
    found = look(AT)

    assert found.parts["worker"] == "de werker heeft nog niet gelopen"
    assert found.last_sweep == ""


@pytest.mark.usefixtures("_swept")
def test_a_broker_folder_that_is_gone_is_named(settings, tmp_path):
    settings.CELERY_BROKER_URL = "filesystem://"
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"data_folder_in": str(tmp_path / "weg")}

    assert look(AT).failing == ["broker"]


@pytest.mark.usefixtures("_swept")
def test_a_redis_that_does_not_answer_is_named(settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 300}

    assert look(AT).parts["broker"] == "de wachtrij (broker) geeft geen antwoord"


@pytest.mark.postgres
@pytest.mark.usefixtures("_swept")
def test_a_redis_that_answers_is_well(settings):
    settings.CELERY_BROKER_URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 300}

    assert look(AT).parts["broker"] == "ok"


@pytest.mark.usefixtures("_broker_folder", "_swept")
def test_a_database_that_is_away_is_named(monkeypatch):
    def away(*args, **kwargs):
        raise OSError("password=geheim host=db.intern")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", away)
        found = look(AT)

    assert found.failing == ["database", "worker"]
    assert "geheim" not in str(found)
