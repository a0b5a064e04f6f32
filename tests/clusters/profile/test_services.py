"""Wishing and letting a wish lapse: every rule, who may, and what stays (TP-1 to TP-4)."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from clusters.models import Cluster, ProfileWish
from clusters.profile.services import set_wish, withdraw_wish
from common.errors import RuleViolation
from tests.clusters.profile.conftest import DAY, TODAY, wish
from tests.factories import SpecialismFactory
from tests.factories.profile import ProfileWishFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def schulden():
    return SpecialismFactory(label="Schulden")


def rows():
    found = ProfileWish.objects.order_by("valid_from")
    return [(str(row.fte), row.valid_from, row.valid_until) for row in found]


def test_a_wish_is_kept_and_the_trail_says_so(people, noord, schulden):
    row = wish(people.general_manager, noord.cluster, schulden, "1.25")

    assert rows() == [("1.25", TODAY, None)]
    event = AuditEvent.objects.get(code="profile.set")
    assert (event.object_id, event.actor_id) == (str(row.pk), people.general_manager.pk)


def test_what_held_ends_the_day_before_tp_3(people, noord, schulden):
    ProfileWishFactory(cluster=noord.cluster, specialism=schulden, valid_from=TODAY - 9 * DAY)
    wish(people.general_manager, noord.cluster, schulden, "2.00", valid_from=TODAY + DAY)

    assert rows() == [("1.00", TODAY - 9 * DAY, TODAY), ("2.00", TODAY + DAY, None)]


def test_the_same_day_again_is_another_number_and_the_same_is_once_tp_3(people, noord, schulden):
    for fte in ("2.00", "3.00", "3.00"):
        wish(people.general_manager, noord.cluster, schulden, fte)

    assert rows() == [("3.00", TODAY, None)]
    assert AuditEvent.objects.filter(code="profile.set").count() == 2


def test_what_begins_later_stays_tp_3(people, noord, schulden):
    wish(people.general_manager, noord.cluster, schulden, "2.50", valid_from=TODAY + 9 * DAY)
    for until in (None, TODAY + 9 * DAY):
        with pytest.raises(RuleViolation, match="2,50 fte"):
            wish(people.general_manager, noord.cluster, schulden, valid_until=until)
    wish(people.general_manager, noord.cluster, schulden, valid_until=TODAY + 8 * DAY)

    assert len(rows()) == 2


@pytest.mark.parametrize("fte", ["-0.01", "-5", "1000", "0.001", "NaN", "Infinity"])
def test_a_number_that_cannot_be_is_refused_tp_1(people, noord, schulden, fte):
    with pytest.raises(RuleViolation) as broken:
        wish(people.general_manager, noord.cluster, schulden, fte)
    assert broken.value.field == "fte"
    assert rows() == []


def test_nothing_is_a_wish_too_tp_1(people, noord, schulden):
    wish(people.general_manager, noord.cluster, schulden, "0")
    assert rows() == [("0.00", TODAY, None)]


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [(-1, None, "valid_from"), (5 * 366 + 1, None, "valid_from"), (3, 2, "valid_until")],
)
def test_days_that_cannot_be_are_refused_tp_3(people, noord, schulden, first, last, field):
    until = None if last is None else TODAY + last * DAY
    with pytest.raises(RuleViolation) as broken:
        wish(
            people.general_manager,
            noord.cluster,
            schulden,
            valid_from=TODAY + first * DAY,
            valid_until=until,
        )
    assert broken.value.field == field


@pytest.mark.parametrize("who", ["team_manager", "handler", "outsider"])
def test_only_the_general_manager_sets_it_tp_2(people, noord, schulden, who):
    with pytest.raises(PermissionDenied):
        wish(getattr(people, who), noord.cluster, schulden)
    row = ProfileWishFactory(cluster=noord.cluster)
    with pytest.raises(PermissionDenied):
        withdraw_wish(wish_id=row.pk, by=getattr(people, who))


def test_a_cluster_that_ended_has_no_profile_to_set(people, noord, schulden):
    Cluster.objects.filter(pk=noord.cluster_id).update(valid_until=TODAY - DAY)
    with pytest.raises(Cluster.DoesNotExist):
        set_wish(
            cluster_id=noord.cluster_id,
            specialism=schulden,
            fte=Decimal(1),
            valid_from=TODAY,
            valid_until=None,
            stand=None,
            by=people.general_manager,
        )


def test_what_has_not_begun_goes_and_what_runs_ends_yesterday_tp_4(people, noord, schulden):
    by = people.general_manager
    running = ProfileWishFactory(cluster=noord.cluster, valid_from=TODAY - 9 * DAY)
    coming = wish(by, noord.cluster, schulden, valid_from=TODAY + DAY)
    for _ in range(2):  # twice is once
        withdraw_wish(wish_id=running.pk, by=by)
        withdraw_wish(wish_id=coming.pk, by=by)

    assert rows() == [("1.00", TODAY - 9 * DAY, TODAY - DAY)]
    assert AuditEvent.objects.filter(code="profile.withdrawn").count() == 2


def test_what_is_over_stays_as_it_was_tp_4(people, noord):
    row = ProfileWishFactory(
        cluster=noord.cluster, valid_from=TODAY - 9 * DAY, valid_until=TODAY - 2 * DAY
    )
    with pytest.raises(RuleViolation, match="voorbij"):
        withdraw_wish(wish_id=row.pk, by=people.general_manager)
