"""The form of a saved view."""

import pytest

from dashboards.saved.forms import SavedViewForm

GOOD = {"name": "Te laat", "page": "dashboard", "query": "selectie=te-laat"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": ""}, "name"), ({"name": "x" * 61}, "name"), ({"page": "file-detail"}, "page")],
)
def test_what_is_wrong_is_said_at_its_field(wrong, field):
    form = SavedViewForm(GOOD | wrong)

    assert list(form.errors) == [field]


def test_a_view_without_filters_is_good():
    assert SavedViewForm(GOOD | {"query": ""}).is_valid()
