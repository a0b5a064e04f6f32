"""What the database itself refuses of a request (M7, M10)."""

import pytest
from django.db import IntegrityError, transaction

from budgets.requests.models import BudgetRequest
from tests.factories.budgets import in_state

pytestmark = pytest.mark.django_db


def test_the_database_refuses_what_cannot_be(budget):
    cast = budget.cast
    waiting, owed = in_state(budget, "waiting"), in_state(budget, "proposed")
    wrong = (
        (waiting, {"decided_by": cast.handler}),
        (waiting, {"amount_cents": 0}),
        (waiting, {"state": "approved"}),
        (waiting, {"paid_cents": 5}),
        (waiting, {"debtor": "resident"}),
        (waiting, {"file": None}),
        (owed, {"owed_cents": 100_001}),
        (owed, {"owed_cents": 0}),
        (owed, {"advance": "repaid"}),
        (owed, {"fund": None}),
        (owed, {"signed_by": cast.team_manager}),
        (owed, {"expected_on": None}),
    )
    for row, change in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            BudgetRequest.objects.filter(pk=row.pk).update(**change)


def test_who_sees_which_request(budget):
    waiting, owed = in_state(budget, "waiting"), in_state(budget, "open")
    seen = {
        "handler": {waiting, owed},
        "team_manager": {waiting, owed},
        "general_manager": {waiting, owed},
        "controller": {owed},
        "team_worker": set(),
        "outsider_manager": set(),
        "city_hall_team": set(),
        "steering_group": set(),
    }
    for name, rows in seen.items():
        found = BudgetRequest.objects.visible_to(getattr(budget.cast, name))
        assert set(found) == rows, name
