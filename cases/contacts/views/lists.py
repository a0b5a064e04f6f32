"""What our desk took down: a line per question, without its text and without who it was about."""

from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.contacts.forms.lists import ContactFilter
from cases.contacts.models import Contact, ContactQuestion
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from clusters.models import User
from common.paging import keyset_page

SHOWN = ("result", "ended_at", "resident_id", "callback_id", "contact_id")
PERSON = "contact__employee__"
BESIDE = {
    "first_name": F(f"{PERSON}first_name"),
    "last_name": F(f"{PERSON}last_name"),
    "username": F(f"{PERSON}username"),
    "subject_label": F("subject__label"),
    "article_title": F("article__title"),
    "promised_by": F("callback__registered_in_id"),
}
"""What a line shows of other tables, as plain values: fifty rows are fifty objects."""


@require_GET
def contact_list(request: EmployeeRequest) -> HttpResponse:
    """The ended contacts of our desk, newest first, question by question (TEL-2)."""
    decision = GRANTS.require(request.user, Action.SEE_CONTACTS)
    filters = ContactFilter(request.GET, day=timezone.localdate())
    rows = filters.apply(_rows(request))
    page = keyset_page(rows, "-ended_at", request.GET, size=settings.PAGE_SIZE)
    residents = [row.resident_id for row in page.rows if row.resident_id]
    record_view(request, "contact.listed", residents=residents, decision=decision)
    lines = [(row, str(Contact(pk=row.contact_id)), _employee(row)) for row in page.rows]
    desks = request.user.team_ids
    context = {"filters": filters, "page": page, "lines": lines, "desks": desks}
    return render(request, "cases/contacts/list.html", context)


def _rows(request: EmployeeRequest) -> Any:
    """Questions with what a line shows, and which desk made the promise that came of it."""
    rows = ContactQuestion.objects.visible_to(request.user)
    return rows.only(*SHOWN).annotate(**BESIDE)


def _employee(row: Any) -> str:
    """The name of the employee, as everywhere."""
    return str(User(first_name=row.first_name, last_name=row.last_name, username=row.username))
