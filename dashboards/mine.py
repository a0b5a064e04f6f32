"""Mijn werk: everything on my desk in one list by term, whatever kind of work it is (design 9).

One query finds the first fifty of all kinds together, with what their rows show (ADR 47); which
kinds there are is written down in ``dashboards.kinds``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from django.conf import settings

from audit.services import record_view
from clusters.http import EmployeeRequest
from clusters.models import Cover, User
from common.paging import Page, keyset_page
from dashboards.kinds import KINDS
from dashboards.prepared import work_of
from dashboards.work import WorkItem


def my_work(request: EmployeeRequest, covers: Iterable[Cover]) -> list[WorkItem]:
    """The open work on my desk, the nearest term first; logged as seen, in one line.

    ``covers`` are those of today: for whom something is done as deputy.
    """
    found = dict[str, list[Any]]()
    for name, row in work_of(request.user, KINDS):
        found.setdefault(name, []).append(row)
    names = {row.employee_id: str(row.employee) for row in covers}
    items = _items(found, request.user, names)
    record_view(request, "work.mine_listed", residents=_shown(items))
    return sorted(items, key=lambda item: (item.due_at, item.reference))


def work_page(request: EmployeeRequest, name: str) -> tuple[Page, list[WorkItem]]:
    """All work of one kind, page by page, the nearest term first; logged as seen."""
    kind = KINDS[name]
    near = {each.rpartition("__")[0] for each in (*kind.shows, *kind.holders) if "__" in each}
    rows = kind.rows(request.user).select_related(*near).annotate(work_due=kind.due)
    if any(each.name == "resident" for each in rows.model._meta.concrete_fields):
        rows = rows.select_related("resident")
    page = keyset_page(rows, "work_due", request.GET, size=settings.PAGE_SIZE)
    for row in page.rows:
        holders = (each.replace("__", ".") for each in kind.holders)
        row.work_holders = [attrgetter(f"{each}_id")(row) for each in holders]
    found = {name: page.rows}
    items = _items(found, request.user, _names(found, request.user))
    record_view(request, "work.kind_listed", residents=_shown(items))
    return page, items


def _items(found: Mapping[str, list[Any]], user: User, names: Mapping[int, str]) -> list[WorkItem]:
    """How the rows read, each with the name of whom one covers for."""
    return [
        replace(item, covered_for=names.get(_minded(row, user), ""))
        for name, rows in found.items()
        for row, item in zip(rows, KINDS[name].items(rows, user), strict=True)
    ]


def _shown(items: list[WorkItem]) -> set[int]:
    """The residents on the page."""
    return {item.resident.pk for item in items if item.resident is not None}


def _minded(row: Any, user: User) -> int:
    """For whom it is done as deputy; 0 when it is one's own work, or the team's (WN-7)."""
    holders = [] if user.pk in row.work_holders else row.work_holders
    return next((each for each in holders if each in user.minded_ids), 0)


def _names(found: Mapping[str, list[Any]], user: User) -> dict[int, str]:
    """The names of those for whom something is done as deputy; no query when there is none."""
    wanted = {_minded(row, user) for rows in found.values() for row in rows} - {0}
    return {each.pk: str(each) for each in User.objects.filter(pk__in=wanted)} if wanted else {}
