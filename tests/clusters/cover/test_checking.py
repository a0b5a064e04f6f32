"""A deputy who is away too, chains and circles (WN-6)."""

from datetime import date

import pytest

from clusters.models import Cover
from common.errors import RuleViolation
from tests.clusters.cover.conftest import DAY, TODAY, arrange
from tests.factories.absence import WorkPatternFactory, away
from tests.factories.cover import covered

pytestmark = pytest.mark.django_db
WEDNESDAY = TODAY + 2 * DAY


def refuses(text, *told, **days):
    with pytest.raises(RuleViolation, match=text) as error:
        arrange(*told, **days)
    assert error.value.field == "deputy"


def test_a_deputy_who_is_away_is_refused_wn_6(people):
    away(people.third, WEDNESDAY)

    refuses("afwezig op wo 25 november", people.handler, people.third, days=5)
    assert arrange(people.handler, people.third, days=2).pk


@pytest.mark.parametrize("harmless", ["half", "weekend", "not a working day", "holiday"])
def test_days_on_which_nobody_would_work_do_not_count_wn_6(people, harmless):
    days = {"half": WEDNESDAY, "weekend": TODAY + 5 * DAY, "not a working day": WEDNESDAY}
    day = days.get(harmless, date(2026, 12, 25))
    away(people.third, day, half="morning" if harmless == "half" else "whole")
    if harmless == "not a working day":
        WorkPatternFactory(employee=people.third, weekdays="01")

    assert arrange(people.handler, people.third, first_day=day, days=2).pk


def test_who_is_away_but_covered_is_no_obstacle_wn_6(people):
    away(people.third, WEDNESDAY)
    covered(people.third, people.fourth, WEDNESDAY)

    assert arrange(people.handler, people.third, days=5).pk


def test_a_chain_that_reaches_nobody_is_refused_wn_6(people):
    away(people.third, WEDNESDAY)
    away(people.fourth, WEDNESDAY)
    covered(people.third, people.fourth, WEDNESDAY)

    refuses("afwezig op wo 25 november", people.handler, people.third, days=5)


def test_three_links_and_no_more_in_both_directions_wn_6(people):
    covered(people.third, people.fourth, WEDNESDAY)
    covered(people.team_worker, people.handler, WEDNESDAY)

    assert arrange(people.handler, people.third, first_day=WEDNESDAY).pk
    Cover.objects.filter(employee=people.handler).delete()
    covered(people.fourth, people.team_manager, WEDNESDAY)
    refuses("meer dan 3 waarnemingen", people.handler, people.third, first_day=WEDNESDAY)
    assert arrange(people.handler, people.third, first_day=WEDNESDAY + DAY).pk


def test_no_circle_of_two_or_three_on_the_same_day_wn_6(people):
    covered(people.third, people.handler, WEDNESDAY)
    refuses("kring: op wo 25 november", people.handler, people.third, days=5)

    covered(people.fourth, people.third, WEDNESDAY)
    refuses("kring", people.handler, people.fourth, days=5)
    assert arrange(people.handler, people.third, first_day=WEDNESDAY + DAY).pk
