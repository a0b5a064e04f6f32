"""What every row of cover must obey, also when no service wrote it."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from clusters.cover import overlap
from clusters.models import Cover
from tests.clusters.cover.conftest import DAY, TODAY
from tests.factories.cover import CoverFactory, covered

pytestmark = pytest.mark.django_db


def refused(make):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        make()
    return str(error.value)


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"last_day": TODAY - DAY}, "cover_period"),
        ({"last_day": TODAY + 14 * DAY}, "cover_two_weeks"),
        ({"ended_at": timezone.now()}, "cover_ended_by_somebody"),
    ],
)
def test_the_database_refuses_a_cover_that_cannot_be_wn_3(people, facts, name):
    assert CoverFactory(first_day=TODAY, last_day=TODAY + 13 * DAY).pk
    assert name in refused(lambda: CoverFactory(**{"first_day": TODAY, **facts}))


def test_the_database_refuses_cover_for_oneself_wn_4(people):
    assert "another" in refused(lambda: covered(people.handler, people.handler, TODAY))


@pytest.mark.parametrize(
    ("days", "fits"),
    [((4, 6), False), ((-3, 0), False), ((2, 2), False), ((5, 6), True), ((-3, -1), True)],
)
def test_the_database_refuses_two_at_once_wn_4(people, days, fits):
    covered(people.handler, people.team_worker, TODAY, TODAY + 4 * DAY)
    first, last = (TODAY + number * DAY for number in days)

    def make():
        return covered(people.handler, people.third, first, last)

    if fits:
        assert make().pk
    else:
        assert "cover_once_at_a_time" in refused(make)


def test_a_change_is_held_to_it_too_and_an_ended_one_is_not_wn_4(people):
    covered(people.handler, people.third, TODAY + 3 * DAY)
    row = covered(people.handler, people.team_worker, TODAY, TODAY + DAY)
    rows = Cover.objects.filter(pk=row.pk)

    assert "cover_once" in refused(lambda: rows.update(last_day=TODAY + 3 * DAY))
    assert "cover_two" in refused(lambda: rows.update(first_day=TODAY - 13 * DAY))
    rows.update(ended_at=row.arranged_at, ended_by=people.handler)
    rows.update(last_day=TODAY + 3 * DAY)
    assert "cover_once" in refused(lambda: rows.update(ended_at=None, ended_by=None))


def test_one_deputy_covers_for_two_wn_4(people):
    covered(people.handler, people.third, TODAY)

    assert covered(people.team_worker, people.third, TODAY).pk


def test_the_rules_can_be_taken_out_and_put_back(people):
    with transaction.atomic():
        overlap.remove(connection)
        overlap.install(connection)
    covered(people.handler, people.third, TODAY)

    assert "cover_once" in refused(lambda: covered(people.handler, people.third, TODAY))


def test_who_sees_a_cover_wn_2(people):
    row = covered(people.handler, people.team_worker, TODAY)
    seen = {
        name: Cover.objects.visible_to(person).filter(pk=row.pk).exists()
        for name, person in vars(people).items()
    }

    assert {name for name, sees in seen.items() if sees} == {
        "handler",
        "team_worker",
        "team_manager",
        "general_manager",
    }


def test_who_leads_the_deputy_sees_it_too_wn_2(people):
    row = covered(people.handler, people.outsider_worker, TODAY)

    assert Cover.objects.visible_to(people.outsider).get() == row


def test_periods_in_words_and_the_last_day_that_counted(people):
    row = covered(people.handler, people.third, TODAY, TODAY + 2 * DAY)
    assert row.period_text == "ma 23 november 2026 t/m wo 25 november 2026"
    assert (row.real_last_day, row.is_over(TODAY)) == (TODAY + 2 * DAY, False)
    assert row.is_over(TODAY + 3 * DAY)

    row.ended_at, row.ended_by = timezone.now(), people.handler
    assert (row.real_last_day, row.is_over(TODAY)) == (TODAY, True)
    assert covered(people.third, people.handler, TODAY).period_text == "ma 23 november 2026"
    assert str(row) == f"waarneming {row.pk}"
