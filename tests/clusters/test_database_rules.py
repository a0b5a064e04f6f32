"""Raw SQL against the rules of the organisation: what the ORM would never send is refused too."""

import threading
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from clusters import database_rules
from clusters.models import NeighbourhoodAssignment, TeamKind
from tests.factories import (
    AssignmentFactory,
    ClusterFactory,
    DistrictFactory,
    NeighbourhoodFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
PAST, LATER = date(2026, 1, 1), date(2199, 1, 1)
ADD = (
    "INSERT INTO clusters_neighbourhoodassignment"
    " (neighbourhood_id, cluster_id, valid_from, valid_until) VALUES (%s, %s, %s, %s)"
)


def run(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def refused(sql, *values):
    with pytest.raises(IntegrityError) as error:
        run(sql, *values)
    return str(error.value)


@pytest.fixture
def assignment():
    """A neighbourhood that is in a cluster from 2026 on, until further notice."""
    return AssignmentFactory(valid_from=PAST)


@pytest.fixture
def neighbour_cluster(assignment):
    """Another cluster in the same district."""
    return ClusterFactory(district=assignment.cluster.district)


@pytest.mark.parametrize(
    ("begin", "end"),
    [(PAST, None), (LATER, None), (date(2025, 1, 1), PAST), (LATER, LATER), (PAST, PAST)],
)
def test_neighbourhood_in_two_clusters_on_one_day_is_refused(
    assignment, neighbour_cluster, begin, end
):
    message = refused(ADD, assignment.neighbourhood_id, neighbour_cluster.pk, begin, end)

    assert "assignment_one" in message or "neighbourhood_id" in message


def test_neighbourhood_in_another_cluster_from_the_day_after_is_welcome(
    assignment, neighbour_cluster
):
    NeighbourhoodAssignment.objects.filter(pk=assignment.pk).update(valid_until=date(2027, 6, 30))

    run(ADD, assignment.neighbourhood_id, neighbour_cluster.pk, date(2027, 7, 1), None)
    run(
        ADD, assignment.neighbourhood_id, neighbour_cluster.pk, date(2025, 1, 1), date(2025, 12, 31)
    )

    assert NeighbourhoodAssignment.objects.count() == 3


def test_period_that_is_stretched_over_the_next_one_is_refused(assignment, neighbour_cluster):
    NeighbourhoodAssignment.objects.filter(pk=assignment.pk).update(valid_until=date(2027, 6, 30))
    run(ADD, assignment.neighbourhood_id, neighbour_cluster.pk, date(2027, 7, 1), None)

    message = refused(
        "UPDATE clusters_neighbourhoodassignment SET valid_until = %s WHERE id = %s",
        date(2027, 7, 1),
        assignment.pk,
    )

    assert "assignment_one_cluster_a_day" in message


def test_neighbourhood_in_a_cluster_of_another_district_is_refused(assignment):
    elsewhere = ClusterFactory()
    loose = NeighbourhoodFactory(district=assignment.cluster.district)

    assert "assignment_in_one_district" in refused(ADD, loose.pk, elsewhere.pk, PAST, None)
    run(ADD, loose.pk, assignment.cluster_id, LATER, None)
    assert "assignment_in_one_district" in refused(
        "UPDATE clusters_neighbourhoodassignment SET cluster_id = %s WHERE neighbourhood_id = %s",
        elsewhere.pk,
        loose.pk,
    )


@pytest.mark.parametrize("table", ["cluster", "neighbourhood"])
def test_moving_to_another_district_without_the_other_is_refused(assignment, table):
    other = DistrictFactory()
    key = {"cluster": assignment.cluster_id, "neighbourhood": assignment.neighbourhood_id}[table]
    move = f"UPDATE clusters_{table} SET district_id = %s WHERE id = %s"

    assert f"{table}_stays_in_district" in refused(move, other.pk, key)
    assert run(f"UPDATE clusters_{table} SET name = %s WHERE id = %s", "Anders", key) == 1


def test_deviating_cluster_gets_no_team_of_its_own():
    tenth = ClusterFactory(deviating=True)
    other = TeamFactory()

    message = refused("UPDATE clusters_team SET cluster_id = %s WHERE id = %s", tenth.pk, other.pk)

    assert "team_not_of_deviating_cluster" in message
    with pytest.raises(IntegrityError, match="deviating"), transaction.atomic():
        TeamFactory(cluster=tenth)
    assert TeamFactory(cluster=tenth, valid_until=date(2025, 1, 1)).pk


def test_cluster_with_a_running_team_cannot_become_deviating():
    team, haven = TeamFactory(), TeamFactory()
    change = "UPDATE clusters_cluster SET deviating_service = %s, routes_to_id = %s WHERE id = %s"

    assert "cluster_deviating_without_team" in refused(change, True, haven.pk, team.cluster_id)
    run("UPDATE clusters_team SET valid_until = %s WHERE id = %s", date(2025, 1, 1), team.pk)
    assert run(change, True, haven.pk, team.cluster_id) == 1
    assert "team_not_of_deviating_cluster" in refused(
        "UPDATE clusters_team SET valid_until = NULL WHERE id = %s", team.pk
    )


def test_route_leads_to_a_wijkteam_only():
    tenth = ClusterFactory(deviating=True)
    desk = TeamFactory(kind=TeamKind.CONTACT_CENTRE)

    assert "cluster_routes_to_wijkteam" in refused(
        "UPDATE clusters_cluster SET routes_to_id = %s WHERE id = %s", desk.pk, tenth.pk
    )
    assert "team_of_route_stays_wijkteam" in refused(
        "UPDATE clusters_team SET kind = %s, cluster_id = NULL WHERE id = %s",
        "contact_centre",
        tenth.routes_to_id,
    )
    with pytest.raises(IntegrityError, match="routes_to"), transaction.atomic():
        ClusterFactory(deviating_service=True, routes_to=desk)


def test_assignment_that_has_begun_is_history(assignment):
    remove = "DELETE FROM clusters_neighbourhoodassignment WHERE id = %s"
    planned = AssignmentFactory(valid_from=LATER)

    assert "assignment_history_kept" in refused(remove, assignment.pk)
    assert run(remove, planned.pk) == 1


def test_assignment_that_has_begun_can_end_but_not_change(assignment, neighbour_cluster):
    change = "UPDATE clusters_neighbourhoodassignment SET {} = %s WHERE id = %s"

    for column, value in (("cluster_id", neighbour_cluster.pk), ("valid_from", LATER)):
        assert "assignment_history_fixed" in refused(change.format(column), value, assignment.pk)
    end = date.today() + timedelta(days=1)  # noqa: DTZ011 - any day to come
    assert run(change.format("valid_until"), end, assignment.pk) == 1


@pytest.mark.sqlite
@pytest.mark.parametrize("table", ["neighbourhoodassignment", "neighbourhood", "cluster", "team"])
def test_row_cannot_be_replaced_behind_the_rules(assignment, table):
    TeamFactory(pk=assignment.cluster_id, cluster=assignment.cluster)
    name = f"clusters_{table}"

    message = refused(f"INSERT OR REPLACE INTO {name} SELECT * FROM {name}")

    assert "_not_replaced" in message or "assignment_one" in message


def present_triggers():
    query = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def test_every_rule_is_in_the_database_and_can_be_taken_out_again():
    names = {name for name, _table in database_rules.trigger_names(connection.vendor)}

    assert names <= present_triggers()
    database_rules.remove(connection)
    assert not names & present_triggers()
    database_rules.install(connection)
    assert names <= present_triggers()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_people_assigning_one_neighbourhood_at_once_one_wins():
    first = AssignmentFactory(valid_from=LATER)
    clusters = [first.cluster_id, ClusterFactory(district=first.cluster.district).pk]
    neighbourhood_id = NeighbourhoodFactory(district=first.cluster.district).pk
    start, outcomes = threading.Barrier(2), []

    def assign(cluster_id, begin):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                start.wait()
                cursor.execute(ADD, (neighbourhood_id, cluster_id, begin, LATER))
            outcomes.append("in")
        except (IntegrityError, OperationalError) as error:
            # PostgreSQL may also find the two waiting for each other, and refuse one for that.
            refused = ("assignment_one_cluster_a_day", "deadlock detected")
            outcomes.append(any(reason in str(error) for reason in refused))
        finally:
            connection.close()

    # Two different first days: no unique constraint would notice.
    threads = [
        threading.Thread(target=assign, args=(cluster_id, date(2026, 1, day)))
        for day, cluster_id in enumerate(clusters, start=1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(map(str, outcomes)) == ["True", "in"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_moving_a_cluster_while_somebody_assigns_to_it_waits_and_is_refused():
    cluster, district = ClusterFactory(), DistrictFactory()
    neighbourhood = NeighbourhoodFactory(district=cluster.district)
    assigned, outcomes = threading.Event(), []

    def move():
        assigned.wait()
        try:
            run(
                "UPDATE clusters_cluster SET district_id = %s WHERE id = %s",
                district.pk,
                cluster.pk,
            )
            outcomes.append("moved")
        except IntegrityError as error:
            outcomes.append("cluster_stays_in_district" in str(error))
        finally:
            connection.close()

    thread = threading.Thread(target=move)
    thread.start()
    with transaction.atomic():
        AssignmentFactory(cluster=cluster, neighbourhood=neighbourhood)
        assigned.set()
        thread.join(timeout=0.5)  # waits for our commit
        assert thread.is_alive()
    thread.join()

    assert outcomes == [True]
