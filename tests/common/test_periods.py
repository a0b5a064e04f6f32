"""Facts that hold from one day until another, both days included."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from clusters.models import Membership, Team
from tests.factories import MembershipFactory, TeamFactory

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 2, 28), False),
        (FIRST, True),
        (date(2026, 3, 15), True),
        (LAST, True),
        (date(2026, 4, 1), False),
    ],
)
def test_a_period_holds_from_its_first_through_its_last_day(day, holds):
    team = TeamFactory(valid_from=FIRST, valid_until=LAST)

    assert Team.objects.valid_on(day).filter(pk=team.pk).exists() is holds
    assert team.holds_on(day) is holds


@pytest.mark.django_db
def test_a_period_without_an_end_still_holds():
    team = TeamFactory(valid_from=FIRST)

    assert team.holds_on(date(2099, 1, 1))
    assert Team.objects.valid_on(date(2099, 1, 1)).filter(pk=team.pk).exists()


@pytest.mark.django_db
def test_a_period_that_ends_before_it_begins_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamFactory(valid_from=LAST, valid_until=FIRST)


@pytest.mark.django_db
def test_the_condition_reaches_through_a_relation():
    gone = MembershipFactory(team__valid_until=LAST)
    runs = MembershipFactory()

    assert set(Membership.objects.running(date(2026, 4, 1))) == {runs}
    assert set(Membership.objects.running(LAST)) == {gone, runs}
