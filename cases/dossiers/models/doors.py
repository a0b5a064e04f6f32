"""Which pages that lines are about open for an employee: each room says who may come in (DS-12)."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import IntegerField, Q, QuerySet, Value

from cases.callbacks.models import CallbackRequest
from cases.dossiers.models.files import ResidentFile
from cases.dossiers.models.kinds import LineKind
from cases.dossiers.models.lines import FileLine
from cases.intakes.models import WmoNotification
from cases.talks.models import KitchenTableTalk
from clusters.models import Role, User

Scope = Callable[[User], QuerySet[Any]]


def open_doors(lines: Sequence[FileLine], user: User) -> None:
    """Say of each line whether its page opens; one query, and none when no line leads anywhere.

    Asked of the rooms that these lines come from, and not of all of them.
    """
    wanted: dict[int, set[int]] = {}
    for line in lines:
        if line.kind in ROOMS and line.ref is not None:
            wanted.setdefault(ROOMS[line.kind], set()).add(line.ref)
    opened = _opened(wanted, user) if wanted else set()
    for line in lines:
        line.opens = (ROOMS.get(line.kind), line.ref) in opened


def _opened(wanted: dict[int, set[int]], user: User) -> set[tuple[int, int]]:
    """Room and number of the pages among ``wanted`` that open."""
    first, *others = (
        SCOPES[room](user)
        .filter(pk__in=numbers)
        .order_by()
        .values_list(Value(room, IntegerField()), "pk")
        for room, numbers in sorted(wanted.items())
    )
    return set(first.union(*others, all=True))


def _meldingen(user: User) -> QuerySet[WmoNotification]:
    """A colleague's melding opens for the manager only."""
    rows = WmoNotification.objects.visible_to(user)
    if user.acting_role == Role.TEAM_MANAGER:
        return rows
    return rows.filter(user.on_desk("handler") | Q(handler__isnull=True))


SCOPES: list[Scope] = [
    lambda user: CallbackRequest.objects.visible_to(user),
    _meldingen,
    lambda user: KitchenTableTalk.objects.visible_to(user),
    lambda user: ResidentFile.objects.visible_to(user),
]
ROOMS: dict[str, int] = {
    LineKind.CALLBACK: 0,
    LineKind.MELDING: 1,
    LineKind.TALK: 2,
    LineKind.REPORT: 2,
    LineKind.RELATED: 3,
    LineKind.UNRELATED: 3,
}
"""Which of those scopes a line asks."""


def also_open(kind: LineKind, scope: Scope) -> None:
    """Let a room above say for whom the page of its lines opens."""
    if kind not in ROOMS:
        ROOMS[kind] = len(SCOPES)
        SCOPES.append(scope)
