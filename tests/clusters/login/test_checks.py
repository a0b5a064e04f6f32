import base64
import os
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

from clusters.login.checks import demo_holds_demo_data_only, keys_are_secret
from tests.factories.clusters import UserFactory

GOOD = {
    "SECRET_KEY": "Jq8vT2mZ5xR1nB7kW4cY9sD6fG3hL0pA",
    "AUDIT_KEY": "xW3eR6tY9uI2oP5aS8dF1gH4jK7lZ0cV",
    "DATA_KEY": base64.b64encode(bytes(range(40, 72))).decode(),
    "INDEX_KEY": "pL4mK7nJ1bH8vG2cF5xD9zS3aQ6wE0rT",
}


@pytest.fixture
def _good_keys(settings):
    settings.DEMO = False
    for name, key in GOOD.items():
        setattr(settings, name, key)


@pytest.mark.usefixtures("_good_keys")
def test_good_keys_pass():
    assert keys_are_secret() == []


@pytest.mark.usefixtures("_good_keys")
@pytest.mark.parametrize(
    ("name", "key", "complaint"),
    [
        ("SECRET_KEY", "kort", "te kort"),
        ("SECRET_KEY", GOOD["SECRET_KEY"][:31], "te kort"),
        ("AUDIT_KEY", "", "te kort"),
        ("AUDIT_KEY", "test-Jq8vT2mZ5xR1nB7kW4cY9sD6fG3hL0pA", "voorbeeld"),
        ("AUDIT_KEY", "audit-key-audit-key-audit-key-audit-key", "voorbeeld"),
        ("AUDIT_KEY", GOOD["SECRET_KEY"], "verschillen"),
        ("INDEX_KEY", "", "te kort"),
        ("INDEX_KEY", GOOD["AUDIT_KEY"], "verschillen"),
        ("INDEX_KEY", GOOD["DATA_KEY"], "verschillen"),
        ("INDEX_KEY", "only-for-tests-Jq8vT2mZ5xR1nB7kW4cY9sD6", "voorbeeld"),
        ("DATA_KEY", base64.b64encode(b"only-for-tests-32-bytes-of-key!!").decode(), "voorbeeld"),
        ("DATA_KEY", "geen base64 maar wel lang genoeg, echt waar", "base64"),
        ("DATA_KEY", base64.b64encode(bytes(range(33))).decode(), "32 bytes"),
    ],
)
def test_a_bad_key_stops_the_start(settings, name, key, complaint):
    setattr(settings, name, key)

    assert any(complaint in error.msg for error in keys_are_secret())
    assert all(error.is_serious() for error in keys_are_secret())


def test_a_demo_may_use_simple_keys(settings):
    settings.DEMO = True
    settings.SECRET_KEY = "demo"

    assert keys_are_secret() == []


def test_a_demo_refuses_a_database_with_a_real_account(db, settings):
    settings.DEMO = True
    UserFactory(is_demo=True)
    assert demo_holds_demo_data_only(databases=["default"]) == []
    UserFactory(is_demo=False)

    with pytest.raises(SystemCheckError, match="echte accounts"):
        call_command("migrate", verbosity=0, skip_checks=False)


def test_outside_a_demo_real_accounts_are_welcome(db):
    UserFactory(is_demo=False)

    assert demo_holds_demo_data_only(databases=["default"]) == []


def test_a_demo_starts_on_a_database_without_tables(db, settings, monkeypatch):
    settings.DEMO = True
    UserFactory(is_demo=False)
    monkeypatch.setattr(connection.introspection, "table_names", list)

    assert demo_holds_demo_data_only(databases=["default"]) == []


@pytest.mark.parametrize("server", ["wijkteams.wsgi", "wijkteams.celery"])
@pytest.mark.parametrize(("key", "starts"), [("kort", False), (GOOD["SECRET_KEY"], True)])
def test_web_server_and_worker_start_with_secret_keys_only(server, key, starts):
    """They do not run Django's checks, so they ask for themselves; in a process of their own."""
    code = f"import {server} as server\n"
    if server.endswith("celery"):
        code += "import django; django.setup()\n"
        code += "from celery.signals import worker_init; worker_init.send(sender=None)\n"
    environment = {**os.environ, **GOOD, "SECRET_KEY": key, "DEMO": "False"}

    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )

    assert (ended.returncode == 0) is starts
    assert ("SECRET_KEY is te kort" in ended.stderr) is not starts
