"""Is the machine running: database, worker and broker, each with a word a person can use.

Nothing of an error leaves this module: a health page is public.
"""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, connection

from clusters.operations.models import SweepRun

log = logging.getLogger(__name__)

HEARTBEAT_TASK = "cases.callbacks.tasks.deliver_reminders"
BROKER_TIMEOUT_SECONDS = 2
OK = "ok"
REPORTS: dict[str, Callable[[], str]] = {}
"""What rooms above say of their own files on the page of the worker, by the word on screen."""


def reports(label: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Decorator: ``OK`` or a complaint for the page of the worker; a monitor is not told."""

    def kept(question: Callable[[], str]) -> Callable[[], str]:
        REPORTS[label] = question
        return question

    return kept


@dataclass(frozen=True)
class Health:
    """What each part answered; ``last_sweep`` is empty when no sweep was ever seen."""

    parts: dict[str, str]
    last_sweep: str

    @property
    def failing(self) -> list[str]:
        """The keys of the parts that do not work."""
        return [name for name, word in self.parts.items() if word != OK]


def look(at: datetime) -> Health:
    """Ask every part once."""
    database = _asked(_database, "de database geeft geen antwoord")
    run = _last_sweep() if database == OK else None
    worker = _worker(run, at) if database == OK else "onbekend: de database geeft geen antwoord"
    broker = _asked(_broker, "de wachtrij (broker) geeft geen antwoord")
    return Health(
        parts={"database": database, "worker": worker, "broker": broker},
        last_sweep=run.ran_at.isoformat(timespec="seconds") if run else "",
    )


def _asked(question: Callable[[], None], complaint: str) -> str:
    """``ok`` when the question can be asked, else the complaint; the error goes to the log."""
    try:
        question()
    except Exception as error:  # a health check reports every kind of failure
        log.warning("health: %s", complaint, extra={"error": type(error).__name__})
        return complaint
    return OK


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _last_sweep() -> SweepRun | None:
    try:
        return SweepRun.objects.filter(task=HEARTBEAT_TASK).first()
    except DatabaseError as error:
        log.warning("health: no heartbeat table", extra={"error": type(error).__name__})
        return None


def _worker(run: SweepRun | None, at: datetime) -> str:
    """The worker lives when the reminders were looked at a short while ago."""
    if run is None:
        return "de werker heeft nog niet gelopen"
    if run.is_overdue(at, seconds=settings.SWEEP_OVERDUE_SECONDS):
        return "de werker loopt niet meer"
    return OK


def _broker() -> None:
    """A real ping; for the broker without a server, a folder that can be written."""
    if settings.CELERY_BROKER_URL.startswith("filesystem"):
        folder = Path(str(settings.CELERY_BROKER_TRANSPORT_OPTIONS["data_folder_in"]))
        if not os.access(folder, os.W_OK):
            raise OSError("folder of the broker cannot be written")
        return
    options = {
        **settings.CELERY_BROKER_TRANSPORT_OPTIONS,
        "socket_connect_timeout": BROKER_TIMEOUT_SECONDS,
        "socket_timeout": BROKER_TIMEOUT_SECONDS,
    }
    with current_app.connection_for_write(
        settings.CELERY_BROKER_URL, transport_options=options
    ) as broker:
        broker.ensure_connection(max_retries=1, interval_start=0, timeout=BROKER_TIMEOUT_SECONDS)
        broker.default_channel.client.ping()
