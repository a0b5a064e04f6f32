"""Aanvragen, their terms, what was decided, and objections."""

from cases.decisions.models.applications import BESIDE, Application, Ground
from cases.decisions.models.decisions import (
    GRANTING,
    REFUSING,
    REPLACING,
    WITHOUT_REFUSAL,
    Decision,
    DecisionOutcome,
    Hearing,
    Refusal,
)
from cases.decisions.models.objections import Objection, ObjectionOutcome
from cases.decisions.models.pauses import PauseGround, TermPause, covering, standing_still
from cases.decisions.models.provisions import Delivery, Form, Frequency, Provision
from cases.decisions.models.revising import RevisionGround
from cases.decisions.models.term_letters import TermLetter

__all__ = [
    "BESIDE",
    "GRANTING",
    "REFUSING",
    "REPLACING",
    "WITHOUT_REFUSAL",
    "Application",
    "Decision",
    "DecisionOutcome",
    "Delivery",
    "Form",
    "Frequency",
    "Ground",
    "Hearing",
    "Objection",
    "ObjectionOutcome",
    "PauseGround",
    "Provision",
    "Refusal",
    "RevisionGround",
    "TermLetter",
    "TermPause",
    "covering",
    "standing_still",
]
