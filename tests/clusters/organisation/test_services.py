from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from audit.models import AuditEvent
from clusters.models import (
    ClosingDay,
    Cluster,
    Neighbourhood,
    NeighbourhoodAssignment,
    OpeningHours,
    PostcodeRule,
    Role,
    Team,
    decree_days,
)
from clusters.organisation.routing import route_address
from clusters.organisation.services import (
    assign_neighbourhood,
    end_assignment,
    load_organisation,
)
from common.errors import RuleViolation
from tests.factories import AssignmentFactory, ClusterFactory, MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def maintainer():
    return MembershipFactory(role=Role.APPLICATION_MANAGER).user


@pytest.fixture
def assignment():
    return AssignmentFactory()


def assign(assignment, cluster, first_day, by):
    return assign_neighbourhood(
        neighbourhood_id=assignment.neighbourhood_id,
        cluster_id=cluster.pk,
        first_day=first_day,
        by=by,
    )


def neighbour(assignment):
    return ClusterFactory(district=assignment.cluster.district)


def test_assign_neighbourhood_ends_the_old_assignment_the_day_before(assignment, maintainer, today):
    created = assign(assignment, neighbour(assignment), today, maintainer)

    assignment.refresh_from_db()
    assert assignment.valid_until == today - timedelta(days=1)
    assert (created.valid_from, created.valid_until) == (today, None)
    codes = AuditEvent.objects.order_by("pk").values_list("code", flat=True)
    assert list(codes) == ["assignment.ended", "assignment.created"]


@pytest.mark.parametrize(("days", "field"), [(-1, "valid_from"), (-400, "valid_from")])
def test_assign_neighbourhood_on_a_day_that_is_over_is_refused(
    assignment, maintainer, today, days, field
):
    with pytest.raises(RuleViolation, match="al voorbij") as broken:
        assign(assignment, neighbour(assignment), today + timedelta(days=days), maintainer)

    assert broken.value.field == field


def test_assign_neighbourhood_to_another_district_is_refused(assignment, maintainer, today):
    with pytest.raises(RuleViolation, match="ander stadsdeel"):
        assign(assignment, ClusterFactory(), today, maintainer)


def test_assign_neighbourhood_before_a_planned_change_is_refused(assignment, maintainer, today):
    cluster = neighbour(assignment)
    assign(assignment, cluster, today + timedelta(days=9), maintainer)

    for days in (5, 9):
        with pytest.raises(RuleViolation, match="gepland"):
            assign(assignment, cluster, today + timedelta(days=days), maintainer)
    assert NeighbourhoodAssignment.objects.count() == 2


def test_end_assignment_keeps_it_as_history(assignment, maintainer, today):
    ended = end_assignment(
        assignment_id=assignment.pk, last_day=today - timedelta(days=1), by=maintainer
    )

    assert ended.valid_until == today - timedelta(days=1)
    assert AuditEvent.objects.get().fields == ["valid_until"]


def test_end_assignment_cannot_rewrite_what_is_over(assignment, maintainer, today):
    soon = today + timedelta(days=5)
    plan = AssignmentFactory(valid_from=soon)
    end_assignment(assignment_id=assignment.pk, last_day=soon, by=maintainer)

    for row, last_day, text in (
        (assignment, today - timedelta(days=2), "al voorbij"),
        (assignment, soon + timedelta(days=1), "eindigt al eerder"),
        (plan, today, "nog niet begonnen"),
    ):
        with pytest.raises(RuleViolation, match=text):
            end_assignment(assignment_id=row.pk, last_day=last_day, by=maintainer)


def test_other_roles_do_not_assign(assignment, today):
    manager = MembershipFactory(role=Role.GENERAL_MANAGER).user

    with pytest.raises(PermissionDenied):
        assign(assignment, neighbour(assignment), today, manager)
    with pytest.raises(PermissionDenied):
        end_assignment(assignment_id=assignment.pk, last_day=today, by=manager)
    assert not AuditEvent.objects.exists()


def test_load_organisation_makes_ten_clusters_and_nine_wijkteams(today):
    load_organisation()

    assert Cluster.objects.valid_on(today).count() == 10
    assert Team.objects.filter(kind="wijkteam").count() == 9
    assert list(Cluster.objects.filter(is_illustrative=False).values_list("code", flat=True)) == [
        "HOU"
    ]
    tenth = Cluster.objects.for_overview(today).get(deviating_service=True)
    assert tenth.routes_to.code == "wijkteam-haven"
    assert tenth.norm_text == "0,9 × de norm"
    buiten = Team.objects.filter(locations__code="buiten").values_list("code", flat=True)
    assert sorted(buiten) == ["wijkteam-buiten-oost", "wijkteam-buiten-west"]


def test_load_organisation_gives_every_neighbourhood_a_route_by_postcode(today):
    load_organisation()

    for rule in PostcodeRule.objects.select_related("neighbourhood"):
        route = route_address(
            postcode=rule.pc4 + rule.letters, house_number=rule.from_number, day=today
        )
        assert route.neighbourhood == rule.neighbourhood
    covered = PostcodeRule.objects.values("neighbourhood").distinct().count()
    assert covered == Neighbourhood.objects.count() == 47
    sourced = PostcodeRule.objects.filter(is_illustrative=False).values_list("pc4", flat=True)
    assert sorted(sourced) == ["1312", "1315", "1323", "1324"]


def test_load_organisation_twice_adds_nothing_and_keeps_what_was_changed():
    assert load_organisation()
    Cluster.objects.filter(code="HAV").update(name="Haven aan zee")
    OpeningHours.objects.filter(weekday=4).delete()
    events = AuditEvent.objects.count()

    assert load_organisation() == []

    assert Cluster.objects.get(code="HAV").name == "Haven aan zee"
    assert OpeningHours.objects.count() == 4
    assert AuditEvent.objects.count() == events


def test_load_organisation_dry_run_leaves_nothing():
    assert "cluster:HAV" in load_organisation(dry_run=True)

    assert not Cluster.objects.exists()
    assert not AuditEvent.objects.exists()


def test_load_organisation_opens_from_monday_to_friday_and_knows_the_decree_days():
    load_organisation()

    hours = OpeningHours.objects.values_list("weekday", "opens", "closes")
    assert {(day, f"{a:%H:%M}", f"{b:%H:%M}") for day, a, b in hours} == {
        (day, "08:30", "17:00") for day in range(5)
    }
    assert date(2026, 5, 15) in ClosingDay.objects.values_list("date", flat=True)
    assert decree_days() == {
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    }
