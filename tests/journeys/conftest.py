"""A browser and a running site for the journeys; nothing here starts unless a journey asks."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import connection, connections
from django.db.models import AutoField
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.factories.cases import MONDAY

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
FIRST_NUMBER = 1_234_567
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--lang=nl-NL"]


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """It is a working Monday at ten; a journey may move on with ``clock.shift``."""
    with time_machine.travel(MONDAY, tick=True) as traveller:
        yield traveller


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On SQLite a file: the server answers several requests at once, memory has one connection."""
    default = connections["default"]
    if default.vendor == "sqlite":
        folder: Path = tmp_path_factory.mktemp("journeys")
        default.settings_dict["TEST"]["NAME"] = str(folder / "journeys.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Number every new row from above a million: on a page "1.234.567" is no key any more."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for model in apps.get_models():
            key, table = model._meta.pk, model._meta.db_table
            if not isinstance(key, AutoField):
                continue
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [table, FIRST_NUMBER])
                continue
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                [table, key.column, FIRST_NUMBER],
            )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the machine, without a window and without anything but 127.0.0.1."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(django_db_setup: None) -> Iterator[str]:
    """The address of our site, served by threads of this process."""
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
