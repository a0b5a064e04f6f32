"""The agenda: everything to talk about in one list, and one subject of it in full."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.agenda.lines import why_unanswered
from cases.agenda.points import agenda_for, question_rows
from cases.callbacks.models import CallbackSubject
from cases.contacts.models import ContactQuestion
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page


@require_GET
def agenda(request: EmployeeRequest) -> HttpResponse:
    """What to talk about: questions, articles, late requests, and what was agreed."""
    decision = GRANTS.require(request.user, Action.SEE_AGENDA)
    found = agenda_for(request.user, timezone.now())
    record_view(request, "agenda.read", residents=found.residents, decision=decision)
    groups = [(group, _lines(group.rows)) for group in found.subjects]
    context = {"agenda": found, "groups": groups}
    return render(request, "cases/agenda/agenda.html", context)


@require_GET
def subject(request: EmployeeRequest, code: str) -> HttpResponse:
    """Every open question about one subject, newest first."""
    decision = GRANTS.require(request.user, Action.SEE_AGENDA)
    about = get_object_or_404(CallbackSubject, code=code)
    rows = question_rows(request.user, timezone.now()).filter(subject=about)
    page = keyset_page(rows, "-ended_at", request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows if row.resident_id]
    record_view(request, "agenda.read", residents=residents, decision=decision)
    context = {"subject": about, "lines": _lines(page.rows), "page": page}
    return render(request, "cases/agenda/subject.html", context)


def _lines(rows: list[ContactQuestion]) -> list[tuple[ContactQuestion, str]]:
    """Every question with why it is here."""
    return [(row, why_unanswered(row)) for row in rows]
