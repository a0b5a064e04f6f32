"""One document for one employee: 404 out of scope or of another dossier, 403 without the grant."""

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.documents.models import Document
from cases.dossiers.models import ResidentFile
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for


def find_document(
    request: EmployeeRequest, file_id: int, document_id: int, action: Action, code: str
) -> Document:
    """The document with its dossier; that it is seen is in the trail first.

    What was withdrawn takes the right to read that as well (DC-6).
    """
    rows = ResidentFile.objects.visible_to(request.user)
    file = get_object_or_404(rows.select_related("resident"), pk=file_id)
    grounds = GRANTS.grounds_in_scope(request.user, file)
    decision = ground_for(action, grounds)
    found = file.documents.select_related("added_by", "withdrawn_by")
    document: Document = get_object_or_404(found, pk=document_id)
    document.file = file
    if document.is_withdrawn and action == Action.READ_FILE:
        decision = ground_for(Action.READ_WITHDRAWN, grounds)
    record_view(request, code, subject=document, decision=decision)
    return document
