"""The jaarrekening as a paper: of a year of which every pot is closed, so it stands fast."""

from django.template.loader import render_to_string

from budgets.closing.figures import Year, year_with
from cases.papers.making import Document, Order, register

KIND = "year_statement"


def order_of(year: int) -> Order:
    """The paper of a year; it is about nobody."""
    return Order(KIND, str(year), None)


def statement(source: str) -> Document:
    """What stands on it: every pot with its lines, the check, and who closed."""
    found = year_with(None, int(source))
    return document_of(found) if found and found.is_final else _missing(source)


def document_of(year: Year) -> Document:
    """The same, of figures that are there."""
    html = render_to_string("budgets/closing/statement_document.html", {"found": year})
    name = f"jaarrekening-maatwerkbudget-{year.year}.pdf"
    return Document(html, render_to_string("budgets/closing/statement.css"), name)


def _missing(source: str) -> Document:
    raise LookupError(f"year {source} is not closed")


register({KIND: statement})
