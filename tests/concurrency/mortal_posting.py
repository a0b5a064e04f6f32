"""A process that asks, decides, pays and books what comes back, and dies where it is told to.

``kill -9`` at statement N: between two statements, or just before or just after a COMMIT.
"""

import os
import signal
import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import django
from django.apps import apps

if not apps.ready:  # in the process from which the mortal ones are forked
    django.setup()

from django.db import connection

from budgets.requests import services
from budgets.requests.models import BudgetRequest
from cases.dossiers.models import ResidentFile
from clusters.models import User
from tests.factories.budgets import ask, from_fund
from tests.factories.cases import MONDAY

ASKED, PAID, PARTS = 60_000, 50_000, (20_000, 30_000)
AFTER_ALL = {"reserve": 1, "pay": 1, "release": 1, "repay": 2}
"""What is booked for one request, however often its process died."""


class Steps:
    """Counts statements and commits, and kills its own process at one of them."""

    def __init__(self, die_at: int) -> None:
        self.die_at, self.taken = die_at, 0

    def take(self) -> None:
        """One step further, or dead."""
        self.taken += 1
        if self.taken == self.die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """From now on every statement and every commit of this process is a step."""
        connection.ensure_connection()
        connection.execute_wrappers.append(self._run)
        self._commit = connection._commit
        connection._commit = self._commit_in_steps

    def _run(self, execute: Callable[..., Any], *given: Any) -> Any:
        self.take()
        return execute(*given)

    def _commit_in_steps(self) -> None:
        self.take()
        self._commit()
        self.take()


def die_working(database: str, key: uuid.UUID, die_at: int, said: Any) -> None:
    """The whole life of a mortal process; ``said`` gets the number of steps of one that lived."""
    connection.close()
    connection.settings_dict["NAME"] = database
    steps = Steps(die_at)
    steps.watch()
    finish(key, people())
    said.put(steps.taken)


def people() -> SimpleNamespace:
    """Who asks, decides and pays."""
    names = ("handler", "team_manager", "controller")
    return SimpleNamespace(**{name: User.objects.get(username=name) for name in names})


def finish(key: uuid.UUID, cast: SimpleNamespace) -> None:
    """Do what is not done yet of one advance: ask, approve, pay, and two parts come back."""
    row = BudgetRequest.objects.filter(uuid=key).first()
    if row is None:
        row = ask(ResidentFile.objects.get(), cast.handler, ASKED, key=key, **from_fund())
    about = {"request_id": row.pk, "at": MONDAY}
    if row.state == "waiting":
        row = services.decide_request(outcome="approve", words="", by=cast.team_manager, **about)
    if row.state == "approved":
        row = services.pay_request(amount=PAID, by=cast.controller, **about)
    for part in PARTS if row.advance == "open" else ():
        once = {"submission_key": uuid.uuid5(key, str(part)), "amount": part}
        services.register_repayment(by=cast.controller, **once, **about)
