"""How much work somebody has, in points: one expression for a choice, a table and a list (WL-2)."""

from datetime import datetime
from functools import reduce
from operator import add
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from cases.workload.kinds import KINDS, LoadKind
from clusters.people.load import tells_load


@tells_load
def load_of(person: str, at: datetime) -> Combinable:
    """All points together of the employee in column ``person`` of the query it is put in."""
    return reduce(add, (_points(kind, person, at) for kind in KINDS.values()))


def counted(people: QuerySet[Any], team_ids: frozenset[int], at: datetime) -> QuerySet[Any]:
    """These people with their ``load``, and of each kind how many stand with these teams.

    ``count_dossiers`` and so on; one query.
    """
    counts = {f"count_{code}": _count(kind, team_ids) for code, kind in KINDS.items()}
    return people.annotate(load=load_of("pk", at), **counts)


def _points(kind: LoadKind, person: str, at: datetime) -> Combinable:
    """The points of one kind; 0 when there is nothing."""
    rows = kind.weighed(at).filter(**{kind.person: OuterRef(person)}).order_by()
    summed = rows.values(kind.person).annotate(total=Sum("points")).values("total")
    return Coalesce(Subquery(summed), Value(0), output_field=IntegerField())


def _count(kind: LoadKind, team_ids: frozenset[int]) -> Combinable:
    """How many of one kind stand with these teams; 0 when there is nothing."""
    rows = kind.rows().filter(Q(**{f"{kind.team}__in": team_ids, kind.person: OuterRef("pk")}))
    found = rows.order_by().values(kind.person).annotate(total=Count("pk")).values("total")
    return Coalesce(Subquery(found), Value(0), output_field=IntegerField())
