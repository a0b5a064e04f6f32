"""Give a task without an owner to somebody who can do it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.dossiers.views.finding import in_scope
from cases.permissions import Action
from cases.todos import services
from cases.todos.forms import AssignForm
from cases.todos.inheriting import act_for, takers_of
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed


@require_http_methods(["GET", "POST"])
def assign(request: EmployeeRequest, file_id: int, task_id: int) -> HttpResponse:
    """Who takes it; a manager sees when and whose it was, and not what it is (row 6)."""
    file, grounds = in_scope(request, file_id)
    why = ground_for(act_for(request.user, file), grounds)
    record_view(request, "task.assigning", subject=file, decision=why)
    task = get_object_or_404(file.tasks.open().select_related("owner"), pk=task_id)
    task.file = file
    people = takers_of(file, timezone.localdate())
    form = AssignForm(request.POST or None, people=people, me=request.user)
    act = {"file_id": file.pk, "task_id": task.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.assign_task, **act):
        messages.success(request, "De taak heeft weer een eigenaar.")
        reads = Action.READ_FILE in grounds
        return redirect("task-list", file.pk) if reads else redirect("home")
    context = {"file": file, "task": task, "form": form, "reads": Action.READ_FILE in grounds}
    return render(request, "cases/todos/assign.html", context | {"nobody": not people.exists()})
