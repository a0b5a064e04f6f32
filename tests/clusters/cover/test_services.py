"""The acts of cover: every rule, who may not, and what it leaves behind."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from audit.models import AuditEvent
from clusters.cover.services import empty_old_covers, end_cover
from clusters.models import Cover, Notice, Role, User
from common.errors import RuleViolation
from tests.clusters.cover.conftest import DAY, TODAY, also, arrange, ends, fresh
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.cover import covered

pytestmark = pytest.mark.django_db


def codes():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def told(row):
    return {notice.person_id: notice.text for notice in Notice.objects.all()}


def test_an_employee_arranges_their_own_cover_wn_1(people):
    row = arrange(people.handler, people.team_worker, days=5)

    assert (row.employee, row.deputy, row.arranged_by) == (
        people.handler,
        people.team_worker,
        people.handler,
    )
    assert codes() == ["cover.arranged"]
    assert AuditEvent.objects.get().rule == "team_worker:arrange_cover"
    assert told(row) == {
        people.team_worker.pk: f"{people.team_worker} neemt waar voor {people.handler}: "
        "ma 23 november 2026 t/m vr 27 november 2026."
    }


def test_who_leads_the_team_arranges_it_for_them_wn_2(people):
    row = arrange(people.handler, people.team_worker, people.team_manager)

    assert row.arranged_by == people.team_manager
    assert AuditEvent.objects.get().rule == "team_manager:keep_cover"
    assert set(told(row)) == {people.handler.pk, people.team_worker.pk}


@pytest.mark.parametrize("other", ["team_worker", "outsider", "contact_centre"])
def test_nobody_else_may_wn_2(people, other):
    with pytest.raises(PermissionDenied):
        arrange(people.handler, people.third, getattr(people, other))


def test_only_the_general_manager_crosses_clusters_wn_2(people):
    for by in (people.handler, people.team_manager):
        with pytest.raises(RuleViolation, match="geen wijkwerker in dit cluster"):
            arrange(people.handler, people.outsider_worker, by)

    arrange(people.handler, people.outsider_worker, people.general_manager)
    assert AuditEvent.objects.get().rule == "general_manager:cross_cover"


def test_another_team_of_the_same_cluster_is_near_enough_wn_2(people, noord):
    other = TeamFactory(code="team-noord-2", cluster=noord.cluster)
    deputy = MembershipFactory(team=other).user

    assert arrange(people.handler, deputy).pk


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ((-1, 3), "first_day"),
        ((2, 1), "last_day"),
        ((0, 14), "last_day"),
        ((367, 367), "first_day"),
    ],
)
def test_days_that_cannot_be_wn_3(people, days, field):
    first, last = (TODAY + number * DAY for number in days)
    with pytest.raises(RuleViolation) as error:
        arrange(people.handler, people.team_worker, first_day=first, last_day=last)

    assert error.value.field == field


def test_two_weeks_and_then_another_two_wn_3(people):
    arrange(people.handler, people.team_worker, days=14)

    assert arrange(people.handler, people.team_worker, first_day=TODAY + 14 * DAY, days=14).pk


def test_not_twice_at_once_and_not_for_oneself_wn_4(people):
    arrange(people.handler, people.team_worker, days=5)

    with pytest.raises(RuleViolation, match="neemt al waar op ma 23 november"):
        arrange(people.handler, people.third, first_day=TODAY + 4 * DAY, days=2)
    with pytest.raises(RuleViolation, match="Niemand neemt voor zichzelf waar"):
        arrange(people.third, people.third)


def test_who_cannot_do_the_work_does_not_wn_5(people, noord):
    with pytest.raises(RuleViolation, match="geen wijkwerker in dit cluster"):
        arrange(people.handler, people.team_manager)
    with pytest.raises(RuleViolation, match="geen wijkwerker, en kan"):
        arrange(people.handler, people.city_social_team, people.general_manager)
    both = also(people.handler, Role.TEAM_MANAGER, noord)
    with pytest.raises(RuleViolation, match="geen wijkteammanager"):
        arrange(both, people.third)
    also(people.third, Role.TEAM_MANAGER, noord)
    assert arrange(both, people.third).pk


def test_who_has_no_work_of_their_own_is_not_covered_wn_5(people):
    with pytest.raises(RuleViolation, match="geen rol met eigen werk"):
        arrange(people.contact_centre, people.handler, people.general_manager)


@pytest.mark.parametrize("ending", ["membership", "account"])
def test_not_beyond_the_end_of_the_deputy_wn_5(people, ending):
    end = TODAY + 3 * DAY
    if ending == "membership":
        ends(people.third, end)
    else:
        User.objects.filter(pk=people.third.pk).update(account_until=end)

    with pytest.raises(RuleViolation, match="eindigt voor vr 27 november") as error:
        arrange(people.handler, people.third, days=5)
    assert error.value.field == "deputy"
    assert arrange(people.handler, people.third, days=4).pk


def test_two_clicks_are_one_cover_wn_8(people):
    key = uuid.uuid4()
    one, two = (arrange(people.handler, people.third, submission_key=key) for _ in range(2))

    assert one == two
    assert (Cover.objects.count(), codes()) == (1, ["cover.arranged"])


@pytest.mark.parametrize("by", ["handler", "third", "team_manager", "general_manager"])
def test_it_is_ended_early_and_stays_as_history_wn_8(people, by):
    row = arrange(people.handler, people.third, days=5)
    Notice.objects.all().delete()
    who = fresh(getattr(people, by))

    end_cover(cover_id=row.pk, by=who)
    end_cover(cover_id=row.pk, by=who)

    row.refresh_from_db()
    assert (row.ended_at, row.ended_by) == (timezone.now(), who)
    assert codes() == ["cover.arranged", "cover.ended"]
    assert set(told(row)) == {people.handler.pk, people.third.pk} - {who.pk}
    assert arrange(people.handler, people.team_worker, days=5).pk


@pytest.mark.parametrize("other", ["team_worker", "outsider"])
def test_for_others_a_cover_does_not_exist_wn_8(people, other):
    row = arrange(people.handler, people.third)

    with pytest.raises(Cover.DoesNotExist):
        end_cover(cover_id=row.pk, by=getattr(people, other))


def test_who_has_no_work_of_their_own_may_not_end_one(people):
    with pytest.raises(PermissionDenied):
        end_cover(cover_id=1, by=people.contact_centre)


def test_what_is_over_by_itself_stays_as_it_is_wn_8(people):
    row = covered(people.handler, people.third, TODAY - DAY)

    with pytest.raises(RuleViolation, match="al voorbij"):
        end_cover(cover_id=row.pk, by=people.handler)


def test_old_covers_go_wn_9(people):
    covered(people.handler, people.third, TODAY - timedelta(days=731))
    old = covered(people.handler, people.third, TODAY - timedelta(days=732))

    assert (empty_old_covers(at=MONDAY), empty_old_covers(at=MONDAY)) == (1, 0)
    assert not Cover.objects.filter(pk=old.pk).exists()
    assert codes() == ["cover.destroyed"]
