"""What a balance is made of (M4)."""

import pytest
from django.db import IntegrityError, transaction

from budgets.ledger.balances import Balance
from tests.factories.budgets import a_pot

pytestmark = pytest.mark.django_db


def test_granted_is_what_there_is_promised_paid_and_owed():
    assert Balance(10, 4, 3, 2, 1).is_whole
    assert not Balance(10, 4, 3, 2, 0).is_whole


def test_there_is_one_pot_per_year_purpose_and_cluster(noord):
    a_pot(0), a_pot(0, cluster=noord.cluster), a_pot(0, purpose="team")
    assert str(a_pot(0, year=2027)) == "Maatwerk voor inwoners 2027, hele stad"
    for again in ({}, {"cluster": noord.cluster}, {"purpose": "x", "year": 2028}):
        with pytest.raises(IntegrityError), transaction.atomic():
            a_pot(0, **again)
