"""The forms of the joint budget: bad input, and what is asked when."""

import uuid

import pytest

from budgets.joint.forms import AdoptForm, BeginForm, DropForm, LineForm
from budgets.joint.models import CostKind
from tests.factories.joint import TODAY, a_line, a_partner, adopt

pytestmark = pytest.mark.django_db


def told(**own):
    facts = {"submission_key": str(uuid.uuid4()), "partner": a_partner("mee").pk}
    facts |= {"kind": "personeel", "support": "formal", "amount": "1.250.000,50", "fte": "12,5"}
    return facts | {"source": "begroting", "decided_on": TODAY.isoformat(), "note": ""} | own


def test_a_line_of_more_than_a_million(plan):
    form = LineForm(told(), budget=plan.budget, line=None)
    assert form.is_valid(), form.errors
    wish = form.cleaned_data["wish"]
    assert (wish.cents, wish.fte, form.cleaned_data["reason"]) == (125_000_050, 1250, "")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("amount", "0"),
        ("amount", "-5"),
        ("amount", "1,000.50"),
        ("amount", "1,005"),
        ("amount", "1e9"),
        ("amount", ""),
        ("fte", "0"),
        ("fte", "1,255"),
        ("fte", "-1"),
        ("fte", "twee"),
        ("partner", "x"),
        ("kind", "x"),
        ("support", ""),
        ("source", ""),
        ("decided_on", "gisteren"),
        ("submission_key", ""),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(plan, field, text):
    form = LineForm(told(**{field: text}), budget=plan.budget, line=None)
    assert list(form.errors) == [field]


@pytest.mark.parametrize("text", ["3", "3,0", "3.00", " 3 "])
def test_fte_is_read_with_a_comma_or_a_point(plan, text):
    form = LineForm(told(fte=text), budget=plan.budget, line=None)
    assert form.is_valid()
    assert form.cleaned_data["wish"].fte == 300


def test_a_reason_is_asked_once_it_was_adopted(plan):
    row = a_line(plan.budget, plan.by, fte=1250)
    assert "reason" not in LineForm(budget=plan.budget, line=row).fields
    budget = adopt(plan.budget, plan.by)
    form = LineForm(told(), budget=budget, line=row)
    assert list(form.errors) == ["reason"]
    html = str(LineForm(budget=budget, line=row))
    assert 'value="12,5"' in html
    assert 'value="80000,00"' in html


def test_a_kind_that_is_retired_stays_with_its_line_only(plan):
    row = a_line(plan.budget, plan.by)
    CostKind.objects.filter(pk=row.kind_id).update(is_active=False)
    assert row.kind in LineForm(budget=plan.budget, line=row).fields["kind"].queryset
    assert row.kind not in LineForm(budget=plan.budget, line=None).fields["kind"].queryset


def test_the_other_forms_say_what_lacks(plan):
    assert set(BeginForm({}).errors) == {"submission_key", "year"}
    assert set(AdoptForm({}).errors) == {"decision", "decided_on"}
    assert set(DropForm({}).errors) == {"submission_key", "reason"}
    assert BeginForm().initial["year"] == 2027
