"""What the pages of other rooms show of a paper; this room has no address of its own.

The owning room finds its row in scope and requires its grant; these functions do the rest.
"""

from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from audit.services import record_view
from cases.papers.making import Order
from cases.papers.models import Paper
from cases.papers.services import ask_paper
from clusters.http import EmployeeRequest
from common.access import Decision

PATIENCE = timedelta(minutes=2)
"""After this a page asks no more by itself; there is a link to look again."""
NOT_YET = "De PDF is nog niet klaar. Kijk zo meteen opnieuw."


@dataclass(frozen=True)
class ShownPaper:
    """What the page says: nothing asked, waiting, ready or failed."""

    url: str
    page: str
    state: str = ""
    pages: int = 0
    refusal: str = ""
    is_slow: bool = False

    @property
    def mark(self) -> str:
        """What a page shows, so that it hears only of what changed."""
        return f"{self.state}{self.is_slow:d}"

    @property
    def is_waiting(self) -> bool:
        """Whether it is being made."""
        return self.state in ("asked", "making")


def shown_paper(order: Order, *, url: str, page: str) -> ShownPaper:
    """The paper of this order for ``cases/papers/_paper.html``; one query.

    ``url`` is where it is asked for and opened, ``page`` the page that shows it.
    """
    paper = _find(order)
    if paper is None:
        return ShownPaper(url, page)
    is_slow = paper.is_waiting and timezone.now() - paper.asked_at > PATIENCE
    return ShownPaper(url, page, paper.state, paper.pages, paper.refusal, is_slow)


def answer_paper(
    request: EmployeeRequest, order: Order, *, page: str, subject: Model, decision: Decision
) -> HttpResponse:
    """POST asks for it, GET opens it, and htmx hears how far it is (PP-1, PP-7)."""
    if request.method == "POST":
        ask_paper(order=order, by=request.user, decision=decision)
        if not request.htmx:
            return redirect(f"{page}#pdf")
    if request.htmx:
        return _fragment(request, order, page, subject, decision)
    return _file(request, order, page, subject, decision)


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """A PDF to keep, never shown inside a page and never kept by a browser (PP-7)."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def _fragment(
    request: EmployeeRequest, order: Order, page: str, subject: Model, decision: Decision
) -> HttpResponse:
    """How far it is; a page that shows that already hears nothing and leaves no line."""
    shown = shown_paper(order, url=request.path, page=page)
    if request.method == "GET" and request.GET.get("shown") == shown.mark:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    record_view(request, "paper.awaited", subject=subject, decision=decision)
    return render(request, "cases/papers/_paper.html", {"paper": shown})


def _file(
    request: EmployeeRequest, order: Order, page: str, subject: Model, decision: Decision
) -> HttpResponse:
    """The file; before it is there, the page that says how far it is."""
    rows = Paper.objects.of_card(order)
    paper = rows.first()
    if paper is None or not paper.is_made:
        messages.info(request, NOT_YET)
        return redirect(f"{page}#pdf")
    record_view(request, "paper.opened", subject=subject, decision=decision)
    return pdf_response(paper.open(), paper.name)


def _find(order: Order) -> Paper | None:
    """The paper without its file."""
    rows = Paper.objects.of_card(order)
    return rows.defer("content", "data_key").first()
