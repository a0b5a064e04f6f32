"""The forms of requests: what they ask, and what they make of it."""

import pytest

from budgets.requests.asking_for import OF_FILE, OF_TEAM, OF_WAAKVLAM
from budgets.requests.forms import DecideForm, IbanField, RequestForm, SignForm
from budgets.requests.lifecycle import UNSETTLED

pytestmark = pytest.mark.django_db


def test_the_team_is_only_asked_for_the_team_and_offers_other_purposes(budget):
    handler = budget.cast.handler
    kinds = (OF_FILE, OF_TEAM, OF_WAAKVLAM)
    mine, ours, near = (RequestForm(by=handler, pots=each) for each in kinds)
    assert "team" not in mine.fields
    assert "team" not in near.fields
    assert list(ours.fields["team"].queryset) == [budget.noord]
    forms = (mine, ours, near)
    codes = [set(form.fields["purpose"].queryset.values_list("pot", flat=True)) for form in forms]
    assert codes == [{"help"}, {"team"}, {"help", "team"}]


def test_an_account_number_is_checked_and_kept_without_spaces():
    field = IbanField(required=False)
    assert field.clean("nl91 abna 0417 1643 00") == "NL91ABNA0417164300"
    assert field.clean("") == ""


def test_an_empty_decision_or_signature_is_refused():
    assert "outcome" in DecideForm({}, is_highest=False).errors
    assert "agrees" in SignForm({}).errors
    form = SignForm({"agrees": "nee"})
    assert form.is_valid()
    assert form.cleaned_data == {"agrees": False}
    assert len(UNSETTLED) == 3
