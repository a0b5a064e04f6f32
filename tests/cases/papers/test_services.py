"""Asked once by many, made once by one, tried three times (PP-1, PP-2, PP-4, PP-5)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from cases.models import Paper
from cases.papers.bell import TASK
from cases.papers.models import STALE
from cases.papers.pdf import Pdf
from cases.papers.services import (
    NO_LUCK,
    ask_paper,
    begin_paper,
    give_up_paper,
    give_up_stale,
    keep_paper,
    release_paper,
)
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.papers import PaperFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
PDF = Pdf(b"%PDF-1.7 proef", 3)


def lines(code):
    return AuditEvent.objects.filter(code=code).count()


def begin():
    return begin_paper(at=timezone.now(), tried=())


def keep(begun):
    return keep_paper(begun=begun, made=PDF, name="proef-1.pdf", at=timezone.now())


@pytest.fixture
def rings(monkeypatch):
    """How often the worker was called."""
    heard = []
    monkeypatch.setattr(
        "cases.papers.bell.current_app.send_task", lambda *args, **own: heard.append((args, own))
    )
    return heard


def test_ten_clicks_are_one_paper_one_line_and_one_ring(
    order, cast, rings, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        papers = {ask_paper(order=order, by=cast.handler).pk for _ in range(10)}

    assert len(papers) == Paper.objects.count() == lines("paper.asked") == 1
    assert rings == [((TASK,), {"retry": False})]


def test_a_dead_broker_loses_nothing(
    order, cast, monkeypatch, django_capture_on_commit_callbacks, caplog
):
    def dead(*args, **own):
        raise ConnectionError

    monkeypatch.setattr("cases.papers.bell.current_app.send_task", dead)

    with django_capture_on_commit_callbacks(execute=True):
        ask_paper(order=order, by=cast.handler)

    assert begin() is not None


def test_a_kind_that_nobody_makes_is_a_mistake_of_ours(order, cast):
    with pytest.raises(LookupError):
        ask_paper(order=replace(order, kind="unknown"), by=cast.handler)

    assert not Paper.objects.exists()


def test_what_is_shown_otherwise_is_another_paper(order, cast):
    one = ask_paper(order=order, by=cast.handler)
    other = ask_paper(order=replace(order, mark="signed"), by=cast.handler)

    assert one.pk != other.pk


def test_begin_counts_the_try_and_nobody_else_begins(order, cast):
    ask_paper(order=order, by=cast.handler)

    begun = begin()

    assert (begun.state, begun.tries, begun.started_at) == ("making", 1, MONDAY)
    assert begin() is None


def test_what_was_made_is_kept_once_and_stays(order, cast):
    ask_paper(order=order, by=cast.handler)
    begun = begin()

    assert keep(begun)
    assert not keep(begun)

    made = ask_paper(order=order, by=cast.handler)
    made.refresh_from_db()
    assert (made.state, made.pages, made.name) == ("made", 3, "proef-1.pdf")
    assert (made.open(), lines("paper.made"), lines("paper.asked")) == (PDF.content, 1, 1)


def test_a_worker_that_comes_too_late_changes_nothing(order, cast, time_machine):
    ask_paper(order=order, by=cast.handler)
    late = begin()
    time_machine.move_to(MONDAY + STALE)
    begun = begin()
    assert begun.tries == 2

    assert not keep(late)
    release_paper(begun=late)
    give_up_paper(begun=late, why="te laat")

    assert Paper.objects.get().state == "making"
    assert keep(begun)


def test_three_tries_and_it_may_be_asked_again(order, cast):
    ask_paper(order=order, by=cast.handler)
    for _ in range(3):
        release_paper(begun=begin())

    failed = Paper.objects.get()
    assert (failed.state, failed.refusal, lines("paper.failed")) == ("failed", NO_LUCK, 1)
    assert begin() is None

    ask_paper(order=order, by=cast.team_worker)

    again = Paper.objects.get()
    assert (again.pk, again.state, again.tries, again.refusal) == (failed.pk, "asked", 0, "")
    assert (again.asked_by, lines("paper.asked")) == (cast.team_worker, 2)
    assert keep(begin())


def test_what_kills_the_worker_three_times_ends(time_machine):
    stuck = PaperFactory(making=True, tries=3)
    fresh = PaperFactory(making=True, tries=3, started_at=MONDAY + timedelta(minutes=4))
    time_machine.move_to(MONDAY + STALE)

    assert give_up_stale(at=timezone.now()) == 1

    stuck.refresh_from_db()
    fresh.refresh_from_db()
    assert (stuck.state, stuck.refusal, fresh.state) == ("failed", NO_LUCK, "making")


def test_a_row_that_went_to_another_card_takes_its_paper_along(order, cast):
    """After a merge was undone; the paper is never shown on the card it stood on before."""
    asked = ask_paper(order=order, by=cast.handler)
    other = ResidentFactory()

    again = ask_paper(order=replace(order, resident_id=other.pk), by=cast.handler)

    assert (again.pk, again.resident_id) == (asked.pk, other.pk)
