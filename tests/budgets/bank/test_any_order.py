"""Whatever is matched, undone, set aside and paid by hand in whatever order: no cent is lost."""

import uuid

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgets.bank import services
from budgets.bank.checking import EVERYTHING
from budgets.bank.models import BankLine, BankMatch
from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Entry
from budgets.requests.models import BudgetRequest
from budgets.requests.services import deny_advance, register_repayment, settle_advance
from common.errors import RuleViolation
from tests.factories.bank import a_line
from tests.factories.budgets import in_state
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db
NAMES = ("match", "match", "replay", "undo", "aside", "back", "by hand", "deny", "give")
AMOUNTS = (1, 30_000, 60_000, 100_000, 150_000)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.integers(0, 2), st.integers(0, 1), st.sampled_from(AMOUNTS)
    ),
    max_size=10,
)
KEY = uuid.UUID(int=9)
LINES = (60_000, 150_000, -100_000)


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=ACTS)
def test_no_sequence_of_acts_loses_a_cent(acts, bank):
    with transaction.atomic():
        in_state(bank, "open")
        for cents in LINES:
            a_line(bank.controller, cents)
        for name, line, request, cents in acts:
            _try(bank, name, line, request, cents)
            _must_be_whole(bank)
        transaction.set_rollback(True)


def _try(bank, name, line, request, cents):
    """One act; what is refused changes nothing."""
    row = BankLine.objects.order_by("pk")[line]
    asked = BudgetRequest.objects.order_by("pk")[request]
    match = BankMatch.objects.filter(line=row).order_by("pk").last()
    by, at = bank.controller, MONDAY
    pair = {"line_id": row.pk, "request_id": asked.pk, "amount": cents, "by": by, "at": at}
    about = {"request_id": asked.pk, "at": at}
    acts = {
        "match": lambda: services.match_line(version=row.version, **pair),
        "replay": lambda: services.match_line(version=row.version - 1, **pair),
        "undo": lambda: match and services.undo_match(match_id=match.pk, by=by, at=at),
        "aside": lambda: services.set_line_aside(
            line_id=row.pk, words="x", version=row.version, by=by, at=at
        ),
        "back": lambda: services.take_line_back(line_id=row.pk, by=by),
        "by hand": lambda: register_repayment(submission_key=KEY, amount=cents, by=by, **about),
        "deny": lambda: deny_advance(words="Nee", by=bank.cast.handler, **about),
        "give": lambda: settle_advance(
            outcome="gift", expected_on=None, by=bank.cast.team_manager, **about
        ),
    }
    before = (_rows(), Entry.objects.count())
    try:
        with transaction.atomic():
            acts[name]()
    except RuleViolation:
        assert (_rows(), Entry.objects.count()) == before


def _rows():
    return list(BankLine.objects.order_by("pk").values_list("version", "state", "matched_cents"))


def _must_be_whole(bank):
    assert faults(EVERYTHING) == []
    assert balances_of([bank.pot])[bank.pot.pk].is_whole
    for row in BudgetRequest.objects.all():
        live = row.bank_matches.live().filter(line__is_incoming=True)
        assert (live.aggregate(sum=Sum("amount_cents"))["sum"] or 0) <= row.paid_cents
