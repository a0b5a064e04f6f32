"""The maatwerkbudget of the demo city: a pot, and requests as far as they can come."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.utils import timezone

from budgets.bank.models import BankLine
from budgets.bank.proposing import proposals_for
from budgets.demo import person_for
from budgets.joint.models import JointBudget, PlannedLine
from budgets.ledger.balances import balance_in, summed
from budgets.ledger.models import Pot
from budgets.requests.models import BudgetRequest
from clusters.models import Role

pytestmark = pytest.mark.django_db


def test_money_was_asked_decided_paid_and_came_back(city):
    states = Counter(BudgetRequest.objects.values_list("state", flat=True))
    advances = Counter(BudgetRequest.objects.values_list("advance", flat=True))

    assert set(states) == {"waiting", "approved", "paid", "refused"}
    assert advances["open"] == 2
    owed = BudgetRequest.objects.filter(advance="open").values_list("owed_cents", "paid_cents")
    assert any(owed < paid for owed, paid in owed)


def test_the_bank_has_something_to_match_and_something_that_fits_nothing(city):
    controller = person_for(Role.CONTROLLER, timezone.now())
    lines = list(BankLine.objects.visible_to(controller).unmatched())
    found = proposals_for(lines, controller)

    assert [] in found.values()
    assert sum(fitting[0].is_sure for fitting in found.values() if fitting) == 2
    assert BankLine.objects.filter(state="set_aside").count() == 1
    assert BankLine.objects.filter(is_incoming=False).count() == 2


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
