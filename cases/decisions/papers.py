"""The letters of an aanvraag as papers, made of the frozen words (AB-10, AB-24)."""

from django.template.loader import render_to_string

from cases.decisions.models import Decision, TermLetter
from cases.intakes.letter import Content
from cases.papers.making import Document, Order


def order_of(decision: Decision) -> Order:
    """The paper of a letter that went out; its words never change, so it needs no mark."""
    return Order("decision", str(decision.pk), decision.resident_id)


def decision_letter_paper(source: str) -> Document:
    """The letter exactly as it went; raises DoesNotExist before it was sent."""
    rows = Decision.objects.select_related("application").filter(sent_on__isnull=False)
    decision = rows.get(pk=source)
    return _document(decision.frozen, f"besluit-{decision.application}.pdf")


def term_order_of(letter: TermLetter) -> Order:
    """The paper of a letter about the term; its words never change, so it needs no mark."""
    return Order("term", str(letter.pk), letter.resident_id)


def term_letter_paper(source: str) -> Document:
    """The letter about the term exactly as it went."""
    letter = TermLetter.objects.select_related("application").get(pk=source)
    kind = "vertraging" if letter.pause_id is None else "opschorting"
    return _document(letter.frozen, f"{kind}-{letter.application}.pdf")


def _document(content: Content | None, name: str) -> Document:
    html = render_to_string("cases/intakes/letter_document.html", {"letter": content})
    return Document(html, render_to_string("cases/intakes/letter.css"), name)
