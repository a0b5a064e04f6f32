"""One round: what goes well, what goes wrong, and what never leaves the row (PP-4 … PP-6)."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from cases.models import Paper
from cases.papers import making, worker
from cases.papers.models import STALE
from cases.papers.services import ask_paper, begin_paper
from cases.papers.worker import CHANGED, NO_LIBRARIES, make_papers
from tests.cases.residents.test_canaries import dump
from tests.factories.cases import MONDAY
from tests.factories.papers import CANARY, PaperFactory, trial

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def work():
    return make_papers(at=timezone.now())


def test_a_round_makes_everything_that_waits():
    PaperFactory.create_batch(3)

    assert work() == 3
    assert work() == 0
    assert {each.state for each in Paper.objects.all()} == {"made"}
    assert all(each.open().startswith(b"%PDF-") for each in Paper.objects.all())


def test_a_worker_killed_halfway_and_the_next_sweep_makes_it_once(time_machine, monkeypatch):
    PaperFactory()
    begin_paper(at=timezone.now(), tried=())  # and here the worker is killed
    made = []
    monkeypatch.setitem(
        making._MAKERS, "trial", lambda source: made.append(source) or trial(source)
    )

    assert work() == 0
    time_machine.move_to(MONDAY + STALE)
    assert (work(), work()) == (1, 0)

    paper = Paper.objects.get()
    assert (paper.state, paper.tries, len(made)) == ("made", 2, 1)


def test_a_maker_that_fails_is_tried_in_three_rounds_and_may_be_asked_again(
    order, cast, monkeypatch, caplog
):
    ask_paper(order=order, by=cast.handler)

    def broken(source):
        raise ValueError(CANARY)

    monkeypatch.setitem(making._MAKERS, "trial", broken)
    assert [work() for _ in range(4)] == [1, 1, 1, 0]
    assert Paper.objects.get().state == "failed"
    assert "ValueError" in caplog.text
    assert CANARY not in caplog.text

    monkeypatch.setitem(making._MAKERS, "trial", trial)
    ask_paper(order=order, by=cast.handler)
    assert work() == 1
    assert Paper.objects.get().state == "made"


def test_one_that_fails_does_not_hold_up_the_others(monkeypatch):
    PaperFactory(kind="gone")
    PaperFactory(asked_at=MONDAY + timedelta(seconds=1))

    assert work() == 2
    assert Paper.objects.get(kind="trial").state == "made"


def test_without_libraries_it_fails_at_once_and_says_so(monkeypatch):
    monkeypatch.setattr(worker, "pdf_of", lambda html, css: None)
    PaperFactory()

    assert work() == 1

    paper = Paper.objects.get()
    assert (paper.state, paper.tries, paper.refusal) == ("failed", 1, NO_LIBRARIES)


def test_another_text_than_was_asked_for_is_not_kept(monkeypatch):
    """A signature came between the click and the worker (PP-3)."""
    PaperFactory(mark="unsigned")
    monkeypatch.setitem(
        making._MAKERS, "trial", lambda source: replace(trial(source), mark="signed")
    )

    work()

    paper = Paper.objects.get()
    assert (paper.state, paper.refusal, bytes(paper.content)) == ("failed", CHANGED, b"")


def test_a_long_round_ends_and_rings_again(monkeypatch):
    rings = []
    monkeypatch.setattr(worker, "call_worker", lambda: rings.append(1))
    monkeypatch.setattr(worker, "ROUND_SECONDS", -1)
    PaperFactory.create_batch(2)

    assert (work(), work(), work()) == (1, 1, 0)
    assert rings == [1, 1]


def test_no_word_of_a_pdf_is_anywhere_in_the_clear(order, cast, caplog, monkeypatch):
    """Not in a table, a log or the cache, and not in what the broker is told (PP-6)."""
    caplog.set_level(logging.DEBUG)
    told = []
    monkeypatch.setattr(
        "cases.papers.bell.current_app.send_task", lambda *args, **own: told.append((args, own))
    )
    ask_paper(order=order, by=cast.handler)
    plain = worker.pdf_of(*_page())
    monkeypatch.setattr(worker, "pdf_of", lambda html, css: replace(plain, content=html.encode()))

    work()

    assert CANARY in Paper.objects.get().open().decode()  # not packed, so that it would be found
    kept = "\n".join([dump(), caplog.text, repr(getattr(cache, "_cache", {})), repr(told)])
    assert CANARY not in kept
    assert CANARY.encode().hex() not in kept
    Paper.objects.update(content=CANARY.encode())
    assert CANARY in dump()  # the search can fail


def _page():
    document = trial("1")
    return document.html, document.css
