"""Fifty spenders at one pot at the same moment, and two people at one request (M6, M8, M13)."""

import time
import uuid
from functools import partial
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Account, AccountKind, Entry, EntryKind
from budgets.ledger.services import Posting, post_entry
from budgets.requests import services
from budgets.requests.checking import EVERYTHING
from budgets.requests.models import BudgetRequest
from clusters.models import User
from tests.concurrency.conftest import crowd, done, refused, together
from tests.factories.budgets import a_pot, ask, in_state, lists
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

SPENDERS, PRICE, ENOUGH_FOR = 50, 100, 20
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def spend(pot):
    key = uuid.uuid4()
    kinds = (EntryKind.RESERVE, AccountKind.RESERVED, AccountKind.AVAILABLE)
    posting = Posting(pot.pk, *kinds, PRICE, key, key)
    return post_entry(posting=posting, by=None, at=MONDAY)


def spend_naively(pot):
    """Read, check, write: as one does who never thought of a second person."""
    account = Account.objects.get(pot=pot, kind=AccountKind.AVAILABLE)
    if account.balance_cents < PRICE:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.005)")
    account.balance_cents -= PRICE
    account.save(update_fields=["balance_cents"])
    return account


def rounds(year, spending, count):
    """In how many rounds the pot gave more, or less, than was in it; what breaks fails the test."""
    wrong = 0
    with crowd(SPENDERS) as together_now:
        for number in range(count):
            pot = a_pot(ENOUGH_FOR * PRICE, year=year + number)
            results = together_now(*(partial(spending, pot),) * SPENDERS)
            given = [each for each in done(results) if each]
            left = balances_of([pot])[pot.pk].available
            wrong += (len(given), left) != (ENOUGH_FOR, 0)
    return wrong


def test_fifty_spenders_never_overdraw_and_none_is_refused_in_vain():
    assert rounds(2030, spend, 4) == 0
    assert faults() == []


def test_the_naive_way_is_caught():
    assert rounds(2130, spend_naively, 2) > 0


@pytest.mark.soak
def test_a_thousand_rounds(report):
    began = time.monotonic()
    assert rounds(3000, spend, 1000) == 0
    assert faults() == []
    took = time.monotonic() - began
    report(f"{SPENDERS} spenders, 1,000 rounds: 0 overdrawn, 0 in vain, 0 errors, {took:.0f} s")


@pytest.fixture
def world(cast, noord):
    lists()
    return SimpleNamespace(cast=cast, noord=noord, pot=a_pot())


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def _decide(request, by, outcome):
    words = {"outcome": outcome, "words": "Daarom.", "at": MONDAY}
    return partial(services.decide_request, request_id=request.pk, by=fresh(by), **words)


def _withdraw(request, by):
    return partial(services.withdraw_request, request_id=request.pk, by=fresh(by), at=MONDAY)


def _pay(request, by):
    """Pay a little; what was withdrawn is not there any more for who pays."""

    def pay():
        told = {"request_id": request.pk, "amount": 5, "by": fresh(by), "at": MONDAY}
        try:
            return services.pay_request(**told)
        except BudgetRequest.DoesNotExist as gone:
            raise PermissionDenied from gone

    return pay


def test_one_decision_and_no_payment_of_what_is_withdrawn(world):
    cast = world.cast
    for _ in range(4):
        request = in_state(world, "waiting")
        manager = cast.team_manager
        both = (_decide(request, manager, "approve"), _decide(request, manager, "refuse"))
        assert len(done(together(*both))) == 1
        request = in_state(world, "approved")
        acts = (_pay(request, cast.controller), _withdraw(request, cast.handler))
        assert len(refused(together(*acts))) == 1
    assert faults(EVERYTHING) == []


def test_a_double_click_asks_pays_and_repays_once(world):
    cast = world.cast
    file = FileFactory(team=world.noord, director=cast.handler)
    key = uuid.uuid4()
    results = together(*(partial(ask, file, fresh(cast.handler), 5_000, key=key),) * 2)
    assert len({each.pk for each in done(results)}) == 1
    pay = partial(services.pay_request, request_id=results[0].pk, amount=5_000, at=MONDAY)
    assert len(done(together(*(partial(pay, by=fresh(cast.controller)),) * 2))) == 2
    owed = in_state(world, "open")
    repay = partial(
        services.register_repayment,
        submission_key=key,
        request_id=owed.pk,
        amount=60_000,
        by=fresh(cast.controller),
        at=MONDAY,
    )
    assert len(done(together(repay, repay))) == 2
    assert Entry.objects.filter(kind="repay").count() == 1
    assert faults(EVERYTHING) == []


def test_two_workers_at_once_let_a_reservation_lapse_once(world):
    in_state(world, "approved")
    at = MONDAY.replace(year=2027)
    assert sum(together(*(partial(services.look_after_budgets, at=at),) * 2)) == 1
    assert faults(EVERYTHING) == []
