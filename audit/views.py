"""The page of the privacy officer: who did and saw what. Reading it is itself an event."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from audit.forms import TrailFilterForm
from audit.permissions import GRANTS, Action
from audit.services import record_view
from audit.trail import Cursor, TrailPage, trail_page

NO_LINES = TrailPage(rows=[], older="")


@require_GET
def trail(request: HttpRequest) -> HttpResponse:
    """The newest lines that fit the filters, fifty at a time."""
    decision = GRANTS.require(request.user, Action.READ_AUDIT_TRAIL)  # type: ignore[arg-type]
    form = TrailFilterForm(request.GET)
    page, about = NO_LINES, None
    if form.is_valid():
        page = trail_page(form.conditions(), before=Cursor.parse(request.GET.get("voor", "")))
        about = form.cleaned_data["bewoner"]
    residents = [about] if about else []
    code = "audit.closed_read" if form.why_closed else "audit.read"
    record_view(request, code, residents=residents, decision=decision, reason=form.why_closed)
    return render(request, "audit/trail.html", {"form": form, "page": page})
