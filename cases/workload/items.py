"""What somebody has to do, row by row: the list behind every number of the load (WL-6).

One query for every kind together; what a row shows is worked out from its key and its term, as
its own page does.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from cases.dossiers.models.files import reference_of
from cases.workload.kinds import KINDS, LoadKind
from clusters.models import Role, User
from common.deadlines import local_day
from common.dutch_dates import full_date
from common.templatetags.screen import address, deadline

MOST = 500
"""More rows than this nobody reads; the page says so."""
BEGUN = "dossiers"
"""The kind that has no term of its own."""
COLUMNS = ("kind_of", "pk", "due_of", "points", "resident_id", "file_of", "state_of", "person_of")
Narrow = Callable[[str], Q]


@dataclass(frozen=True)
class LoadItem:
    """One open piece of work: where it is found, by when, and what it weighs; no name (WL-6)."""

    kind: str
    number: int
    due_at: datetime
    points: int
    resident_id: int
    file_id: int | None
    state: str
    person_id: int | None = None

    @property
    def label(self) -> str:
        """What kind of work."""
        return KINDS[self.kind].label

    @property
    def reference(self) -> str:
        """The number by which people speak of it; of a task that of its dossier."""
        return str(self._bare) if self.file_id is None else reference_of(self.file_id)

    @property
    def url(self) -> str:
        """Where it is found."""
        key = self.number if self.file_id is None else self.file_id
        return address(KINDS[self.kind].page, key)

    @property
    def has_term(self) -> bool:
        """Whether there is a moment by which something must happen."""
        return self.kind != BEGUN

    @property
    def when(self) -> str:
        """The term as the page of that kind says it."""
        if not self.has_term:
            return f"loopt sinds {full_date(local_day(self.due_at))}"
        return deadline(getattr(self._bare, KINDS[self.kind].shown))

    def is_late(self, at: datetime) -> bool:
        """Whether its term is over."""
        return self.has_term and self.due_at <= at

    @property
    def _bare(self) -> Any:
        """A row with nothing but its key and its term."""
        kind = KINDS[self.kind]
        return kind.model(pk=self.number, **{kind.due: self.due_at})


def open_items(
    person: User | None,
    team_ids: Collection[int] | None,
    codes: Collection[str],
    at: datetime,
    narrow: Narrow = lambda code: Q(),
) -> list[LoadItem]:
    """The open work of these kinds with one employee or everybody, for these teams or all.

    What has a term stands first, the nearest on top. ``narrow`` says per kind which rows. One
    query.
    """
    thin = [_thin(code, person, team_ids, narrow(code), at) for code in codes]
    whole = thin[0].union(*thin[1:], all=True) if len(thin) > 1 else thin[0]
    found = [LoadItem(*row) for row in whole.order_by("due_of", "kind_of", "pk")[:MOST]]
    return sorted(found, key=lambda item: not item.has_term)


def items_of(person: User, seen_by: User, codes: Collection[str], at: datetime) -> list[LoadItem]:
    """The same as somebody may see it: a manager what stands with the teams one steers."""
    own = person.pk in seen_by.desk_ids and seen_by.acting_role != Role.TEAM_MANAGER
    return open_items(person, None if own else seen_by.team_ids, codes, at)


def _thin(
    code: str, person: User | None, team_ids: Collection[int] | None, which: Q, at: datetime
) -> QuerySet[Any, Any]:
    """The columns that every kind has, in one order."""
    kind: LoadKind = KINDS[code]
    rows = kind.weighed(at).filter(which).order_by()
    if person is not None:
        rows = rows.filter(**{kind.person: person})
    if team_ids is not None:
        rows = rows.filter(**{f"{kind.team}__in": team_ids})
    in_file = kind.through != "pk"
    return rows.annotate(
        kind_of=Value(code),
        due_of=F(kind.due),
        file_of=F(kind.through) if in_file else Cast(Value(None), BigIntegerField()),
        person_of=F(f"{kind.person}_id"),
        state_of=F("state") if hasattr(kind.model, "state") else Value("", CharField()),
    ).values_list(*COLUMNS)
