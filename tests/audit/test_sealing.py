"""Seals: every line once, whatever the order of commits and the number of sealers."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from audit import sealing, tasks
from audit.models import AuditEvent, AuditSeal
from audit.sealing import as_ranges, holes
from audit.services import record, seal_trail
from audit.verification import verify
from tests.factories.audit import Person, act, acts

NOW = timezone.now()


def numbers_under_seal() -> list[int]:
    return sorted(
        number
        for seal in AuditSeal.objects.all()
        for first, last in seal.ranges
        for number in range(first, last + 1)
    )


def all_numbers() -> list[int]:
    return list(AuditEvent.objects.order_by("id").values_list("id", flat=True))


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [([], []), ([4], [[4, 4]]), ([1, 2, 3, 7, 9, 10], [[1, 3], [7, 7], [9, 10]])],
)
def test_numbers_as_ranges(numbers, ranges):
    assert as_ranges(numbers) == ranges


def test_holes_between_ranges_of_several_seals():
    assert holes(2, [[5, 6], [10, 12], [7, 7], [11, 15]]) == [[3, 4], [8, 9]]


@pytest.mark.django_db
def test_seal_covers_every_line_and_follows_the_one_before(anchor):
    acts(3)
    assert seal_trail(at=NOW) == 3
    acts(2)
    assert seal_trail(at=NOW) == 2

    first, second = AuditSeal.objects.order_by("n")
    assert (first.n, first.count, second.n, second.count) == (1, 3, 2, 2)
    assert bytes(second.previous) == bytes(first.mac)
    assert numbers_under_seal() == all_numbers()
    assert [line.split()[0] for line in anchor.read_text().splitlines()] == ["1", "2"]


@pytest.mark.django_db
def test_second_run_finds_nothing_to_seal(anchor):
    acts(1)
    seal_trail(at=NOW)

    assert seal_trail(at=NOW) == 0
    assert AuditSeal.objects.count() == 1
    assert len(anchor.read_text().splitlines()) == 1


@pytest.mark.django_db
def test_long_trail_is_sealed_in_batches(monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 2)
    acts(5)

    assert seal_trail(at=NOW) == 5
    assert [seal.count for seal in AuditSeal.objects.order_by("n")] == [2, 2, 1]
    assert verify().exit_code == 0


@pytest.mark.django_db
def test_anchor_that_was_missed_is_written_by_the_next_run(anchor):
    acts(1)
    seal_trail(at=NOW)
    anchor.unlink()

    seal_trail(at=NOW)

    assert anchor.read_text().startswith("1 ")


@pytest.mark.django_db
def test_every_database_has_an_anchor_file_of_its_own(anchor, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", "/srv/data/stad noord.sqlite3")

    assert sealing.anchor_path() == anchor.parent / "audit-anchor-stad-noord.log"


@pytest.mark.django_db
def test_task_seals():
    acts(1)

    assert tasks.seal_trail() == 1
    assert AuditSeal.objects.get().count == 1


def in_thread(work: Any) -> threading.Thread:
    """Start ``work`` with a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("days_later", [0, 2])
def test_line_that_commits_late_stands_in_a_later_seal(days_later):
    written, may_commit = threading.Event(), threading.Event()

    def slow_act() -> None:
        with transaction.atomic():
            record("callback.claimed", Person(pk=1), by=None)
            written.set()
            may_commit.wait(10)

    acts(1)
    seal_trail(at=timezone.now() - timedelta(days=days_later))
    slow = in_thread(slow_act)
    written.wait(10)
    act("callback.claimed", Person(pk=2))
    assert seal_trail(at=timezone.now()) == 1  # the later number is sealed, the earlier not yet
    assert numbers_under_seal() == all_numbers()
    may_commit.set()
    slow.join(10)

    assert seal_trail(at=timezone.now()) == 1
    assert len(numbers_under_seal()) == 3
    assert numbers_under_seal() == all_numbers()
    act("callback.claimed", Person(pk=3))
    seal_trail(at=timezone.now())
    report = verify()
    assert (report.tampered, report.unsealed) == ([], 0)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_seal_every_line_once():
    acts(200)
    barrier = threading.Barrier(4)
    sealed: list[int] = []

    def seal() -> None:
        barrier.wait(10)
        sealed.append(seal_trail(at=timezone.now()))

    for thread in [in_thread(seal) for _ in range(4)]:
        thread.join(30)

    assert sum(sealed) == 200
    assert numbers_under_seal() == all_numbers()
    assert verify().exit_code == 0
