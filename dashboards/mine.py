"""Mijn werk: everything on my desk in one list by term, whatever kind of work it is (design 9).

One query finds the first fifty of all kinds together, with what their rows show (ADR 47); which
kinds there are is written down in ``dashboards.kinds``.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from audit.services import record_view
from clusters.http import EmployeeRequest
from clusters.models import Cover, User
from dashboards.kinds import KINDS
from dashboards.prepared import work_of
from dashboards.work import WorkItem


def my_work(request: EmployeeRequest, covers: Iterable[Cover]) -> list[WorkItem]:
    """The open work on my desk, the nearest term first; logged as seen, in one line.

    ``covers`` are those of today: for whom something is done as deputy.
    """
    user, found = request.user, dict[str, list[Any]]()
    for name, row in work_of(user, KINDS):
        found.setdefault(name, []).append(row)
    names = {row.employee_id: str(row.employee) for row in covers}
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
