"""The forms of a melding: what they accept, and what they refuse beside its field."""

import pytest

from cases.intakes.forms import CallbackNumberForm, NotificationForm
from cases.intakes.forms.lists import NotificationFilter
from tests.factories.cases import CallbackFactory

pytestmark = pytest.mark.usefixtures("monday")


class Params(dict):
    """The query of an address, as Django has it."""

    def dict(self):
        return dict(self)


@pytest.mark.parametrize("typed", ["TB-{:06d}", "tb {}", " {} ", "TB{}"])
def test_a_number_is_read_however_it_is_typed(noord, cast, typed):
    callback = CallbackFactory(team=noord)
    form = CallbackNumberForm({"number": typed.format(callback.pk)}, user=cast.team_worker)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["number"] == callback.pk


@pytest.mark.parametrize("typed", ["", "TB-", "12a", "-1", "1" * 19, "<script>", "٣"])
def test_what_is_no_number_is_refused(cast, typed):
    assert not CallbackNumberForm({"number": typed}, user=cast.team_worker).is_valid()


def test_a_number_of_another_team_is_like_one_that_is_not_there(cast):
    theirs = CallbackFactory(team=cast.elsewhere)
    errors = [
        CallbackNumberForm({"number": str(number)}, user=cast.team_worker).errors
        for number in (theirs.pk, 987654321)
    ]

    assert errors[0] == errors[1]
    assert "Uw team heeft geen" in str(errors[0])


def test_the_channel_follows_from_where_the_form_was_opened():
    from_callback = NotificationForm(from_callback=True).fields["channel"].choices
    another_way = NotificationForm(from_callback=False).fields["channel"].choices

    assert [code for code, _ in from_callback] == ["callback"]
    assert "callback" not in dict(another_way)
    assert len(another_way) == 5


def test_an_unknown_choice_in_the_address_is_no_choice(cast):
    filters = NotificationFilter(
        Params(selectie="onzin", team="7", behandelaar="x"), user=cast.team_worker
    )

    assert filters.selection == "open"
    assert not filters.is_narrowed
