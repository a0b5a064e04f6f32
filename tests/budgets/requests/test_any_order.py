"""Whatever is done in whatever order: the ledger is whole after every act (M1 to M15)."""

import uuid
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Account, Entry
from budgets.requests import services
from budgets.requests.checking import EVERYTHING
from budgets.requests.models import BudgetRequest, Level
from common.errors import RuleViolation
from tests.factories.budgets import ask, from_fund
from tests.factories.cases import MONDAY

NAMES = ["gift", "advance", "approve", "refuse", "up", "withdraw", "pay", "bounce", "repay", "deny"]
NAMES += ["give", "plan", "propose", "sign", "keep", "replay", "ring"]
AMOUNTS = (1, 24_999, 60_000, 260_000, 900_000)
ACTS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 4), st.sampled_from(AMOUNTS)), max_size=20
)
KEY = uuid.UUID(int=7)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_loses_a_cent(acts, budget):
    cast = budget.cast
    people = [
        cast.handler,
        cast.team_manager,
        cast.general_manager,
        cast.controller,
        cast.outsider_manager,
    ]
    with transaction.atomic():
        for act, who, cents in acts:
            before = list(Entry.objects.order_by("pk").values())
            _try(budget.file, act, people[who], cents)
            assert list(Entry.objects.order_by("pk").values())[: len(before)] == before
            _must_be_whole(budget.pot)
        transaction.set_rollback(True)


def _must_be_whole(pot):
    """Every invariant that a balance or a request can break."""
    assert faults(EVERYTHING) == []
    assert balances_of([pot])[pot.pk].is_whole
    assert Account.objects.aggregate(total=Sum("balance_cents"))["total"] == 0
    for row in BudgetRequest.objects.all():
        assert row.decided_by_id != row.requested_by_id or row.level == Level.WORKER
        assert row.signed_by_id is None or row.signed_by_id != row.proposed_by_id
        reserved = Entry.objects.filter(reference=row.uuid, kind="reserve").count()
        assert reserved <= 1


def _try(file, act, by, cents):
    """One act on the newest request; what is refused changes nothing."""
    row = BudgetRequest.objects.order_by("-pk").first()
    if row is None and act not in ("gift", "advance", "ring"):
        return
    about = {"request_id": row and row.pk, "by": by, "at": MONDAY}
    decide = {"words": "Daarom.", **about}
    day = MONDAY.date() + timedelta(days=60)
    acts = {
        "gift": lambda: ask(file, by, cents),
        "advance": lambda: ask(file, by, cents, **from_fund()),
        "approve": lambda: services.decide_request(outcome="approve", **decide),
        "refuse": lambda: services.decide_request(outcome="refuse", **decide),
        "up": lambda: services.decide_request(outcome="pass_up", **decide),
        "withdraw": lambda: services.withdraw_request(**about),
        "pay": lambda: services.pay_request(amount=cents, **about),
        "bounce": lambda: services.bounce_payment(**about),
        "repay": lambda: services.register_repayment(
            amount=cents, submission_key=uuid.uuid4(), **about
        ),
        "replay": lambda: services.register_repayment(amount=cents, submission_key=KEY, **about),
        "deny": lambda: services.deny_advance(**decide),
        "give": lambda: services.settle_advance(outcome="gift", expected_on=None, **about),
        "plan": lambda: services.settle_advance(outcome="plan", expected_on=day, **about),
        "propose": lambda: services.propose_write_off(**decide),
        "sign": lambda: services.sign_write_off(agrees=True, **about),
        "keep": lambda: services.sign_write_off(agrees=False, **about),
        "ring": lambda: services.look_after_budgets(at=MONDAY + timedelta(days=cents % 100)),
    }
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied, BudgetRequest.DoesNotExist, file.DoesNotExist):
        pass
