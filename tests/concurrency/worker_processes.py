"""Real workers and a real beat on the test's own database, to be killed without a warning."""

import base64
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import redis
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "wijkteams:"
"""What every key of ours on the broker begins with (settings)."""


class Household:
    """The processes of one test; each leads a group of its own, so a kill takes its children."""

    def __init__(self, folder: Path, broker: str) -> None:
        self.folder, self.broker = folder, broker
        self.running: list[subprocess.Popen[bytes]] = []
        self.killed_workers = self.deleted_keys = 0
        (folder / "mail").mkdir()

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A Celery process on the test's database and broker."""
        with (self.folder / "celery.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "wijkteams", *arguments],
                cwd=ROOT,
                env={**os.environ, **self._environment()},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.running.append(process)
        return process

    def start_worker(self) -> subprocess.Popen[bytes]:
        """A worker with two children."""
        name = f"{secrets.token_hex(4)}@test"
        return self.start("worker", "--concurrency=2", "-n", name, "--loglevel=WARNING")

    def start_beat(self) -> subprocess.Popen[bytes]:
        """A beat that rings every second."""
        schedule = self.folder / f"beat-{secrets.token_hex(4)}"
        return self.start("beat", "-s", str(schedule), "--pidfile=", "--loglevel=WARNING")

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """Kill -9 the process and its children."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.running.remove(process)

    def empty_broker(self) -> None:
        """Delete our own keys from the broker: every message and every mark is gone."""
        with redis.Redis.from_url(self.broker) as server:
            keys = list(server.scan_iter(f"{PREFIX}*"))
            self.deleted_keys += server.delete(*keys) if keys else 0

    def log(self) -> str:
        """What the processes said."""
        return (self.folder / "celery.log").read_text(errors="replace")[-4000:]

    def _environment(self) -> dict[str, str]:
        return {
            "DATABASE_URL": _address_of_test_database(),
            "CELERY_BROKER_URL": self.broker,
            "DATA_DIR": str(self.folder),
            "EMAIL_URL": "dummymail://",
            "SWEEP_SECONDS": "1",
            "SECRET_KEY": secrets.token_urlsafe(48),
            "AUDIT_KEY": secrets.token_urlsafe(48),
            "INDEX_KEY": secrets.token_urlsafe(48),
            "DATA_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
        }


@contextmanager
def household(folder: Path, broker: str) -> Iterator[Household]:
    """Processes that are all gone afterwards, whatever happened."""
    house = Household(folder, broker)
    try:
        yield house
    finally:
        for process in list(house.running):
            house.kill(process)
        house.empty_broker()
        wait_for_the_server()


def wait_for_the_server(seconds: float = 30) -> None:
    """Until the server noticed that they are gone: it ends a statement of the dead first, and the
    test's tables cannot be emptied meanwhile."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    until = time.monotonic() + seconds
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute(f"SELECT count(*) {others}")
            if not cursor.fetchone()[0]:
                return
            time.sleep(0.1)
        cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")


def free_broker(address: str) -> str:
    """The highest numbered database of this Redis in which nothing of ours stands."""
    parts = urlsplit(address)
    for number in range(15, 0, -1):
        candidate = urlunsplit(parts._replace(path=f"/{number}"))
        with redis.Redis.from_url(candidate) as server:
            if not server.dbsize():
                return candidate
    raise RuntimeError("No empty database on this Redis.")


def _address_of_test_database() -> str:
    """The URL of the database this test runs on."""
    have: dict[str, Any] = connection.settings_dict
    user = quote(have["USER"])
    password = f":{quote(have['PASSWORD'])}" if have["PASSWORD"] else ""
    port = f":{have['PORT']}" if have["PORT"] else ""
    return f"postgres://{user}{password}@{have['HOST']}{port}/{have['NAME']}"
