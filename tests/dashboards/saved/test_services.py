"""Keeping a page with chosen filters, never with what was typed (VM-3)."""

from urllib.parse import parse_qs

import pytest

from common.errors import RuleViolation
from dashboards.saved.addresses import query_of
from dashboards.saved.services import MOST, create_saved_view
from tests.dashboards.test_mine import acting

pytestmark = pytest.mark.usefixtures("monday")
LATE = {"name": "Te laat", "page": "callback-worklist", "query": "selectie=te-laat"}


def keep(person, **facts):
    return create_saved_view(by=acting(person), **(LATE | facts))


@pytest.mark.parametrize(
    ("params", "kept"),
    [
        ({"selectie": "te-laat", "team": "3"}, "selectie=te-laat&team=3"),
        ({"zoek": "Jansen", "q": "1234"}, ""),
        ({"team": "Jansen uit de Havenstraat"}, ""),
        ({"team": "3&selectie=open"}, ""),
        ({"na": "2026-01-01T00:00:00+00:00_7", "jaar": "2026"}, "jaar=2026"),
        ({"team": "é"}, ""),
        ({"team": "x" * 41}, ""),
    ],
)
def test_only_chosen_filters_are_kept(params, kept):
    assert query_of(params) == kept


def test_what_is_sent_by_hand_is_cleaned_too(cast):
    view = keep(cast.team_manager, query="selectie=te-laat&zoek=Jansen&next=//kwaad")

    assert parse_qs(view.query) == {"selectie": ["te-laat"]}


def test_the_same_twice_is_once_and_another_page_needs_another_name(cast):
    first = keep(cast.team_manager)

    assert keep(cast.team_manager) == first
    with pytest.raises(RuleViolation, match="deze naam"):
        keep(cast.team_manager, query="selectie=open")
    assert keep(cast.handler) != first


def test_there_is_an_end_to_it(cast):
    for number in range(MOST):
        keep(cast.team_manager, name=f"Weergave {number}")

    with pytest.raises(RuleViolation, match="20 weergaven"):
        keep(cast.team_manager, name="Nog een")
