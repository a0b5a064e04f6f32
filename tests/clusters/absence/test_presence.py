"""Who is there on which day (AF-11)."""

from datetime import date

import pytest

from clusters.absence.presence import absences_of, presence_of, present
from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories import ClosingDayFactory
from tests.factories.absence import WorkPatternFactory, away

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)


def known(*people, days=30):
    return presence_of([each.pk for each in people], TODAY, TODAY + days * DAY)


def test_somebody_is_there_on_working_days(people):
    who = people.handler.pk
    there = known(people.handler)

    assert there.is_present(who, TODAY)
    assert not there.is_present(who, SATURDAY)
    assert there.back_on(who, FRIDAY) == date(2026, 11, 30)
    assert there.away_until(who, TODAY) is None


def test_somebody_away_is_not_there_until_the_last_day(people):
    away(people.handler, TODAY - DAY, FRIDAY)
    there, who = known(people.handler), people.handler.pk

    assert not there.is_present(who, TODAY)
    assert there.away_until(who, TODAY) == FRIDAY
    assert there.back_on(who, TODAY) == date(2026, 11, 30)


def test_half_a_day_away_is_there_and_two_halves_are_not(people):
    away(people.handler, TODAY, half="morning")
    assert known(people.handler).is_present(people.handler.pk, TODAY)

    away(people.handler, TODAY, half="afternoon", kind="training")
    there = known(people.handler)
    assert not there.is_present(people.handler.pk, TODAY)
    assert there.away_until(people.handler.pk, TODAY) == TODAY


def test_ill_on_holiday_counts_as_away_until_the_later_of_both_af_3(people):
    away(people.handler, TODAY, TODAY + DAY)
    away(people.handler, TODAY, TODAY + 3 * DAY, kind="sick")

    assert known(people.handler).away_until(people.handler.pk, TODAY) == TODAY + 3 * DAY


def test_a_withdrawn_absence_does_not_count_af_9(people):
    row = away(people.handler, TODAY)
    row.withdrawn_at = row.entered_at
    row.save()

    assert present([people.handler.pk], TODAY) == {people.handler.pk}


def test_working_days_count_from_their_day_af_10(people):
    WorkPatternFactory(employee=people.handler, weekdays="02", valid_from=TODAY + 7 * DAY)
    there, who = known(people.handler), people.handler.pk

    assert there.is_present(who, TODAY + DAY)
    assert not there.is_present(who, TODAY + 8 * DAY)
    assert there.back_on(who, TODAY + 7 * DAY) == TODAY + 9 * DAY


def test_on_a_closing_day_nobody_is_there(people):
    ClosingDayFactory(date=TODAY)

    assert present([people.handler.pk, people.team_worker.pk], TODAY) == frozenset()


def test_who_never_comes_back_within_a_year_is_not_promised(people):
    away(people.handler, TODAY, TODAY + 366 * DAY)
    away(people.handler, TODAY + 367 * DAY, TODAY + 400 * DAY)

    assert known(people.handler, days=370).back_on(people.handler.pk, TODAY) is None


def test_absences_by_person(people):
    away(people.handler, TODAY, TODAY + DAY)
    away(people.handler, TODAY + 9 * DAY)
    found = absences_of([people.handler.pk, people.team_worker.pk], TODAY, TODAY + 2 * DAY)

    assert [(spell.kind, spell.first_day) for spell in found[people.handler.pk]] == [
        ("holiday", TODAY)
    ]
    assert people.team_worker.pk not in found


@pytest.mark.parametrize("rows", [1, 5])
def test_presence_takes_two_queries(people, rows, django_assert_num_queries):
    asked = list(vars(people).values())[:rows]
    for person in asked:
        away(person, TODAY)
        WorkPatternFactory(employee=person)
    known(people.handler)  # the calendar of the service is in the cache

    with django_assert_num_queries(2):
        there = known(*asked)
        assert not any(there.is_present(person.pk, TODAY) for person in asked)
