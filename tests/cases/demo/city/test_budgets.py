"""The maatwerkbudget of the demo city: a pot, and requests as far as they can come."""

from collections import Counter

import pytest
from django.core.management import call_command

from budgets.joint.models import JointBudget, PlannedLine
from budgets.ledger.balances import balance_in, summed
from budgets.ledger.models import Pot
from budgets.requests.models import BudgetRequest

pytestmark = pytest.mark.django_db


def test_money_was_asked_decided_paid_and_came_back(city):
    states = Counter(BudgetRequest.objects.values_list("state", flat=True))
    advances = Counter(BudgetRequest.objects.values_list("advance", flat=True))

    assert set(states) == {"waiting", "approved", "paid", "refused"}
    assert advances["open"] == 2
    owed = BudgetRequest.objects.filter(advance="open").values_list("owed_cents", "paid_cents")
    assert any(owed < paid for owed, paid in owed)


def test_every_balance_is_the_sum_of_its_entries(city):
    call_command("check_ledger")
    pots = [balance_in(pot) for pot in summed(Pot.objects.all())]

    assert sum(pot.granted for pot in pots) == 10_500_000 + 500_000
    assert all(pot.is_whole for pot in pots)


def test_the_partners_planned_this_year_and_the_next(city):
    this, following = JointBudget.objects.order_by("year")

    assert (this.is_adopted, following.is_adopted) == (True, False)
    assert this.lines.filter(after_adoption=True).count() == 1
    assert this.lines.in_force().count() == following.lines.in_force().count()
    assert PlannedLine.objects.values("partner").distinct().count() == 5


def test_teams_asked_for_money_of_their_own(city):
    rows = BudgetRequest.objects.filter(file=None)

    assert set(rows.values_list("pot__purpose", flat=True)) == {"team"}
    assert "paid" in rows.values_list("state", flat=True)
    assert not BudgetRequest.objects.exclude(file=None).filter(pot__purpose="team").exists()
