"""The letters of a melding as papers: made of the frozen words, so never another text (ML-7)."""

from django.template.loader import render_to_string

from cases.intakes.letter import Content
from cases.intakes.models import ConfirmationLetter, SupportRequest
from cases.papers.making import Document, Order

KINDS: dict[type[ConfirmationLetter] | type[SupportRequest], str] = {
    ConfirmationLetter: "confirmation",
    SupportRequest: "support_request",
}


def order_of(letter: ConfirmationLetter | SupportRequest) -> Order:
    """The paper of a letter that went out; its words never change, so it needs no mark."""
    return Order(KINDS[type(letter)], str(letter.pk), letter.resident_id)


def confirmation(source: str) -> Document:
    """The confirmation exactly as it went."""
    letter = ConfirmationLetter.objects.get(pk=source)
    return _document(letter.content, name_of(letter))


def support_request(source: str) -> Document:
    """The request for cliëntondersteuning exactly as it went."""
    letter = SupportRequest.objects.get(pk=source)
    return _document(letter.content, name_of(letter))


def name_of(letter: ConfirmationLetter | SupportRequest) -> str:
    """The name of the file: a number and no person."""
    kind = "bevestiging" if isinstance(letter, ConfirmationLetter) else "clientondersteuning"
    return f"{kind}-{letter.notification_id}.pdf"


def _document(content: Content, name: str) -> Document:
    html = render_to_string("cases/intakes/letter_document.html", {"letter": content})
    return Document(html, render_to_string("cases/intakes/letter.css"), name)
