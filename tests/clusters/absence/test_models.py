"""What every row of absence must obey, also when no service wrote it."""

import pytest
from django.db import IntegrityError, connection, transaction

from clusters.absence import overlap
from clusters.absence.models import days_text
from clusters.models import Absence
from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories.absence import AbsenceFactory, WorkPatternFactory, away

pytestmark = pytest.mark.django_db


def refused(make):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        make()
    return str(error.value)


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"kind": "migraine"}, "absence_kind_known"),
        ({"half": "evening"}, "absence_half_known"),
        ({"last_day": TODAY - DAY}, "absence_period"),
        ({"last_day": TODAY + DAY, "half": "morning"}, "absence_half_is_one_day"),
    ],
)
def test_the_database_refuses_an_absence_that_cannot_be(people, facts, name):
    told = {"first_day": TODAY, **facts}

    assert name in refused(lambda: AbsenceFactory(**told))


@pytest.mark.parametrize(
    ("kind", "days", "half", "fits"),
    [
        ("holiday", (4, 6), "whole", False),
        ("training", (-3, 0), "whole", False),
        ("training", (2, 2), "afternoon", False),
        ("sick", (2, 9), "whole", True),
        ("training", (5, 6), "whole", True),
        ("training", (-3, -1), "whole", True),
    ],
)
def test_the_database_refuses_two_at_once_af_3(people, kind, days, half, fits):
    away(people.handler, TODAY, TODAY + 4 * DAY)
    first, last = (TODAY + number * DAY for number in days)

    def make():
        return away(people.handler, first, last, kind=kind, half=half)

    if fits:
        assert make().pk
    else:
        assert "absence_once_at_a_time" in refused(make)


def test_halves_of_one_day_stand_side_by_side_for_the_database_af_3(people):
    away(people.handler, TODAY, half="morning")
    away(people.handler, TODAY, half="afternoon")
    away(people.team_worker, TODAY)

    assert "absence_once" in refused(lambda: away(people.handler, TODAY, half="morning"))


def test_a_change_is_held_to_it_too_and_a_withdrawn_one_is_not_af_3(people):
    away(people.handler, TODAY + 3 * DAY)
    row = away(people.handler, TODAY, TODAY + DAY)
    rows = Absence.objects.filter(pk=row.pk)

    assert "absence_once" in refused(lambda: rows.update(last_day=TODAY + 3 * DAY))
    rows.update(withdrawn_at=row.entered_at)
    rows.update(last_day=TODAY + 3 * DAY)
    assert "absence_once" in refused(lambda: rows.update(withdrawn_at=None))


def test_the_rule_can_be_taken_out_and_put_back(people):
    with transaction.atomic():
        overlap.remove(connection)
        overlap.install(connection)
    away(people.handler, TODAY)

    assert "absence_once" in refused(lambda: away(people.handler, TODAY))


def test_working_days_hold_at_least_one_and_one_open_row(people):
    WorkPatternFactory(employee=people.handler)

    refused(lambda: WorkPatternFactory(weekdays=""))
    refused(lambda: WorkPatternFactory(employee=people.handler, valid_from=TODAY))


def test_who_sees_an_absence_af_12(people):
    row = away(people.handler, TODAY)
    seen = {
        name: Absence.objects.visible_to(person).filter(pk=row.pk).exists()
        for name, person in vars(people).items()
    }

    assert seen == {
        "handler": True,
        "team_worker": False,
        "team_manager": True,
        "outsider": False,
        "general_manager": False,
    }


def test_periods_and_days_in_words(people):
    assert away(people.handler, TODAY, TODAY + DAY).period_text == (
        "ma 23 november 2026 t/m di 24 november 2026"
    )
    assert away(people.team_worker, TODAY, half="morning").period_text == (
        "ma 23 november 2026, alleen de ochtend"
    )
    assert (days_text("0"), days_text("04")) == ("maandag", "maandag en vrijdag")
    assert "afwezigheid" in str(Absence.objects.first())
    assert str(WorkPatternFactory()).endswith("maandag en dinsdag")
