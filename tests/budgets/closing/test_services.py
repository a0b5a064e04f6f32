"""Asking to close a year, and what the worker does (GB-20 to GB-28)."""

import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.models import AuditEvent
from budgets.closing import following, services, worker
from budgets.closing.checking import EVERYTHING
from budgets.closing.following import RequestsMoved
from budgets.closing.models import YearClosing
from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Account, Entry, Pot
from budgets.ledger.services import move_between_pots, open_pot
from budgets.requests import services as acts
from budgets.requests.models.requests import RequestQuerySet
from clusters.models import Notice
from common.errors import RuleViolation
from tests.factories.budgets import a_pot
from tests.factories.closing import LAST_YEAR, NEW_YEAR, STATES, a_moment_later, a_year, asked

pytestmark = pytest.mark.django_db


def balance(pot):
    return vars(balances_of([pot])[pot.pk])


def closed(year, **own):
    closing = asked(year.cast.general_manager, **own)
    assert worker.close_years(at=NEW_YEAR) == 1
    closing.refresh_from_db()
    return closing


def fresh(year):
    for name in STATES:
        getattr(year, name).refresh_from_db()
    return year


def test_everything_that_is_left_goes_along_and_both_pots_stay_whole(year):
    before = balance(year.pot)
    assert before == {
        "granted": 1_000_000, "available": 720_000, "reserved": 60_000, "paid": 120_000,
        "receivable": 100_000,
    }  # fmt: skip

    closing = closed(year)

    assert (closing.state, closing.refusal) == ("done", "")
    left = {"granted": 120_000, "available": 0, "reserved": 0, "paid": 120_000, "receivable": 0}
    assert balance(year.pot) == left
    came = {"available": 1_720_000, "reserved": 60_000, "paid": 0, "receivable": 100_000}
    assert balance(year.after) == {"granted": 1_880_000, **came}
    year.pot.refresh_from_db()
    assert year.pot.closed_at == closing.done_at == NEW_YEAR
    assert faults(EVERYTHING) == []


def test_the_requests_follow_and_what_is_over_stays(year):
    closed(year)

    pots = {name: getattr(fresh(year), name).pot for name in STATES}
    old, new = year.pot, year.after
    assert pots == {
        "waiting": new, "approved": new, "open": new, "partly": new, "gift": old, "lost": old,
    }  # fmt: skip
    moved = AuditEvent.objects.get(code="budget.carried")
    assert (moved.result_count, moved.object_type) == (4, "budgets.yearclosing")


def test_each_request_goes_along_as_two_entries_of_one_act(year):
    closed(year)

    for request, cents in ((year.approved, 60_000), (year.open, 60_000), (year.partly, 40_000)):
        rows = Entry.objects.filter(reference=request.uuid, kind__in=("carry_out", "carry_in"))
        out, into = rows.order_by("-kind")
        assert (out.kind, out.pot, into.pot) == ("carry_out", year.pot, year.after)
        assert (out.key, out.amount_cents, out.by) == (into.key, cents, year.cast.general_manager)
        assert (into.amount_cents, into.year) == (cents, LAST_YEAR + 1)


def test_what_is_left_can_be_given_back(year):
    closing = closed(year, remainder="give_back")

    assert balance(year.pot)["granted"] == 120_000
    assert balance(year.after)["available"] == 1_000_000
    assert Entry.objects.get(kind="give_back").amount_cents == 720_000
    assert (closing.entries, closing.cents) == (
        Entry.objects.filter(pot=year.pot).count(),
        sum(Entry.objects.filter(pot=year.pot).values_list("amount_cents", flat=True)),
    )
    assert faults(EVERYTHING) == []


def test_a_cluster_without_a_pot_goes_to_that_of_the_city(year, noord):
    part, other = a_pot(0, cluster=noord.cluster), a_pot(50_000, cluster=None, purpose="team")
    move = {"submission_key": uuid.uuid4(), "amount": 30_000, "by": year.cast.general_manager}
    move_between_pots(source=year.pot, target=part, **move)

    closed(year)

    assert balance(part)["available"] == 0
    assert balance(year.after)["granted"] == 1_880_000
    other.refresh_from_db()
    assert (other.closed_at, balance(other)["available"]) == (None, 50_000)
    assert faults(EVERYTHING) == []


def test_a_cluster_with_a_pot_keeps_its_own(year, noord):
    part = a_pot(30_000, cluster=noord.cluster)
    own = a_pot(0, cluster=noord.cluster, year=LAST_YEAR + 1)

    closed(year)

    assert (balance(part)["available"], balance(own)["available"]) == (0, 30_000)


def test_a_closed_year_takes_nothing_any_more(year):
    closed(year)
    with pytest.raises(RuleViolation, match="al afgesloten"):
        asked(year.cast.general_manager)
    with pytest.raises(RuleViolation, match="dit jaar of het volgende"):
        open_pot(
            submission_key=uuid.uuid4(), year=LAST_YEAR, purpose="help", cluster=year.noord.cluster,
            amount=None, by=year.cast.general_manager, at=NEW_YEAR,
        )  # fmt: skip


def test_only_the_general_manager_asks(year):
    for person in (year.cast.controller, year.cast.team_manager, year.cast.handler):
        with pytest.raises(PermissionDenied):
            asked(person)


def test_asked_twice_is_once(year):
    key = uuid.uuid4()
    first = asked(year.cast.general_manager, submission_key=key)
    assert asked(year.cast.general_manager, submission_key=key) == first
    with pytest.raises(RuleViolation, match="gebeurt nu"):
        asked(year.cast.general_manager)
    assert AuditEvent.objects.filter(code="year.closing_asked").count() == 1
    assert worker.close_years(at=NEW_YEAR) == 1
    assert worker.close_years(at=NEW_YEAR) == 0


