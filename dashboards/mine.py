"""Mijn werk: everything on my desk in one list by term, whatever kind of work it is (design 9).

One query finds the first fifty of all kinds together, with what their rows show (ADR 47); which
kinds there are is written down in ``dashboards.kinds``.
"""

from dataclasses import replace
from typing import Any

from audit.services import record_view
from clusters.http import EmployeeRequest
from clusters.models import User
from dashboards.kinds import KINDS
from dashboards.prepared import work_of
from dashboards.work import WorkItem


def my_work(request: EmployeeRequest) -> list[WorkItem]:
    """The open work on my desk, the nearest term first; logged as seen, in one line."""
    user, found = request.user, dict[str, list[Any]]()
    for name, row in work_of(user, KINDS):
        found.setdefault(name, []).append(row)
    names = _names(found, user)
    items = [
        replace(item, covered_for=names.get(_minded(row, user), ""))
        for name, rows in found.items()
        for row, item in zip(rows, KINDS[name].items(rows, user), strict=True)
    ]
    shown = {item.resident.pk for item in items if item.resident is not None}
    record_view(request, "work.mine_listed", residents=shown)
    return sorted(items, key=lambda item: (item.due_at, item.reference))


def _minded(row: Any, user: User) -> int:
    """For whom it is done as deputy; 0 when it is one's own work, or the team's (WN-7)."""
    holders = [] if user.pk in row.work_holders else row.work_holders
    return next((each for each in holders if each in user.minded_ids), 0)


def _names(found: dict[str, list[Any]], user: User) -> dict[int, str]:
    """The names of those for whom something is done as deputy; no query when there is none."""
    wanted = {_minded(row, user) for rows in found.values() for row in rows} - {0}
    return {each.pk: str(each) for each in User.objects.filter(pk__in=wanted)} if wanted else {}
