"""The letter with a decision as a paper, made of the frozen words (AB-10)."""

from django.template.loader import render_to_string

from cases.decisions.models import Decision
from cases.papers.making import Document, Order


def order_of(decision: Decision) -> Order:
    """The paper of a letter that went out; its words never change, so it needs no mark."""
    return Order("decision", str(decision.pk), decision.resident_id)


def decision_letter_paper(source: str) -> Document:
    """The letter exactly as it went; raises DoesNotExist before it was sent."""
    rows = Decision.objects.select_related("application").filter(sent_on__isnull=False)
    decision = rows.get(pk=source)
    html = render_to_string("cases/intakes/letter_document.html", {"letter": decision.frozen})
    name = f"besluit-{decision.application}.pdf"
    return Document(html, render_to_string("cases/intakes/letter.css"), name)
