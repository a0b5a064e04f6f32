"""What is late, nearly late or left behind, by kind, for the teams one steers (WL-9).

A number and its list are asked by the same condition.

Nearly is per kind: two weeks for a term of the law that is six weeks long, a few days for the rest.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Value

from cases.callbacks.lifecycle import CallbackState
from cases.workload.items import LoadItem, open_items
from cases.workload.kinds import KINDS
from clusters.models import Membership, Role, User
from common.deadlines import local_day

DAY = timedelta(days=1)
NEARLY: dict[str, timedelta] = {
    "terugbellen": DAY,
    "meldingen": 14 * DAY,
    "aanvragen": 4 * DAY,
    "taken": 2 * DAY,
    "waakvlammen": 3 * DAY,
}
"""The kinds with a term, and how long before its end it is nearly late."""
NOTHING = (0, 0, 0, 0)
STANDS = {
    "te-laat": "Te laat",
    "bijna": "Bijna te laat",
    "vertrokken": "Van wie hier niet meer werkt",
    "open": "Alles wat openstaat",
}


@dataclass(frozen=True)
class TermLine:
    """One kind: how many are late, nearly late, left behind and open."""

    code: str
    label: str
    counts: dict[str, int]


def stands(code: str, kind: str, at: datetime) -> Q:
    """Which rows of a kind a number of the table counts; the list asks the very same."""
    due = KINDS[kind].due
    if code == "te-laat":
        return Q(_ticking(kind), **{f"{due}__lte": at})
    if code == "bijna":
        return Q(_ticking(kind), **{f"{due}__gt": at, f"{due}__lte": at + NEARLY[kind]})
    return _left_behind(kind, at) if code == "vertrokken" else Q()


def _ticking(kind: str) -> Q:
    """Whose term runs: not of a request that waits for the resident (TB-6)."""
    return ~Q(state=CallbackState.PAUSED) if kind == "terugbellen" else Q()


def _left_behind(kind: str, at: datetime) -> Q:
    """With somebody whose role in the team is over (UD-6): a role can end after work was taken."""
    found = KINDS[kind]
    held = Membership.objects.running(local_day(at)).handling()
    works = held.filter(user=OuterRef(found.person), team=OuterRef(found.team))
    return Q(~Exists(works), **{f"{found.person}__isnull": False})


def term_lines(user: User, at: datetime) -> list[TermLine]:
    """A line per kind for the teams of a wijkteammanager, in one query; none above the teams."""
    if user.acting_role != Role.TEAM_MANAGER:
        return []
    thin = [_counts(kind, user, at) for kind in NEARLY]
    found = {kind: numbers for kind, *numbers in thin[0].union(*thin[1:], all=True)}
    return [
        TermLine(kind, KINDS[kind].label, dict(zip(STANDS, found.get(kind, NOTHING), strict=True)))
        for kind in NEARLY
    ]


def term_items(user: User, kind: str, stand: str, at: datetime) -> list[LoadItem]:
    """The rows that one number counted; of another stand or kind nothing is asked."""
    return open_items(None, user.team_ids, [kind], at, partial(stands, stand, at=at))


def _counts(kind: str, user: User, at: datetime) -> Any:
    """The numbers of one kind; no row when nothing is open."""
    found = KINDS[kind]
    rows = found.rows().filter(**{f"{found.team}__in": user.team_ids}).order_by()
    asked = [stands(stand, kind, at) or None for stand in STANDS]
    counted = {f"n_{number}": Count("pk", filter=which) for number, which in enumerate(asked)}
    named = rows.annotate(kind_of=Value(kind)).values("kind_of").annotate(**counted)
    return named.values_list("kind_of", *counted)
