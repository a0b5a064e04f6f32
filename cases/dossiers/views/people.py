"""Who directs a dossier and who works along."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.dossiers import services
from cases.dossiers.forms import ColleagueForm, DirectionForm
from cases.dossiers.views.finding import find_file
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def direction(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Hand the casusregie to a colleague."""
    file, _ = find_file(request, file_id, Action.STEER_FILE)
    form = DirectionForm(request.POST or None, file=file)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.transfer_direction, **act):
        messages.success(request, "De casusregie is overgedragen.")
        return redirect("file-list")
    context = {"file": file, "form": form, "title": "Casusregie overdragen"}
    return render(request, "cases/dossiers/act.html", context)


@require_http_methods(["GET", "POST"])
def colleague(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Let a colleague work along."""
    file, _ = find_file(request, file_id, Action.STEER_FILE)
    form = ColleagueForm(request.POST or None, file=file)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_colleague, **act):
        messages.success(request, "De collega werkt nu mee.")
        return redirect("file-detail", file.pk)
    context = {"file": file, "form": form, "title": "Collega laten meewerken"}
    return render(request, "cases/dossiers/act.html", context)


@require_POST
def end(request: EmployeeRequest, file_id: int, colleague_id: int) -> HttpResponse:
    """A colleague no longer works along."""
    file, _ = find_file(request, file_id, Action.STEER_FILE)
    found = get_object_or_404(file.colleagues, pk=colleague_id)
    services.end_colleague(file_id=file.pk, colleague_id=found.pk, by=request.user)
    messages.success(request, "De collega werkt niet meer mee.")
    return redirect("file-detail", file.pk)
