"""Add a document, and withdraw one."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.documents import services
from cases.documents.forms import DocumentForm, WithdrawForm
from cases.documents.views.finding import find_document
from cases.dossiers.views.finding import find_file
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def add(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Upload one; after an error everything but the file is still there."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    form = DocumentForm(request.POST or None, request.FILES or None)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_document, **act):
        messages.success(request, "Het document is toegevoegd.")
        return redirect("document-list", file.pk)
    context = {"file": file, "form": form, "most": settings.DOCUMENT_MEGABYTES}
    return render(request, "cases/documents/add.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, file_id: int, document_id: int) -> HttpResponse:
    """Take it out of use; it is kept."""
    found = find_document(request, file_id, document_id, Action.WRITE_FILE, "document.listed")
    form = WithdrawForm(request.POST or None)
    act = {"file_id": file_id, "document_id": found.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.withdraw_document, **act):
        messages.success(request, "Het document is ingetrokken.")
        return redirect("document-list", file_id)
    context = {"file": found.file, "document": found, "form": form}
    return render(request, "cases/documents/withdraw.html", context)
