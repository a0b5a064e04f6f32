"""The PDF of a letter that went out; of an older letter the file that was kept with it."""

from django.http import HttpResponse
from django.urls import reverse

from audit.services import record_view
from cases.intakes.models import ConfirmationLetter, SupportRequest
from cases.intakes.papers import name_of, order_of
from cases.papers.views import ShownPaper, answer_paper, pdf_response, shown_paper
from clusters.http import EmployeeRequest
from common.access import Decision

FILES = {
    "notification-letter": "notification-letter-pdf",
    "notification-support-request": "notification-support-pdf",
}
"""The page that shows a letter, and the address of its file."""
Letter = ConfirmationLetter | SupportRequest


def shown_letter(sent: Letter, *, page: str) -> ShownPaper:
    """How far the PDF of this letter is; ``page`` is the name of the page that shows it."""
    number = [sent.notification_id]
    url, back = reverse(FILES[page], args=number), reverse(page, args=number)
    if sent.pdf:
        return ShownPaper(url, back, "made")
    return shown_paper(order_of(sent), url=url, page=back)


def answer_letter(
    request: EmployeeRequest, sent: Letter, *, page: str, decision: Decision
) -> HttpResponse:
    """Ask, hear or open; an older letter is opened byte for byte."""
    subject = sent.notification
    if sent.pdf and request.method == "GET":
        record_view(request, "paper.opened", subject=subject, decision=decision)
        return pdf_response(bytes(sent.pdf), name_of(sent))
    back = reverse(page, args=[sent.notification_id])
    order = order_of(sent)
    return answer_paper(request, order, page=back, subject=subject, decision=decision)
