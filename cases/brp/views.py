"""Reading in an extract of the BRP from the screen (UT-5): upload, report, go on or stop.

No page says how many people were new: a file of one line would tell whether a BSN is known here
(H5, H6).
"""

import csv
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.brp.forms import StartForm, UploadForm
from cases.brp.models import BrpUpload
from cases.brp.progress import standing_of
from cases.brp.services import cancel_extract, register_upload, restart_work, start_import
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import perform

FAULTS_PER_PAGE = 50
LAST_UPLOADS = 20


@require_http_methods(["GET", "POST"])
def uploads(request: EmployeeRequest) -> HttpResponse:
    """The form, and what I uploaded before."""
    decision = GRANTS.require(request.user, Action.IMPORT_EXTRACT)
    form = UploadForm()
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        upload = perform(form, register_upload, by=request.user)
        if upload is not None:
            return redirect("brp-upload", upload.pk)
    record_view(request, "extract.listed", decision=decision)
    rows = BrpUpload.objects.visible_to(request.user)[:LAST_UPLOADS]
    return render(request, "cases/brp/list.html", {"form": form, "uploads": rows})


@require_GET
def upload(request: EmployeeRequest, upload_id: int) -> HttpResponse:
    """How far it is, and what is wrong with which line."""
    found = _find(request, upload_id)
    standing = standing_of(found, timezone.now())
    context: dict[str, Any] = {"upload": found, "standing": standing, "total": 0}
    if request.htmx and request.GET.get("shown") == f"{found.state}-{standing.shown}":
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    if request.htmx and found.is_worked_on:
        context["is_silent"] = request.GET.get("quarter") == f"{found.state}-{standing.quarter}"
        return render(request, "cases/brp/_status.html", context)
    record_view(request, "extract.read", subject=found, decision=_decision(request))
    name = "_status" if request.htmx else "detail"
    pages = Paginator(found.faults.all(), FAULTS_PER_PAGE)
    context |= {"page": pages.get_page(request.GET.get("page")), "total": pages.count}
    return render(request, f"cases/brp/{name}.html", context)


@require_GET
def faults(request: EmployeeRequest, upload_id: int) -> HttpResponse:
    """The report as a file for a spreadsheet: line, column, reason."""
    found = _find(request, upload_id)
    record_view(request, "extract.exported", subject=found, decision=_decision(request))
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="foute-regels-{found.pk}.csv"'
    out = csv.writer(response, delimiter=";")
    out.writerow(["regel", "kolom", "reden"])
    out.writerows(found.faults.values_list("line", "column", "reason"))
    return response


@require_POST
def start(request: EmployeeRequest, upload_id: int) -> HttpResponse:
    """Read it in, with or without skipping."""
    found, form = _find(request, upload_id), StartForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Dit formulier is verouderd. Lees het rapport opnieuw.")
        return redirect("brp-upload", found.pk)
    return _act(request, start_import, found, **form.cleaned_data)


@require_POST
def cancel(request: EmployeeRequest, upload_id: int) -> HttpResponse:
    """Stop it and throw the file away."""
    return _act(request, cancel_extract, _find(request, upload_id))


@require_POST
def restart(request: EmployeeRequest, upload_id: int) -> HttpResponse:
    """Call the worker again."""
    return _act(request, restart_work, _find(request, upload_id))


def _act(
    request: EmployeeRequest, act: Callable[..., Any], found: BrpUpload, **answers: Any
) -> HttpResponse:
    """Do it, and back to its page; a broken rule is a message there."""
    try:
        act(upload_id=found.pk, by=request.user, **answers)
    except RuleViolation as broken:
        messages.warning(request, str(broken))
    return redirect("brp-upload", found.pk)


def _decision(request: EmployeeRequest) -> Any:
    return GRANTS.require(request.user, Action.IMPORT_EXTRACT)


def _find(request: EmployeeRequest, upload_id: int) -> BrpUpload:
    """An upload of this employee: 403 for who may not import, 404 for one of somebody else."""
    _decision(request)
    found: BrpUpload = get_object_or_404(BrpUpload.objects.visible_to(request.user), pk=upload_id)
    return found
