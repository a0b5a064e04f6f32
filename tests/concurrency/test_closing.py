"""Closing a year while others pay, ask and click; and a worker that is killed halfway (GB-27)."""

import os
import secrets
import signal
import subprocess
import sys
import time
import uuid
from functools import partial
from types import SimpleNamespace

import pytest
from django.db import connection

from budgets.closing import services, worker
from budgets.closing.checking import EVERYTHING
from budgets.closing.models import YearClosing
from budgets.closing.possible import prospect_of
from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Entry, Pot
from budgets.requests import services as acts
from clusters.models import User
from tests.concurrency.conftest import done, refused, together
from tests.concurrency.worker_processes import ROOT, _address_of_test_database
from tests.factories.closing import LAST_YEAR, NEW_YEAR, a_moment_later, a_year, asked, requested

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]
ROUNDS, PATIENCE = 3, 60
SLOW = """
import sys, time, django; django.setup()
from datetime import datetime
from budgets.closing import services, worker
services.follow = lambda *told, **more: print("halfway", flush=True) or time.sleep(600)
worker.close_years(at=datetime.fromisoformat(sys.argv[1]))
"""


@pytest.fixture
def year(cast, noord):
    return a_year(SimpleNamespace(cast=cast, noord=noord))


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def work():
    return worker.close_years(at=NEW_YEAR)


def _ask(year, key):
    told = {"year": LAST_YEAR, "purpose": "help", "remainder": "carry", "reason": "Besluit."}
    told["shown"] = prospect_of(LAST_YEAR, "help", NEW_YEAR.date()).shown
    by = fresh(year.cast.general_manager)
    return partial(services.ask_closing, submission_key=key, by=by, at=NEW_YEAR, **told)


def _pay(year, request):
    told = {"request_id": request.pk, "amount": 60_000, "at": NEW_YEAR}
    return partial(acts.pay_request, by=fresh(year.cast.controller), **told)


def _repay(year, request):
    told = {"request_id": request.pk, "amount": 5_000, "at": NEW_YEAR}
    by = fresh(year.cast.controller)
    return partial(acts.register_repayment, submission_key=uuid.uuid4(), by=by, **told)


def _decide(year, request):
    told = {"request_id": request.pk, "outcome": "approve", "words": "", "at": NEW_YEAR}
    return partial(acts.decide_request, by=fresh(year.cast.team_manager), **told)


def _bounce(year, request):
    told = {"request_id": request.pk, "at": NEW_YEAR}
    return partial(acts.bounce_payment, by=fresh(year.cast.controller), **told)


def test_two_clicks_and_two_managers_ask_it_once(year):
    key = uuid.uuid4()
    acts_at_once = (_ask(year, key), _ask(year, key), _ask(year, uuid.uuid4()))
    results = together(*acts_at_once)
    assert len({each.pk for each in done(results)}) == 1
    assert all("gebeurt nu" in each for each in refused(results))
    assert YearClosing.objects.count() == 1


def test_two_workers_close_it_once(year):
    asked(year.cast.general_manager)
    assert sum(together(work, work)) == 1
    assert YearClosing.objects.get().state == "done"
    assert Entry.objects.filter(kind="carry_out").count() == 4
    assert faults(EVERYTHING) == []


def test_paying_granting_and_repaying_while_it_closes(cast, noord):
    """Whoever is first: nothing is lost, nobody waits for ever, and the closing is done."""
    world = SimpleNamespace(cast=cast, noord=noord)
    year = a_year(world, after=5_000_000)
    more = [requested(world, state) for state in ("approved", "open", "waiting", "gift") * ROUNDS]
    doing = {"approved": _pay, "paid": _repay, "waiting": _decide}
    asked(cast.general_manager)
    work_on_them = [
        _bounce(year, each)
        if each.state == "paid" and each.form == "gift"
        else doing[each.state](year, each)
        for each in more
    ]

    results = together(work, *work_on_them)

    for _ in range(2):
        work()
    assert {str(each) for each in refused(results)} <= {
        "Deze pot is afgesloten. Er kan niets meer op geboekt worden."
    }
    assert YearClosing.objects.get().state == "done"
    assert faults(EVERYTHING) == []
    assert all(each.is_whole for each in balances_of(Pot.objects.all()).values())


def test_a_worker_killed_halfway_leaves_nothing_half(year):
    closing = asked(year.cast.general_manager)
    before = (Entry.objects.count(), vars(balances_of([year.pot])[year.pot.pk]))
    process = _slow_worker()
    assert process.stdout.readline().strip() == b"halfway"
    closing.refresh_from_db()
    assert closing.state == "running"
    assert work() == 0  # somebody is at it
    process.send_signal(signal.SIGKILL)
    process.wait(PATIENCE)
    process.stdout.close()
    _until_released()

    assert (Entry.objects.count(), vars(balances_of([year.pot])[year.pot.pk])) == before
    assert not Pot.objects.filter(closed_at__isnull=False).exists()
    YearClosing.objects.update(started_at=NEW_YEAR)
    at = a_moment_later()
    assert sum(together(*(partial(worker.close_years, at=at),) * 2)) == 1
    closing.refresh_from_db()
    assert (closing.state, closing.tries) == ("done", 2)
    assert faults(EVERYTHING) == []


def _until_released():
    """The server rolls back what a killed client was doing when it sees that nobody is there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()"
            )
            if not cursor.fetchone()[0]:
                return
        time.sleep(0.1)


def _slow_worker():
    keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "AUDIT_KEY", "INDEX_KEY")}
    own = {"DATA_KEY": os.environ["DATA_KEY"], "DATABASE_URL": _address_of_test_database()}
    return subprocess.Popen(
        [sys.executable, "-c", SLOW, NEW_YEAR.isoformat()],
        cwd=ROOT,
        env={**os.environ, **keys, **own},
        start_new_session=True,
        stdout=subprocess.PIPE,
    )
