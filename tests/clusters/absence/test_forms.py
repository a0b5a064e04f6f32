"""What can be typed about absence, and that there is no room for a reason (AF-1)."""

import pytest

from clusters.absence.forms import AbsenceForm, PatternForm


@pytest.mark.parametrize("own", [True, False])
def test_there_is_no_field_for_a_reason_af_1(own):
    form = AbsenceForm(own=own)

    assert list(form.fields) == ["submission_key", "kind", "first_day", "last_day", "half"]
    assert "reden" in form.fields["kind"].help_text


def test_working_days_are_kept_in_the_order_of_the_week():
    form = PatternForm({"weekdays": ["4", "0", "2"], "valid_from": "2026-11-23"})

    assert form.is_valid()
    assert form.cleaned_data["weekdays"] == "024"


@pytest.mark.parametrize("days", [["7"], [], ["x"]])
def test_other_days_there_are_not(days):
    assert not PatternForm({"weekdays": days, "valid_from": "2026-11-23"}).is_valid()
