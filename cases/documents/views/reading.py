"""The documents of a dossier: as a part of its page, as a list, and one to open."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from cases.documents.models import Document
from cases.documents.storing import open_bytes, pieces_of
from cases.documents.views.finding import find_document
from cases.dossiers.models import ResidentFile
from cases.dossiers.views.finding import find_file
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page

ON_THE_PAGE = 5
NOT_YET = "Dit document kan nog niet open: het wacht op de virusscan. Probeer het later opnieuw."
INFECTED = "In dit document zat een virus. Het bestand is weggegooid."
LOST = "Het bestand van dit document is er niet. Vraag de technisch beheerder."


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The latest ones, as a part of the dossier."""
    file, _ = find_file(request, file_id, Action.READ_FILE, "document.listed")
    rows = file.documents.filter(withdrawn_at=None).order_by("-added_at", "-pk")
    documents = _of(file, list(rows[:ON_THE_PAGE]))
    return render(request, "cases/documents/_panel.html", {"file": file, "documents": documents})


@require_GET
def document_list(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """All of them, the latest first."""
    file, grounds = find_file(request, file_id, Action.READ_FILE, "document.listed")
    rows = file.documents.select_related("added_by", "withdrawn_by")
    page = keyset_page(rows, "-added_at", request.GET, size=settings.PAGE_SIZE, peek=True)
    context = {"file": file, "page": page, "documents": _of(file, page.rows)}
    context["may_write"] = file.is_open and Action.WRITE_FILE in grounds
    context["opens_withdrawn"] = Action.READ_WITHDRAWN in grounds
    return render(request, "cases/documents/list.html", context)


@require_GET
def open_document(request: EmployeeRequest, file_id: int, document_id: int) -> HttpResponseBase:
    """The bytes, as something to save and never as a page."""
    document = find_document(request, file_id, document_id, Action.READ_FILE, "document.read")
    if not document.can_be_opened:
        messages.warning(request, NOT_YET if document.scanned_at is None else INFECTED)
        return redirect("document-list", file_id)
    try:
        return _attachment(document)
    except FileNotFoundError:
        messages.warning(request, LOST)
        return redirect("document-list", file_id)


def _attachment(document: Document) -> StreamingHttpResponse:
    """With everything that keeps a browser from running what is in it (DC-5)."""
    response = StreamingHttpResponse(
        pieces_of(open_bytes(document)),
        content_type=document.mime,
        headers={
            "Content-Length": str(document.size),
            "Content-Disposition": content_disposition_header(True, document.name) or "attachment",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )
    return response


def _of(file: ResidentFile, documents: list[Document]) -> list[Document]:
    """Their words open with the key of the dossier that is read."""
    for document in documents:
        document.file = file
    return documents
