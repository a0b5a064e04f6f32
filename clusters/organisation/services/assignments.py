"""Which cluster a neighbourhood belongs to changes from a day on; what was, stays (CLU-1)."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from clusters.organisation.models import Cluster, Neighbourhood, NeighbourhoodAssignment
from clusters.permissions import Action, require
from common.access import Person
from common.errors import RuleViolation


@transaction.atomic
def assign_neighbourhood(
    *, neighbourhood_id: int, cluster_id: int, first_day: date, by: Person
) -> NeighbourhoodAssignment:
    """From ``first_day`` on, the neighbourhood belongs to this cluster and to no other.

    Rules: CLU-1 (the old assignment ends the day before), CLU-2, CLU-3 (one district).
    Raises: RuleViolation for a day in the past, another district or a change planned later;
        PermissionDenied.
    Effects: audit line for the new assignment and for the one that ends.
    """
    neighbourhood = Neighbourhood.objects.select_for_update().get(pk=neighbourhood_id)
    decision = require(by, Action.ASSIGN_NEIGHBOURHOOD)
    cluster = Cluster.objects.get(pk=cluster_id)
    _refuse_past(first_day, "valid_from")
    if cluster.district_id != neighbourhood.district_id:
        raise RuleViolation(
            f"{neighbourhood} ligt in een ander stadsdeel dan cluster {cluster}.", field="cluster"
        )
    if neighbourhood.assignments.filter(valid_from__gte=first_day).exists():
        raise RuleViolation(
            "Er staat op of na deze dag al een wijziging gepland.", field="valid_from"
        )
    current = neighbourhood.assignments.valid_on(first_day).first()
    if current is not None:
        current.valid_until = first_day - timedelta(days=1)
        current.save(update_fields=["valid_until"])
        record("assignment.ended", current, by=by, decision=decision, fields=["valid_until"])
    created = NeighbourhoodAssignment.objects.create(
        neighbourhood=neighbourhood, cluster=cluster, valid_from=first_day
    )
    record("assignment.created", created, by=by, decision=decision)
    return created


@transaction.atomic
def end_assignment(*, assignment_id: int, last_day: date, by: Person) -> NeighbourhoodAssignment:
    """After ``last_day`` the neighbourhood belongs to no cluster, until it is assigned again.

    Rules: CLU-1 (the assignment stays as history).
    Raises: RuleViolation for a day before yesterday or before the assignment began;
        PermissionDenied.
    Effects: audit line.
    """
    assignment = NeighbourhoodAssignment.objects.select_for_update().get(pk=assignment_id)
    decision = require(by, Action.END_ASSIGNMENT)
    _refuse_past(last_day + timedelta(days=1), "valid_until")
    if last_day < assignment.valid_from:
        raise RuleViolation("De indeling was toen nog niet begonnen.", field="valid_until")
    if assignment.valid_until is not None and last_day > assignment.valid_until:
        raise RuleViolation("Deze indeling eindigt al eerder.", field="valid_until")
    assignment.valid_until = last_day
    assignment.save(update_fields=["valid_until"])
    record("assignment.ended", assignment, by=by, decision=decision, fields=["valid_until"])
    return assignment


def _refuse_past(first_day: date, field: str) -> None:
    """What held on days that are over is history."""
    if first_day < timezone.localdate():
        raise RuleViolation("Deze dag is al voorbij: kies vandaag of later.", field=field)
