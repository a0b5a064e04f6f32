"""Mijn werk: everything on my desk in one list by term, whatever kind of work it is (design 9).

One query finds the first fifty of all kinds together, with what their rows show (ADR 47); which
kinds there are is written down in ``dashboards.kinds``.
"""

from typing import Any

from audit.services import record_view
from clusters.http import EmployeeRequest
from dashboards.kinds import KINDS
from dashboards.prepared import work_of
from dashboards.work import WorkItem


def my_work(request: EmployeeRequest) -> list[WorkItem]:
    """The open work on my desk, the nearest term first; logged as seen, in one line."""
    user, found = request.user, dict[str, list[Any]]()
    for name, row in work_of(user, KINDS):
        found.setdefault(name, []).append(row)
    items = [item for name, rows in found.items() for item in KINDS[name].items(rows, user)]
    shown = {item.resident.pk for item in items if item.resident is not None}
    record_view(request, "work.mine_listed", residents=shown)
    return sorted(items, key=lambda item: (item.due_at, item.reference))