def test_a_year_that_is_not_over_is_refused(year):
    last_day = NEW_YEAR.replace(year=LAST_YEAR, month=12, day=31)
    with pytest.raises(RuleViolation, match="vanaf 1 januari 2027"):
        asked(year.cast.general_manager, at=last_day)


def test_an_earlier_year_comes_first(year):
    a_pot(5, year=LAST_YEAR - 1)
    with pytest.raises(RuleViolation, match="Sluit eerst 2025 af"):
        asked(year.cast.general_manager)


@pytest.mark.usefixtures("monday")
def test_without_a_pot_that_receives_it_is_refused(cast, noord):
    year = a_year(SimpleNamespace(cast=cast, noord=noord), after=0)
    with pytest.raises(RuleViolation, match="nog geen pot open"):
        asked(cast.general_manager)
    year.after = a_pot(0, year=LAST_YEAR + 1)
    Pot.objects.filter(pk=year.after.pk).update(closed_at=NEW_YEAR)
    with pytest.raises(RuleViolation, match="nog geen pot open"):
        asked(cast.general_manager)


def test_a_page_with_older_figures_is_refused(year):
    with pytest.raises(RuleViolation, match="veranderd"):
        asked(year.cast.general_manager, shown=3)


def test_a_ledger_that_does_not_add_up_is_not_closed(year):
    closing = asked(year.cast.general_manager)
    Account.objects.filter(pot=year.pot, kind="available").update(balance_cents=5)
    worker.close_years(at=NEW_YEAR)
    closing.refresh_from_db()
    assert (closing.state, "klopt niet" in closing.refusal) == ("failed", True)
    assert not Entry.objects.filter(kind="carry_out").exists()
    told = Notice.objects.filter(text__contains="niet gelukt").values_list("person", flat=True)
    assert set(told) == {year.cast.general_manager.pk, year.cast.controller.pk}
    Account.objects.filter(pot=year.pot, kind="available").update(balance_cents=720_000)
    assert closed(year).state == "done"


def test_what_goes_wrong_is_tried_three_times_and_can_be_asked_again(year, monkeypatch):
    def broken(**told):
        raise OSError

    closing = asked(year.cast.general_manager)
    with monkeypatch.context() as patch:
        patch.setattr(worker, "close_year", broken)
        for state in ("asked", "asked", "failed"):
            assert worker.close_years(at=NEW_YEAR) == 1
            closing.refresh_from_db()
            assert closing.state == state
        assert worker.close_years(at=NEW_YEAR) == 0
    assert "drie keer" in closing.refusal
    assert closed(year).state == "done"
    assert YearClosing.objects.count() == 1


def test_an_error_halfway_leaves_nothing_behind(year, monkeypatch):
    before = (Entry.objects.count(), balance(year.pot), balance(year.after))
    closing = asked(year.cast.general_manager)

    def broken(*told, **more):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(services, "follow", broken)
        worker.close_years(at=NEW_YEAR)
    closing.refresh_from_db()
    assert (closing.state, closing.entries) == ("asked", 0)
    assert (Entry.objects.count(), balance(year.pot), balance(year.after)) == before
    assert not Pot.objects.filter(closed_at__isnull=False).exists()


def test_a_try_that_came_too_late_changes_nothing(year):
    asked(year.cast.general_manager)
    first = services.begin_closing(at=NEW_YEAR, tried=())
    assert services.begin_closing(at=NEW_YEAR, tried=()) is None
    again = services.begin_closing(at=a_moment_later(), tried=())
    assert (again.pk, again.tries) == (first.pk, 2)
    told = {"at": NEW_YEAR, "tell_done": lambda done, total: None}
    assert services.close_year(begun=first, **told) is False
    assert not Entry.objects.filter(kind="carry_out").exists()
    services.release_closing(begun=first)
    services.give_up_closing(begun=first, why="Te laat.")
    assert YearClosing.objects.get().state == "running"
    assert services.close_year(begun=again, **told) is True


def test_a_worker_that_is_killed_three_times_gives_up(year):
    asked(year.cast.general_manager)
    at = NEW_YEAR
    for _ in range(3):
        assert services.begin_closing(at=at, tried=()) is not None
        at = a_moment_later(at)
    assert services.begin_closing(at=at, tried=()) is None
    assert services.give_up_stale(at=at) == 1
    assert services.give_up_stale(at=at) == 0
    assert YearClosing.objects.get().state == "failed"


def test_a_request_that_came_between_two_locks_is_seen(year, monkeypatch):
    """Its money is in the pot, and it is not among those that were locked."""
    monkeypatch.setattr(RequestQuerySet, "live", lambda rows: rows.exclude(pk=year.approved.pk))
    with pytest.raises(RequestsMoved), transaction.atomic():
        following.lock_live([year.pot])


def test_an_entry_with_a_later_clock_does_not_fall_after_the_closing(year):
    late = NEW_YEAR + timedelta(hours=2)
    key = uuid.uuid4()
    acts.register_repayment(
        submission_key=key, request_id=year.open.pk, amount=5, by=year.cast.controller, at=late
    )
    closing = closed(year)
    assert closing.done_at == late
    assert faults(EVERYTHING) == []


def test_who_asked_and_the_controllers_hear_it(year):
    closed(year)
    told = Notice.objects.filter(text__contains="is afgesloten").values_list("person", flat=True)
    assert set(told) == {year.cast.general_manager.pk, year.cast.controller.pk}
