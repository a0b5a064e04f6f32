"""What happens to money of a year that is closed (GB-26)."""

import uuid

import pytest

from budgets.closing import worker
from budgets.closing.checking import EVERYTHING
from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Entry
from budgets.requests import services as acts
from tests.factories.closing import NEW_YEAR, STATES, asked

pytestmark = pytest.mark.django_db
REPAID = {"submission_key": uuid.UUID(int=7), "amount": 60_000, "at": NEW_YEAR}


def balance(pot):
    return vars(balances_of([pot])[pot.pk])


def closed(year):
    asked(year.cast.general_manager)
    assert worker.close_years(at=NEW_YEAR) == 1


def fresh(year):
    for name in STATES:
        getattr(year, name).refresh_from_db()
    return year


def test_a_repayment_after_closing_fills_the_pot_of_now(year):
    closed(year)

    acts.register_repayment(request_id=year.open.pk, by=year.cast.controller, **REPAID)

    entry = Entry.objects.get(kind="repay", key=REPAID["submission_key"])
    assert (entry.pot, entry.reference) == (year.after, year.open.uuid)
    assert balance(year.after)["available"] == 1_780_000
    assert faults(EVERYTHING) == []


@pytest.mark.parametrize("name", ["gift", "open"])
def test_a_payment_of_a_closed_year_that_comes_back_is_reserved_now(year, name, january):
    closed(year)
    request, by, at = getattr(year, name), year.cast.controller, NEW_YEAR
    reserved = balance(year.after)["reserved"]

    acts.bounce_payment(request_id=request.pk, by=by, at=at)

    fresh(year)
    assert (request.state, request.pot, request.owed_cents) == ("approved", year.after, 0)
    assert balance(year.after)["reserved"] == reserved + 60_000
    assert Entry.objects.get(kind="bounce").reference == request.uuid
    assert faults(EVERYTHING) == []
    acts.pay_request(request_id=request.pk, amount=50_000, by=by, at=at)
    assert faults(EVERYTHING) == []
    acts.bounce_payment(request_id=request.pk, by=by, at=at)
    assert Entry.objects.filter(kind="reverse").count() == 1
    assert faults(EVERYTHING) == []


def test_a_reservation_that_went_along_can_be_paid_and_what_waits_can_be_granted(year):
    closed(year)
    number = {"at": NEW_YEAR}

    acts.pay_request(request_id=year.approved.pk, amount=60_000, by=year.cast.controller, **number)
    acts.decide_request(
        request_id=year.waiting.pk, outcome="approve", words="", by=year.cast.team_manager, **number
    )

    assert balance(year.after)["paid"] == 60_000
    assert fresh(year).waiting.pot == year.after
    assert faults(EVERYTHING) == []
