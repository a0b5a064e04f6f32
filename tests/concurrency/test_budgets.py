"""Fifty spenders at one pot at the same moment, and two people at one request (M6, M8, M13)."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Account, Entry, EntryKind, Pot
from budgets.ledger.models import AccountKind as A
from budgets.ledger.services import Posting, move_between_pots, post_entry
from budgets.requests import services
from budgets.requests.checking import EVERYTHING
from budgets.requests.models import BudgetPurpose, BudgetRequest
from clusters.models import Role, User
from common.errors import RuleViolation
from tests.concurrency.conftest import crowd, done, refused, together
from tests.factories import ClusterFactory, MembershipFactory, TeamFactory
from tests.factories.budgets import a_pot, ask, in_state, lists, wish
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

SPENDERS, PRICE, ENOUGH_FOR = 50, 100, 20
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def spend(pot):
    key = uuid.uuid4()
    kinds = (EntryKind.RESERVE, A.RESERVED, A.AVAILABLE)
    posting = Posting(pot.pk, *kinds, PRICE, key, key)
    return post_entry(posting=posting, by=None, at=MONDAY)


def spend_naively(pot):
    """Read, check, write: as one does who never thought of a second person."""
    account = Account.objects.get(pot=pot, kind=A.AVAILABLE)
    if account.balance_cents < PRICE:
        return None
    time.sleep(0.005)
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


def test_one_receipt_pressed_eight_times_is_one_entry_and_no_error(world):
    key = uuid.uuid4()
    posting = Posting(world.pot.pk, EntryKind.RESERVE, A.RESERVED, A.AVAILABLE, PRICE, key, key)
    post = partial(post_entry, posting=posting, by=None, at=MONDAY)
    assert len({each.pk for each in done(together(*(post,) * 8))}) == 1
    assert balances_of([world.pot])[world.pot.pk].reserved == PRICE


def test_nothing_is_booked_while_somebody_closes_the_pot(world):
    """Who closes holds the pot; who books waits for the answer and is then refused (M11)."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Pot.objects.select_for_update().get(pk=world.pot.pk)
            waits = pool.submit(refused_or_done, partial(spend, world.pot))
            time.sleep(0.5)
            Pot.objects.filter(pk=world.pot.pk).update(closed_at=MONDAY)
        assert "afgesloten" in str(waits.result(timeout=60))
    assert Entry.objects.filter(kind="reserve").count() == 0


def refused_or_done(act):
    try:
        return act()
    except RuleViolation as refusal:
        return refusal
    finally:
        connection.close()


def test_a_team_that_presses_twice_asks_once(world):
    a_pot(50_000, purpose="team")
    told = {"submission_key": uuid.uuid4(), "file_id": None, "team_id": world.noord.pk}
    told |= {"wish": wish(5_000, purpose=BudgetPurpose.objects.get(code="ggz-team"))}
    for _ in range(4):
        told["submission_key"] = uuid.uuid4()
        ask_it = partial(services.request_budget, at=MONDAY, **told)
        asked = together(*(partial(ask_it, by=fresh(world.cast.handler)),) * 4)
        assert len({each.pk for each in done(asked)}) == 1


def test_of_two_decisions_about_the_last_euro_one_is_taken(world):
    """The other request is not lost: it waits until there is money again (M4, MB-6)."""
    for number in range(4):
        pot = a_pot(100_000, cluster=ClusterFactory())
        team = TeamFactory(cluster=pot.cluster)
        manager = MembershipFactory(role=Role.TEAM_MANAGER, team=team).user
        files = [FileFactory(team=team, director=world.cast.handler) for _ in range(2)]
        rows = [ask(file, world.cast.handler, 60_000) for file in files]
        results = together(*(_decide(row, manager, "approve") for row in rows))
        assert len(done(results)) == 1, number
        assert "niet beschikbaar" in refused(results)[0]
        states = BudgetRequest.objects.filter(pk__in=[row.pk for row in rows])
        assert set(states.values_list("state", flat=True)) == {"approved", "waiting"}
    assert faults(EVERYTHING) == []


def test_reservations_lapse_while_money_moves_between_the_same_pots(world):
    """Both take the pots in one order, so neither waits for the other for ever."""
    other = a_pot(500_000, cluster=world.noord.cluster)
    late = MONDAY.replace(year=2027)
    for _ in range(6):
        for team in (world.noord, world.cast.elsewhere):  # first of the pot that is locked last
            ask(FileFactory(team=team, director=world.cast.handler), world.cast.handler)
        move = partial(
            move_between_pots, source=world.pot, target=other, amount=5, at=MONDAY,
            submission_key=uuid.uuid4(), by=fresh(world.cast.general_manager),
        )  # fmt: skip
        results = together(partial(services.look_after_budgets, at=late), move)
        assert len(done(results)) == 2
    assert faults() == []
