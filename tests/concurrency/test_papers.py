"""Ten clicks, two workers and a killed worker on one paper (PP-2, PP-4)."""

import os
import secrets
import signal
import subprocess
import sys
import time
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from cases.models import Paper
from cases.papers import making, worker
from cases.papers.making import Order
from cases.papers.models import STALE
from cases.papers.services import ask_paper
from clusters.models import User
from tests.concurrency.conftest import done, together
from tests.concurrency.worker_processes import ROOT, _address_of_test_database
from tests.factories.cases import ResidentFactory
from tests.factories.papers import PaperFactory, trial

pytestmark = pytest.mark.postgres
ROUNDS, PATIENCE = range(3), 60
SLOW = """
import time, django; django.setup()
from django.utils import timezone
from cases.papers import making, worker
making.register({"trial": lambda source: time.sleep(600)})
worker.make_papers(at=timezone.now())
"""


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    monkeypatch.setattr(making, "_MAKERS", making._MAKERS | {"trial": trial})


def work():
    return worker.make_papers(at=timezone.now())


def made_lines(paper):
    return AuditEvent.objects.filter(code="paper.made", object_id=str(paper.pk)).count()


def test_ten_clicks_at_once_are_one_paper(cast):
    for number in ROUNDS:
        order = Order("trial", str(number), ResidentFactory().pk)
        people = [User.objects.get(pk=cast.handler.pk) for _ in range(10)]

        results = together(*(partial(ask_paper, order=order, by=by) for by in people))

        assert len({paper.pk for paper in done(results)}) == 1
        assert len(done(results)) == 10
        paper = results[0]
        asked = AuditEvent.objects.filter(code="paper.asked", object_id=str(paper.pk))
        assert asked.count() == 1


def test_two_workers_make_each_paper_once():
    for _ in ROUNDS:
        papers = PaperFactory.create_batch(4)

        assert sum(together(work, work)) == 4

        for paper in papers:
            paper.refresh_from_db()
            assert (paper.state, paper.tries, made_lines(paper)) == ("made", 1, 1)


def test_a_killed_worker_and_the_next_sweep_makes_it_once():
    paper = PaperFactory(asked_at=timezone.now())
    process = _slow_worker()
    deadline = time.monotonic() + PATIENCE
    while paper.state != "making":
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.1)
        paper.refresh_from_db()
    assert work() == 0  # somebody is at it
    process.send_signal(signal.SIGKILL)
    process.wait(PATIENCE)
    assert work() == 0  # and nobody knows yet that they are gone
    Paper.objects.update(started_at=timezone.now() - STALE - timedelta(seconds=1))

    assert sum(together(work, work)) == 1

    paper.refresh_from_db()
    assert (paper.state, paper.tries, made_lines(paper)) == ("made", 2, 1)


def _slow_worker():
    keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "AUDIT_KEY", "INDEX_KEY")}
    own = {"DATA_KEY": os.environ["DATA_KEY"], "DATABASE_URL": _address_of_test_database()}
    return subprocess.Popen(
        [sys.executable, "-c", SLOW],
        cwd=ROOT,
        env={**os.environ, **keys, **own},
        start_new_session=True,
    )
