"""Working days, who hears of somebody ill, and what is emptied (AF-10, AF-16, AF-17)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from clusters.absence.services import (
    change_absence,
    empty_old_absences,
    set_work_pattern,
)
from clusters.models import Absence, AbsenceChange, AbsenceKind, Notice, WorkPattern
from common.errors import RuleViolation
from tests.clusters.absence.conftest import DAY, TODAY, enter
from tests.factories.absence import AbsenceFactory, WorkPatternFactory, away
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db
SICK = AbsenceKind.SICK


def codes():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def test_working_days_follow_one_another_af_10(people):
    told = {"employee_id": people.handler.pk, "by": people.team_manager}
    first = set_work_pattern(weekdays="013", valid_from=TODAY, **told)
    assert set_work_pattern(weekdays="013", valid_from=TODAY, **told) == first
    set_work_pattern(weekdays="01", valid_from=TODAY + 7 * DAY, **told)

    found = list(WorkPattern.objects.values_list("weekdays", "valid_from", "valid_until"))
    assert found == [
        ("013", TODAY, TODAY + 6 * DAY),
        ("01", TODAY + 7 * DAY, None),
    ]
    assert codes() == ["work_pattern.set", "work_pattern.set"]
    assert first.days_text == "maandag, dinsdag en donderdag"


@pytest.mark.parametrize(
    ("weekdays", "days", "text"),
    [
        ("", 0, "ten minste één werkdag"),
        ("01", -1, "of later"),
        ("01", 367, "meer dan een jaar"),
        ("02", 2, "Kies een latere dag"),
    ],
)
def test_working_days_that_cannot_be_af_10(people, weekdays, days, text):
    WorkPatternFactory(employee=people.handler, valid_from=TODAY + 2 * DAY)

    with pytest.raises(RuleViolation, match=text):
        set_work_pattern(
            employee_id=people.handler.pk,
            weekdays=weekdays,
            valid_from=TODAY + days * DAY,
            by=people.handler,
        )


def test_nobody_else_sets_working_days_af_2(people):
    with pytest.raises(PermissionDenied):
        set_work_pattern(
            employee_id=people.handler.pk, weekdays="0", valid_from=TODAY, by=people.outsider
        )


def test_who_leads_hears_of_somebody_ill_and_of_ill_for_longer_af_16(people):
    row = enter(people.handler, kind=SICK)
    change_absence(absence_id=row.pk, version=1, last_day=TODAY + 2 * DAY, by=people.handler)
    change_absence(absence_id=row.pk, version=2, last_day=TODAY, by=people.handler)
    enter(people.team_worker, people.team_manager, kind=SICK)
    enter(people.team_manager, kind=SICK)

    found = list(Notice.objects.order_by("pk").values_list("person_id", "text"))
    me = str(people.handler)
    assert found == [
        (people.team_manager.pk, f"{me} is ziek gemeld: ma 23 november 2026."),
        (
            people.team_manager.pk,
            f"{me} is ziek gemeld: ma 23 november 2026 t/m wo 25 november 2026.",
        ),
    ]


def test_after_two_years_the_rows_are_gone_af_17(people):
    edge = TODAY - timedelta(days=731)
    gone = away(people.handler, edge - 3 * DAY, edge - DAY)
    AbsenceChange.objects.create(
        absence=gone, act="entered", last_day=edge, at=MONDAY, by=people.handler
    )
    kept = away(people.handler, edge, edge)
    WorkPatternFactory(employee=people.handler, valid_from=edge - 9 * DAY, valid_until=edge - DAY)
    WorkPatternFactory(employee=people.handler, valid_from=edge)

    assert empty_old_absences(at=MONDAY) == 2
    assert empty_old_absences(at=MONDAY) == 0
    assert list(Absence.objects.all()) == [kept]
    assert WorkPattern.objects.count() == 1
    assert not AbsenceChange.objects.exists()
    assert codes() == ["absence.destroyed"]


def test_a_factory_makes_the_smallest_valid_record(people):
    assert AbsenceFactory().period_text == "ma 23 november 2026"
