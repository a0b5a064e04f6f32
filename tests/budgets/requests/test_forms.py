"""The forms of requests: what they ask, and what they make of it."""

import pytest

from budgets.requests.forms import DecideForm, IbanField, RequestForm, SignForm
from budgets.requests.lifecycle import UNSETTLED

pytestmark = pytest.mark.django_db


def test_the_team_is_only_asked_for_the_team_and_offers_other_purposes(budget):
    handler = budget.cast.handler
    mine, ours = (RequestForm(by=handler, for_team=each) for each in (False, True))
    assert "team" not in mine.fields
    assert list(ours.fields["team"].queryset) == [budget.noord]
    codes = [set(f.fields["purpose"].queryset.values_list("pot", flat=True)) for f in (mine, ours)]
    assert codes == [{"help"}, {"team"}]


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
