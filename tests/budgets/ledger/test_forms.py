"""The forms of the pots."""

import pytest

from budgets.ledger.forms import MoveForm, PotForm
from tests.factories.budgets import a_pot, lists

pytestmark = pytest.mark.django_db


def test_a_closed_pot_is_no_choice_and_a_pot_needs_a_year():
    lists()
    a_pot(0, closed_at="2026-12-31T00:00Z")
    assert list(MoveForm().fields["source"].queryset) == []
    form = PotForm({"amount": "5"})
    assert "year" in form.errors
