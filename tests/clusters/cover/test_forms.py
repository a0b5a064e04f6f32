"""What can be typed about cover: a colleague and two days (WN-1)."""

import pytest

from clusters.cover.forms import ArrangeForm, EndForm, TeamFilter
from clusters.models import Team, User
from tests.clusters.cover.conftest import DAY, TODAY

pytestmark = pytest.mark.django_db


def form(people, **told):
    rows = User.objects.filter(pk=people.third.pk)
    return ArrangeForm(told or None, people=rows, first=TODAY, last=TODAY + DAY)


def test_it_asks_for_a_colleague_and_two_days_wn_1(people):
    shown = form(people)

    assert list(shown.fields) == ["submission_key", "deputy", "first_day", "last_day"]
    assert (shown.initial["first_day"], shown.initial["last_day"]) == (TODAY, TODAY + DAY)


def test_what_is_missing_is_said_at_its_field(people):
    asked = form(people, deputy="", first_day="", last_day="31-02-2026")

    assert asked.errors["deputy"] == ["Kies een collega."]
    assert asked.errors["first_day"] == ["Kies de eerste dag."]
    assert "dd-mm-jjjj" in asked.errors["last_day"][0]
    assert "verouderd" in asked.errors["submission_key"][0]


def test_only_who_is_offered_can_be_chosen(people):
    asked = form(people, deputy=str(people.fourth.pk))

    assert asked.errors["deputy"] == [
        "Deze collega kan hier niet waarnemen. Kies iemand uit de lijst."
    ]


def test_ending_asks_nothing_and_a_team_is_one_of_the_choices(people, noord):
    assert EndForm({}).is_valid()
    assert TeamFilter({"team": str(noord.pk)}, teams=Team.objects.all()).is_valid()
    assert not TeamFilter({"team": "x"}, teams=Team.objects.all()).is_valid()
