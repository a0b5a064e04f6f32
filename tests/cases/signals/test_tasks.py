"""Who is told that nobody went, and how the words go when their time is over (SG-7, SG-11)."""

from datetime import datetime

import pytest
from cryptography.exceptions import InvalidTag

from audit.models import AuditEvent
from cases.models import OutreachAttempt, Signal
from cases.signals.services import empty_old_signals, remind_of_signals
from cases.signals.tasks import empty_old_signals as empty_ring
from cases.signals.tasks import remind_of_signals as ring
from clusters.models import Membership, Notice
from common.deadlines import AMSTERDAM
from tests.cases.signals.acting import attempt, end, link
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.signals import DAY, TODAY, AttemptFactory, SignalFactory


def morning(day, hour=8):
    return datetime(2026, day // 100, day % 100, hour, tzinfo=AMSTERDAM)


FIRST, THIRD = morning(1127), morning(1201)
"""Of an attempt on Thursday 26 November."""


def people():
    return [each.person.username for each in Notice.objects.order_by("pk")]


def test_who_has_it_is_told_and_then_the_manager(taken, time_machine):
    for moment, expected in (
        (morning(1127, 7), []),
        (FIRST, ["handler"]),
        (morning(1201, 7), ["handler"]),
        (THIRD, ["handler", "team_manager"]),
        (morning(1231), ["handler", "team_manager"]),
    ):
        time_machine.move_to(moment, tick=False)
        ring()
        assert (people(), ring()) == (expected, 0)
    for notice in Notice.objects.all():
        assert "do 26 november" in notice.text
        for secret in taken.words.values():
            assert secret not in str(vars(notice))


def test_a_worker_that_was_away_tells_both_at_once_and_nobody_twice(taken):
    assert remind_of_signals(at=THIRD) == 2
    Signal.objects.update(told=0, remind_at=FIRST)
    assert remind_of_signals(at=THIRD) == 0
    assert people() == ["handler", "team_manager"]


def test_of_what_nobody_has_the_manager_is_told_at_once(signal):
    assert remind_of_signals(at=FIRST) == 1
    assert people() == ["team_manager"]
    assert "niet opgepakt" in Notice.objects.get().text
    assert remind_of_signals(at=THIRD) == 0


def test_of_somebody_who_left_the_manager_is_told_at_once(taken):
    Membership.objects.filter(user__username="handler").update(valid_until=TODAY - DAY)
    assert (remind_of_signals(at=FIRST), people()) == (1, ["team_manager"])


def test_an_attempt_begins_at_the_foot_and_an_end_stops_it(taken, cast):
    remind_of_signals(at=FIRST)
    attempt(taken, cast.handler, days=7)
    assert remind_of_signals(at=morning(1130)) == 0
    assert remind_of_signals(at=morning(1201)) == 1
    end(taken, cast.handler)
    assert remind_of_signals(at=morning(1231)) == 0


def test_after_its_time_no_word_opens_and_no_name_is_left(cleared, cast, settings):
    settings.SIGNAL_RETENTION_DAYS = 30
    AttemptFactory(signal=cleared, words="Kanarie")
    file = FileFactory(team=cleared.team, director=cast.handler)
    link(cleared, cast.handler, f"file:{file.pk}")
    kept = Signal.objects.get(pk=cleared.pk)
    assert empty_old_signals(at=MONDAY + 29 * DAY) == 0
    assert empty_old_signals(at=MONDAY + 31 * DAY) == 1
    assert empty_old_signals(at=MONDAY + 31 * DAY) == 0

    row = Signal.objects.get(pk=cleared.pk)
    assert (row.words, row.clearing_words, row.ending_words) == ({}, "", "")
    gone = (row.handler, row.registered_by, row.notification, row.file, row.callback)
    assert gone == (None,) * 5
    found = OutreachAttempt.objects.get()
    assert (bytes(found.content), found.by, found.result) == (b"", None, "unreached")
    assert (row.worry, row.quarter, row.outcome) == (kept.worry, "2026-4", "file")
    assert AuditEvent.objects.get(code="signal.destroyed").actor_id is None
    row.content = kept.content
    with pytest.raises((InvalidTag, ValueError)):
        row.opened("content")


def test_what_runs_or_ended_lately_is_never_emptied(taken, signal, noord, time_machine):
    SignalFactory(team=noord, ended=True)
    assert empty_old_signals(at=MONDAY + 364 * DAY) == 0
    time_machine.move_to(MONDAY + 3650 * DAY)
    assert (empty_ring(), Signal.objects.filter(emptied_at=None).count()) == (1, 2)
