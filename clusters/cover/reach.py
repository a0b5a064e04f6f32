"""Whose desk a deputy minds, and who minds a desk: the one place that knows (WN-7).

``User.desk_ids`` is what a scope asks: it comes along in the query of the roles, once per request.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Expression, QuerySet

from clusters.cover.chain import MOST_LINKS
from clusters.cover.models import Cover
from clusters.notices.following import tells_deputies
from clusters.people.models import User
from clusters.people.reaching import tells_minded
from common.deadlines import local_day

JOINED = {"postgresql": "string_agg(person_id::text, ',')", "sqlite": "group_concat(person_id)"}
ALONG = """
(WITH RECURSIVE minded(person_id, link) AS (
    SELECT CAST(%s AS bigint), 0
    UNION
    SELECT c.employee_id, m.link + 1
    FROM clusters_cover c JOIN minded m ON c.deputy_id = m.person_id
    WHERE c.ended_at IS NULL AND c.first_day <= %s AND c.last_day >= %s AND m.link < %s
) SELECT {joined} FROM minded WHERE link > 0)
"""


class Minded(Expression):
    """The numbers of everybody whose desk this employee minds on a day, with commas between."""

    output_field = CharField()

    def __init__(self, person_id: int, day: date) -> None:
        super().__init__()
        self.person_id, self.day = person_id, day

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Written out by hand: built on every page, and the ORM knows no recursion."""
        day = connection.ops.adapt_datefield_value(self.day)
        sql = ALONG.format(joined=JOINED[connection.vendor])
        return sql, [self.person_id, day, day, MOST_LINKS]


@tells_minded
def minded(person_id: int, day: date) -> Minded:
    """For the query of the roles."""
    return Minded(person_id, day)


def covered_by(deputy: User, day: date) -> QuerySet[User]:
    """Everybody whose desk ``deputy`` minds on ``day``, along a chain too; one query."""
    ids = User.objects.filter(pk=deputy.pk).values_list(Minded(deputy.pk, day), flat=True)
    return User.objects.filter(pk__in=numbers(ids.first())).exclude(pk=deputy.pk)


def deputies_of(people: Collection[int], day: date) -> dict[int, list[int]]:
    """Who minds the desk of each of these people on ``day``, the nearest first.

    A query per link, and none without people; mostly the first finds nothing.
    """
    found: dict[int, list[int]] = defaultdict(list)
    ends = {person_id: {person_id} for person_id in people}
    for _ in range(MOST_LINKS):
        rows = Cover.objects.running(day).filter(employee__in=ends)
        links = list(rows.values_list("employee_id", "deputy_id")) if ends else []
        following: dict[int, set[int]] = defaultdict(set)
        for person_id, deputy_id in links:
            for begin in sorted(ends[person_id]):
                found[begin].append(deputy_id)
            following[deputy_id] |= ends[person_id]
        ends = following
    return dict(found)


@tells_deputies
def hearing_for(people: Collection[int], at: datetime) -> dict[int, str]:
    """Who hears what these people hear, and for whom (WN-10); mostly one query, which is empty."""
    found = deputies_of(people, local_day(at))
    persons = User.objects.in_bulk(found) if found else {}
    return {
        deputy_id: str(persons[person_id])
        for person_id in sorted(found, reverse=True)
        for deputy_id in found[person_id]
    }


def deputies_during(cover: Cover) -> list[User]:
    """The deputy, and whoever covered for that one meanwhile, ended or not; a query per link."""
    found, ends = {cover.deputy_id}, {cover.deputy_id}
    during = Cover.objects.touching(cover.first_day, cover.real_last_day)
    for _ in range(MOST_LINKS - 1):
        further = during.filter(employee__in=ends).exclude(deputy=cover.employee_id)
        ends = set(further.values_list("deputy_id", flat=True)) - found
        found |= ends
    return list(User.objects.filter(pk__in=found))


def numbers(told: str | None) -> frozenset[int]:
    """What ``Minded`` says, as numbers."""
    return frozenset(int(each) for each in (told or "").split(",") if each)
