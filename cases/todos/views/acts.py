"""Add a task, end it, or give it to somebody else or another day."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from cases.dossiers.models import ResidentFile
from cases.dossiers.views.finding import find_file
from cases.permissions import Action
from cases.todos import services
from cases.todos.forms import DropForm, FinishForm, HandForm, MoveForm, TaskForm
from cases.todos.models import Task
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def add(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Write a task down."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    form = TaskForm(request.POST or None, file=file, initial={"owner": request.user})
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_task, **act):
        messages.success(request, "De taak is toegevoegd.")
        return redirect("task-list", file.pk)
    return _page(request, file, form, "Taak toevoegen")


@require_http_methods(["GET", "POST"])
def finish(request: EmployeeRequest, file_id: int, task_id: int) -> HttpResponse:
    """It is done."""
    file, task = _find(request, file_id, task_id)
    form = FinishForm(request.POST or None)
    if _done(request, form, services.finish_task, task, "De taak is gedaan."):
        return redirect("task-list", file.pk)
    return _page(request, file, form, "Taak is gedaan", task)


@require_http_methods(["GET", "POST"])
def drop(request: EmployeeRequest, file_id: int, task_id: int) -> HttpResponse:
    """It is no longer needed."""
    file, task = _find(request, file_id, task_id)
    form = DropForm(request.POST or None)
    if _done(request, form, services.drop_task, task, "De taak is vervallen."):
        return redirect("task-list", file.pk)
    return _page(request, file, form, "Taak laten vervallen", task)


@require_http_methods(["GET", "POST"])
def hand(request: EmployeeRequest, file_id: int, task_id: int) -> HttpResponse:
    """Somebody else does it."""
    file, task = _find(request, file_id, task_id)
    form = HandForm(request.POST or None, task=task)
    if _done(request, form, services.hand_task, task, "De taak is overgedragen."):
        return redirect("task-list", file.pk)
    return _page(request, file, _with_version(form, task), "Taak overdragen", task)


@require_http_methods(["GET", "POST"])
def move(request: EmployeeRequest, file_id: int, task_id: int) -> HttpResponse:
    """Another day."""
    file, task = _find(request, file_id, task_id)
    form = MoveForm(request.POST or None, task=task)
    if _done(request, form, services.move_task, task, "De taak heeft een andere dag."):
        return redirect("task-list", file.pk)
    return _page(request, file, _with_version(form, task), "Andere dag", task)


def _find(request: EmployeeRequest, file_id: int, task_id: int) -> tuple[ResidentFile, Task]:
    """The dossier and one task of it; a task of another dossier is not found here."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    task: Task = get_object_or_404(file.tasks.select_related("owner", "asked_by"), pk=task_id)
    task.file = file
    return file, task


def _done(
    request: EmployeeRequest, form: forms.Form, act: Callable[..., Any], task: Task, said: str
) -> bool:
    """Whether the form was sent and the act was done; then the next page says so."""
    own = {"file_id": task.file_id, "task_id": task.pk, "by": request.user}
    if request.method != "POST" or not performed(form, act, **own):
        return False
    messages.success(request, said)
    return True


def _page(
    request: EmployeeRequest,
    file: ResidentFile,
    form: forms.Form,
    title: str,
    task: Task | None = None,
) -> HttpResponse:
    context = {"file": file, "form": form, "title": title, "task": task}
    return render(request, "cases/todos/act.html", context)


def _with_version(form: Any, task: Task) -> Any:
    """A form that came back knows how the task stands, which the refusal said."""
    if form.is_bound:
        typed: Any = dict(form.data.items())
        typed["version"] = str(task.version)
        form.data = typed
    return form
