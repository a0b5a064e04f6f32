"""The acts of absence: every rule, who may not, and what it leaves behind."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from audit.models import AuditEvent
from clusters.absence.services import (
    change_absence,
    withdraw_absence,
)
from clusters.models import Absence, AbsenceChange, AbsenceKind, Membership, Notice
from common.errors import RuleViolation
from tests.clusters.absence.conftest import DAY, TODAY, enter, fresh
from tests.factories.absence import away

pytestmark = pytest.mark.django_db
SICK, HOLIDAY, TRAINING = AbsenceKind.SICK, AbsenceKind.HOLIDAY, AbsenceKind.TRAINING


def codes():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def test_an_employee_enters_their_own_absence(people):
    row = enter(people.handler, days=5)

    assert (row.employee, row.entered_by, row.last_day) == (
        people.handler,
        people.handler,
        date(2026, 11, 27),
    )
    assert [(each.act, each.last_day) for each in row.changes.all()] == [("entered", row.last_day)]
    assert codes() == ["absence.entered"]
    assert not Notice.objects.exists()


def test_who_leads_the_team_enters_it_for_them(people):
    row = enter(people.handler, people.team_manager)

    assert row.entered_by == people.team_manager
    assert AuditEvent.objects.get().rule == "team_manager:keep_absence"


@pytest.mark.parametrize("other", ["team_worker", "outsider", "general_manager"])
def test_nobody_else_may_af_2(people, other):
    with pytest.raises(PermissionDenied):
        enter(people.handler, getattr(people, other))


def test_who_leads_somebody_no_longer_may_not_af_2(people):
    Membership.objects.filter(user=people.handler).update(valid_until=TODAY - DAY)

    with pytest.raises(PermissionDenied):
        enter(people.handler, people.team_manager)


@pytest.mark.parametrize(
    ("there", "new", "refused"),
    [
        ((HOLIDAY, 0, 4, "whole"), (TRAINING, 4, 6, "whole"), True),
        ((HOLIDAY, 0, 4, "whole"), (HOLIDAY, 2, 2, "morning"), True),
        ((HOLIDAY, 0, 0, "morning"), (TRAINING, 0, 0, "morning"), True),
        ((HOLIDAY, 0, 0, "morning"), (TRAINING, 0, 3, "whole"), True),
        ((SICK, 0, 4, "whole"), (SICK, 3, 5, "whole"), True),
        ((HOLIDAY, 0, 0, "morning"), (TRAINING, 0, 0, "afternoon"), False),
        ((HOLIDAY, 0, 4, "whole"), (TRAINING, 5, 6, "whole"), False),
        ((HOLIDAY, 0, 4, "whole"), (SICK, 2, 3, "whole"), False),
        ((SICK, 0, 4, "whole"), (HOLIDAY, 2, 8, "whole"), False),
    ],
)
def test_nobody_is_away_twice_at_once_but_can_fall_ill_af_3(people, there, new, refused):
    kind, first, last, half = there
    enter(
        people.handler,
        kind=kind,
        first_day=TODAY + first * DAY,
        last_day=TODAY + last * DAY,
        half=half,
    )
    kind, first, last, half = new
    told = {"first_day": TODAY + first * DAY, "last_day": TODAY + last * DAY, "half": half}

    if refused:
        with pytest.raises(RuleViolation, match="Er staat al een afwezigheid") as error:
            enter(people.handler, kind=kind, **told)
        assert error.value.field == "last_day"
    else:
        assert enter(people.handler, kind=kind, **told).pk


def test_falling_ill_shortens_no_holiday_af_3(people):
    holiday = enter(people.handler, days=5)
    enter(people.handler, kind=SICK, first_day=TODAY + DAY)

    holiday.refresh_from_db()
    assert holiday.last_day == TODAY + 4 * DAY


def test_the_absence_of_another_or_a_withdrawn_one_is_no_obstacle_af_3(people):
    enter(people.team_worker)
    old = enter(people.handler)
    withdraw_absence(absence_id=old.pk, version=1, by=people.handler)

    assert enter(people.handler).pk


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"first_day": TODAY, "last_day": TODAY - DAY}, "last_day"),
        ({"first_day": TODAY, "last_day": TODAY + timedelta(days=367)}, "last_day"),
        ({"first_day": TODAY, "last_day": date(2056, 11, 23)}, "last_day"),
        ({"first_day": TODAY + timedelta(days=367)}, "first_day"),
        ({"first_day": TODAY, "last_day": TODAY + DAY, "half": "morning"}, "half"),
    ],
)
def test_days_that_cannot_be_af_1_af_4(people, told, field):
    with pytest.raises(RuleViolation) as error:
        enter(people.handler, **told)

    assert error.value.field == field


def test_a_year_is_allowed_af_4(people):
    assert enter(people.handler, last_day=TODAY + timedelta(days=366)).pk


@pytest.mark.parametrize(
    ("back", "own", "by_manager"), [(0, 1, 1), (1, 0, 1), (14, 0, 1), (15, 0, 0)]
)
def test_the_past_is_closed_af_5(people, back, own, by_manager):
    for by, allowed in ((people.handler, own), (people.team_manager, by_manager)):
        told = {"first_day": TODAY - back * DAY, "last_day": TODAY - back * DAY}
        if allowed:
            Absence.objects.all().delete()
            assert enter(people.handler, by, **told).pk
        else:
            with pytest.raises(RuleViolation, match="14 dagen terug"):
                enter(people.handler, by, **told)


def test_who_leads_a_team_has_no_longer_arm_for_themselves_af_5(people):
    with pytest.raises(RuleViolation, match="voorbij"):
        enter(people.team_manager, first_day=TODAY - DAY)


@pytest.mark.parametrize("ending", ["membership", "account"])
def test_not_beyond_the_end_of_role_or_account_af_6(people, ending):
    end = TODAY + 3 * DAY
    if ending == "membership":
        Membership.objects.filter(user=people.handler).update(valid_until=end)
    else:
        people.handler.account_until = end
        people.handler.save()
    by = fresh(people.handler)

    assert enter(by, first_day=end).pk
    with pytest.raises(RuleViolation, match="loopt de rol of het account") as error:
        enter(by, first_day=TODAY, last_day=end + DAY)
    assert error.value.field == "last_day"


def test_two_clicks_are_one_absence_af_7(people):
    key = uuid.uuid4()

    assert enter(people.handler, submission_key=key) == enter(people.handler, submission_key=key)
    assert Absence.objects.count() == AbsenceChange.objects.count() == 1


def test_another_last_day_keeps_the_history_af_8(people):
    row = enter(people.handler, days=5)

    change_absence(absence_id=row.pk, version=1, last_day=TODAY + DAY, by=people.handler)
    change_absence(absence_id=row.pk, version=2, last_day=TODAY + 9 * DAY, by=people.team_manager)

    row.refresh_from_db()
    assert (row.last_day, row.version) == (TODAY + 9 * DAY, 3)
    assert [(each.act, each.last_day.day, each.by_id) for each in row.changes.all()] == [
        ("entered", 27, people.handler.pk),
        ("changed", 24, people.handler.pk),
        ("changed", 2, people.team_manager.pk),
    ]
    assert codes()[-1] == "absence.changed"


def test_the_same_last_day_twice_is_once_and_an_old_page_changes_nothing_af_7(people):
    row = enter(people.handler, days=5)
    told = {"absence_id": row.pk, "by": people.handler}
    change_absence(version=1, last_day=TODAY + DAY, **told)
    change_absence(version=1, last_day=TODAY + DAY, **told)

    with pytest.raises(RuleViolation, match="Iemand anders wijzigde dit intussen: ma 23 november"):
        change_absence(version=1, last_day=TODAY + 2 * DAY, **told)
    assert row.changes.count() == 2


def test_another_last_day_obeys_the_same_rules(people):
    row = enter(people.handler, days=2)
    enter(people.handler, first_day=TODAY + 4 * DAY)
    half = enter(people.handler, first_day=TODAY + 8 * DAY, half="morning")
    for key, last, text in (
        (row, TODAY + 4 * DAY, "Er staat al een afwezigheid"),
        (row, TODAY - DAY, "ligt voor de eerste"),
        (row, TODAY + timedelta(days=400), "hoogstens een jaar"),
        (half, TODAY + 9 * DAY, "Een halve dag is één dag"),
    ):
        with pytest.raises(RuleViolation, match=text):
            change_absence(absence_id=key.pk, version=1, last_day=last, by=people.handler)


def test_what_has_passed_stays_as_it_was_af_5(people):
    row = away(people.handler, TODAY - 20 * DAY, TODAY + 5 * DAY)
    told = {"absence_id": row.pk, "version": 1}
    for by, earliest in ((people.handler, TODAY - DAY), (people.team_manager, TODAY - 15 * DAY)):
        with pytest.raises(RuleViolation, match="De laatste dag kan"):
            change_absence(last_day=earliest - DAY, by=by, **told)
    change_absence(last_day=TODAY - DAY, by=people.handler, **told)
    over = away(people.team_worker, TODAY - 10 * DAY, TODAY - 5 * DAY)
    with pytest.raises(RuleViolation, match="De laatste dag kan"):
        change_absence(
            absence_id=over.pk, version=1, last_day=TODAY - 2 * DAY, by=people.team_worker
        )


def test_it_is_withdrawn_before_it_begins_af_9(people):
    row = enter(people.handler, first_day=TODAY + DAY)

    withdraw_absence(absence_id=row.pk, version=1, by=people.handler)
    withdraw_absence(absence_id=row.pk, version=1, by=people.handler)

    row.refresh_from_db()
    assert row.withdrawn_at == timezone.now()
    assert [each.act for each in row.changes.all()] == ["entered", "withdrawn"]
    with pytest.raises(RuleViolation, match="ingetrokken"):
        change_absence(absence_id=row.pk, version=2, last_day=TODAY + 3 * DAY, by=people.handler)


def test_once_begun_only_who_leads_withdraws_it_until_two_weeks_af_9(people):
    row = away(people.handler, TODAY - DAY, TODAY + DAY)
    long = away(people.handler, TODAY - 15 * DAY, TODAY - 14 * DAY)

    for key, by in ((row, people.handler), (long, people.team_manager)):
        with pytest.raises(RuleViolation, match="al begonnen"):
            withdraw_absence(absence_id=key.pk, version=1, by=by)
    assert withdraw_absence(absence_id=row.pk, version=1, by=people.team_manager).withdrawn_at


@pytest.mark.parametrize("other", ["team_worker", "outsider", "general_manager"])
def test_for_others_an_absence_does_not_exist(people, other):
    row = enter(people.handler)
    by = getattr(people, other)

    with pytest.raises(Absence.DoesNotExist):
        change_absence(absence_id=row.pk, version=1, last_day=TODAY, by=by)
    with pytest.raises(Absence.DoesNotExist):
        withdraw_absence(absence_id=row.pk, version=1, by=by)
