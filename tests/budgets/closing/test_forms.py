"""The form with which a year is closed."""

from django.http import QueryDict

from budgets.closing.forms import ClosingForm

RIGHT = "submission_key=11111111-1111-4111-8111-111111111111&shown=5&remainder=carry"
RIGHT += "&reason=Besluit&agreed=on"


def test_it_asks_a_choice_a_reason_and_a_tick():
    form = ClosingForm(QueryDict("remainder=keep&reason=++"), shown=5)
    assert set(form.errors) == {"submission_key", "shown", "remainder", "reason", "agreed"}


def test_the_tick_is_not_for_the_act_and_the_mark_is_renewed():
    form = ClosingForm(QueryDict(RIGHT), shown=5)
    assert form.is_valid()
    assert set(form.cleaned_data) == {"submission_key", "shown", "remainder", "reason"}
    form.show(6)
    assert form["shown"].value() == 6
    assert form["reason"].value() == "Besluit"
