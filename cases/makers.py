"""Index of the papers that rooms make, by kind; loaded at the start (``cases/apps.py``)."""

from cases.decisions.papers import decision_letter_paper, term_letter_paper
from cases.intakes.papers import confirmation, support_request
from cases.papers.making import Maker, register
from cases.talks.papers import report

MAKERS: dict[str, Maker] = {
    "confirmation": confirmation,
    "support_request": support_request,
    "report": report,
    "decision": decision_letter_paper,
    "term": term_letter_paper,
}

register(MAKERS)
