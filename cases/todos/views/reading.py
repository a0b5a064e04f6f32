"""The tasks of a dossier: as a part of its page, and as a list with what is over."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.dossiers.models import ResidentFile
from cases.dossiers.views.finding import find_file
from cases.permissions import Action
from cases.todos.lights import light_of
from cases.todos.models import Task
from clusters.http import EmployeeRequest
from common.paging import keyset_page

SELECTIONS = {"open": "Te doen", "voorbij": "Afgerond"}
ON_THE_PAGE = 10


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """What must still be done, the nearest day first, as a part of the dossier."""
    file, _ = find_file(request, file_id, Action.READ_FILE, "task.listed")
    rows = file.tasks.open().with_look(timezone.localdate())
    rows = rows.select_related("owner").order_by("due_at", "pk")
    found = list(rows[: ON_THE_PAGE + 1])
    shown = _shown(file, found[:ON_THE_PAGE])
    context = {"file": file, "tasks": shown, "more": len(found) > ON_THE_PAGE}
    return render(request, "cases/todos/_panel.html", context)


@require_GET
def task_list(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """All of them: what must still be done, or what is over."""
    file, grounds = find_file(request, file_id, Action.READ_FILE, "task.listed")
    chosen = "voorbij" if request.GET.get("selectie") == "voorbij" else "open"
    rows = file.tasks.with_look(timezone.localdate())
    rows = rows.select_related("owner", "asked_by", "ended_by")
    rows, order = (rows.over(), "-ended_at") if chosen == "voorbij" else (rows.open(), "due_at")
    page = keyset_page(rows, order, request.GET, size=settings.PAGE_SIZE, peek=True)
    context = {"file": file, "page": page, "tasks": _shown(file, page.rows), "chosen": chosen}
    context["may_write"] = file.is_open and Action.WRITE_FILE in grounds
    context["tabs"] = [
        {"url": f"?selectie={code}", "label": label, "current": code == chosen}
        for code, label in SELECTIONS.items()
    ]
    return render(request, "cases/todos/list.html", context)


def _shown(file: ResidentFile, tasks: list[Task]) -> list[dict[str, Any]]:
    """Each task with how it stands; its words open with the key of the dossier that is read."""
    at = timezone.now()
    for task in tasks:
        task.file = file
    return [{"task": task, "light": light_of(task, at)} for task in tasks]
