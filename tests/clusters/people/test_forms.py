from datetime import date

import pytest

from clusters.models import User
from clusters.people.forms import WhoIsWhoFilter
from tests.factories import MembershipFactory, SpecialismFactory, TeamFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


def test_filter_offers_running_teams_and_specialisms_in_use_only():
    team = TeamFactory()
    TeamFactory(valid_until=date(2021, 1, 1))
    specialism = SpecialismFactory()
    SpecialismFactory(is_active=False)

    form = WhoIsWhoFilter({}, day=DAY)

    assert list(form.fields["team"].queryset) == [team]
    assert list(form.fields["specialisme"].queryset) == [specialism]


def test_filter_with_an_unknown_choice_finds_nobody():
    MembershipFactory()
    form = WhoIsWhoFilter({"team": "999999"}, day=DAY)

    assert list(form.apply(User.objects.for_who_is_who(DAY))) == []
    assert "team" in form.errors
