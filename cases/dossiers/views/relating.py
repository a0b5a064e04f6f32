"""Which dossiers belong together, and earlier ones of the same resident (DS-17)."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.dossiers import services
from cases.dossiers.forms import RelateForm, UnrelateForm
from cases.dossiers.models import FileRelation, ResidentFile
from cases.dossiers.views.finding import find_file, in_scope
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.access import Decision, ground_for
from common.forms import performed

READ = "file.relations_read"


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The dossiers that belong to this one, as a part of its page."""
    file, grounds = in_scope(request, file_id)
    context = _related(request, file, ground_for(Action.READ_FILE, grounds))
    context["may_relate"] = file.is_open and Action.WRITE_FILE in grounds
    return render(request, "cases/dossiers/_relations.html", context)


@require_http_methods(["GET", "POST"])
def relate(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Join another dossier to this one; those that are joined stand on the same page."""
    file, grounds = in_scope(request, file_id)
    decision = ground_for(Action.WRITE_FILE, grounds)
    form = RelateForm(request.POST or None)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.relate_files, **act):
        messages.success(request, "De dossiers zijn gekoppeld.")
        return redirect("file-relate", file.pk)
    context = {"form": form, **_related(request, file, decision)}
    return render(request, "cases/dossiers/relate.html", context)


@require_http_methods(["GET", "POST"])
def unrelate(request: EmployeeRequest, file_id: int, relation_id: int) -> HttpResponse:
    """Put two dossiers apart."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    relation = get_object_or_404(FileRelation.objects.of(file), pk=relation_id)
    form = UnrelateForm(request.POST or None)
    act = {"file_id": file.pk, "relation_id": relation.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.unrelate_files, **act):
        messages.success(request, "De dossiers zijn losgekoppeld.")
        return redirect("file-relate", file.pk)
    context = {"file": file, "form": form, "title": "Dossier loskoppelen"}
    return render(request, "cases/dossiers/act.html", context)


def _related(request: EmployeeRequest, file: ResidentFile, decision: Decision) -> dict[str, Any]:
    """The other dossiers one may know of; the rest is not there. Two queries."""
    rows = FileRelation.objects.of(file).running()
    ties = {row.other_id if row.file_id == file.pk else row.file_id: row for row in rows}
    wanted = Q(pk__in=ties) | Q(resident_id=file.resident_id)
    seen = ResidentFile.objects.visible_to(request.user).filter(wanted).exclude(pk=file.pk)
    others = list(seen.select_related("director"))
    residents = [one.resident_id for one in others]
    record_view(request, READ, subject=file, residents=residents, decision=decision)
    related = [
        (one, ties[one.pk], ties[one.pk].kind_from(file)) for one in others if one.pk in ties
    ]
    same = [one for one in others if one.pk not in ties]
    return {"file": file, "related": related, "same_resident": same}
