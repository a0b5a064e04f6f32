"""The one query of Mijn werk, worked out once for everybody in the same position (ADR 47).

So many kinds with their rules of access take Django longer to write down than the database needs
to answer. So they are written down for a stand-in with the role and as many teams, clusters and
desks to mind, whose numbers nobody has, and kept for an hour; whoever asks puts their own numbers
in its place, and the moment they ask. What a kind lists can then only hang on these numbers and the
role: anything else would need a query or a column the stand-in has not, and that fails at once for
everybody. And on the clock: a midnight is a day's, every other moment goes along with it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, NoReturn, Self

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import BigIntegerField, F, Model, QuerySet, TextField, Value
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import Cast, JSONArray
from django.utils import timezone

from cases.models import Resident
from clusters.models import Membership, Team, User
from common.deadlines import local_day
from common.weeks import midnight
from dashboards.planned import Statement, answers, with_places
from dashboards.shapes import Shape, shape_of
from dashboards.work import MINE_SHOWN, WHO, Kind

PERSON, TEAM, CLUSTER, MINDED = 1_900_000_000, 1_901_000_000, 1_902_000_000, 1_903_000_000
ANY_OF_THEM = re.compile(r"190[0-3]000\d{3}")
KEPT = 256
ARRAYS = {"postgresql": "jsonb_build_array", "sqlite": "json_array"}

Found = list[tuple[str, Any]]
Asked = dict[str, tuple[Kind, Any]]


@dataclass(frozen=True)
class Position:
    """All that the text of the query hangs on."""

    role: str
    teams: int
    clusters: int
    minded: int

    @classmethod
    def of(cls, user: User) -> Self:
        """That of an employee, in the role in effect."""
        counts = (len(user.team_ids), len(_clusters(user)), len(user.minded_ids))
        return cls(user.acting_role, *counts)

    def stand_in(self) -> User:
        """Somebody in this position with nothing but numbers."""
        person = _bare(User, id=PERSON)
        places = [
            (TEAM + each, CLUSTER + each if each < self.clusters else None)
            for each in range(self.teams)
        ]
        person.__dict__ |= {
            "acting_role": self.role,
            "team_ids": frozenset(team for team, _ in places),
            "minded_ids": frozenset(MINDED + each for each in range(self.minded)),
            "acting_memberships": [_membership(team, cluster) for team, cluster in places],
        }
        found: User = person
        return found


@dataclass(frozen=True)
class Prepared:
    """The query with the numbers of the stand-in, and the shape of each kind of row."""

    sql: str
    params: tuple[Any, ...]
    shapes: Mapping[str, Shape]
    written_at: datetime

    def rows_of(self, user: User, at: datetime) -> Found:
        """The first fifty of this employee at this moment, each with its kind; one query."""
        own: dict[Any, Any] = {PERSON: user.pk}
        own |= {TEAM + each: number for each, number in enumerate(sorted(user.team_ids))}
        own |= {CLUSTER + each: number for each, number in enumerate(sorted(_clusters(user)))}
        own |= {MINDED + each: number for each, number in enumerate(sorted(user.minded_ids))}
        later = at - self.written_at
        own |= {each: each + later for each in self.params if goes_along(each)}
        return [self._row(*told) for told in self._told(own)]

    @cached_property
    def statement(self) -> Statement:
        """The query with a place for what differs; of PostgreSQL only."""
        return with_places(self.sql, self.params, _differs)

    def _told(self, own: Mapping[Any, Any]) -> list[Any]:
        """What the database says, with these numbers and moments in place of those it was
        written with."""
        if connection.vendor == "postgresql":
            return answers(self.statement, [own[each] for each in self.statement.values])
        with connection.cursor() as cursor:
            filled = [own[each] if _differs(each) else each for each in self.params]
            cursor.execute(self.sql, filled)
            return list(cursor.fetchall())

    def _row(self, name: str, told: str, who: str) -> tuple[str, Any]:
        """The kind, and the object with its resident and whose work it is."""
        shown, holders = json.loads(told)
        row = self.shapes[name].row(shown)
        row.work_holders = holders
        about = shape_of(Resident, WHO).read(who)
        if about is not None:
            row.resident = about
        return name, row


def work_of(user: User, kinds: Mapping[str, Kind]) -> Found:
    """What waits for somebody, the nearest term first; no query when they may see nothing."""
    at = timezone.now()
    position: Any = Position.of(user)
    prepared = prepare(position, _kept_from(at), tuple(kinds.items()))
    return prepared.rows_of(user, at) if prepared else []


def _kept_from(at: datetime) -> datetime:
    """The hour of this moment; its minute on SQLite, which is told moments as text."""
    whole = at.replace(second=0, microsecond=0)
    return whole.replace(minute=0) if connection.vendor == "postgresql" else whole


@lru_cache(maxsize=KEPT)
def prepare(
    position: Position, since: datetime, kinds: Sequence[tuple[str, Kind]]
) -> Prepared | None:
    """The query for a position; None when nobody in it may see anything.

    ``since`` is in the key because a kind may ask what day it is. No query is done.
    """
    person, written_at = position.stand_in(), timezone.now()
    with connection.execute_wrapper(_refuse):
        asked: Asked = {name: (kind, kind.rows(person)) for name, kind in kinds}
    shapes = {name: shape_of(rows.model, kind.shows) for name, (kind, rows) in asked.items()}
    thin = {name: _thin(name, *each) for name, each in asked.items()}
    thin = {name: rows for name, rows in thin.items() if not rows.query.is_empty()}
    if not thin:
        return None
    first, *others = thin.values()
    whole = first.union(*others, all=True).order_by("work_due", "work_kind")[:MINE_SHOWN]
    try:
        sql, params = whole.query.sql_with_params()
    except EmptyResultSet:
        return None
    shown = {name: (shapes[name], asked[name][0].holders) for name in thin}
    sql, params = _with_rows(sql, params, shown)
    _check(sql, params)
    return Prepared(sql, params, shapes, written_at)


def _with_rows(
    sql: str, params: Sequence[Any], kinds: Mapping[str, tuple[Shape, tuple[str, ...]]]
) -> tuple[str, tuple[Any, ...]]:
    """What is shown of the fifty that are left, whose work each is and who it is about: nothing of
    the others."""
    name, array = connection.ops.quote_name, ARRAYS[connection.vendor]
    columns = ", ".join(f"who.{name(each)}" for each in shape_of(Resident, WHO).paths)
    shown: list[str] = []
    before: list[Any] = []
    for kind, (shape, holders) in kinds.items():
        row, its = _row_of(shape, holders)
        shown.append(f"WHEN %s THEN ({row})")
        before += [kind, *its]
    whole = (
        f"SELECT work.work_kind, CASE work.work_kind {' '.join(shown)} END,"  # noqa: S608
        f" {array}({columns}) FROM ({sql}) work"
        f" LEFT JOIN {name(Resident._meta.db_table)} who ON who.id = work.work_resident"
        " ORDER BY work.work_due, work.work_kind"
    )
    return whole, (*before, *params)


def _row_of(shape: Shape, holders: Sequence[str]) -> tuple[str, Sequence[Any]]:
    """The columns that are shown of the row at hand, and who hold it; that it may be seen is
    decided."""
    key: Any = shape.model._meta.pk
    number = f"CAST(work.work_key AS {key.cast_db_type(connection)})"
    rows = shape.model._base_manager.filter(pk=RawSQL(number, ())).order_by()  # noqa: S611
    told = JSONArray(shape.array(), JSONArray(*(f"{each}_id" for each in holders)))
    return rows.values_list(told).query.sql_with_params()


def _thin(name: str, kind: Kind, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """What every kind has in common: its name, the moment, about whom, and the key of the row."""
    marked = rows.order_by().annotate(
        work_kind=Value(name),
        work_due=kind.due,
        work_resident=_about(rows.model),
        work_key=Cast("pk", TextField()),
    )
    return marked.values_list("work_kind", "work_due", "work_resident", "work_key")


def _about(model: type[Model]) -> Combinable:
    """The column that says about whom it is; a signal is about nobody yet (SG-8)."""
    if any(each.name == "resident" for each in model._meta.concrete_fields):
        return F("resident_id")
    return Value(None, output_field=BigIntegerField())


def _check(sql: str, params: Sequence[Any]) -> None:
    """Every number of the stand-in is one that will be replaced."""
    others = [str(each) for each in params if not _is_number(each)]
    if any(ANY_OF_THEM.search(text) for text in (sql, *others)):
        raise RuntimeError("a kind of work hides the number of an employee, a team or a cluster")


def goes_along(value: Any) -> bool:
    """Whether it is a moment that was told by the clock, and not the border of a day."""
    return isinstance(value, datetime) and value != midnight(local_day(value))


def _differs(value: Any) -> bool:
    """Whether it is another one for who asks, or when they ask."""
    return _is_number(value) or goes_along(value)


def _is_number(value: Any) -> bool:
    """Whether it is a number of the stand-in."""
    return isinstance(value, int) and ANY_OF_THEM.fullmatch(str(value)) is not None


def _refuse(*_query: Any) -> NoReturn:
    raise RuntimeError("a kind of work does a query to know which rows there are")


def _clusters(user: User) -> set[int]:
    teams = (row.team for row in user.acting_memberships if row.team is not None)
    return {team.cluster_id for team in teams if team.cluster_id is not None}


def _membership(team: int, cluster: int | None) -> Any:
    row = _bare(Membership, user_id=PERSON, team_id=team)
    row.team = _bare(Team, id=team, cluster_id=cluster)
    return row


def _bare(model: type[Model], **facts: Any) -> Any:
    """An object with these columns only; asking it for another one is a query."""
    names = [each.attname for each in model._meta.concrete_fields if each.attname in facts]
    return model.from_db(DEFAULT_DB_ALIAS, names, [facts[name] for name in names])
