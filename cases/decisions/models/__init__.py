"""Aanvragen, their terms, what was decided, and objections."""

from cases.decisions.models.applications import Application, Ground
from cases.decisions.models.decisions import (
    GRANTING,
    REFUSING,
    Decision,
    DecisionOutcome,
    Hearing,
    Refusal,
)
from cases.decisions.models.objections import Objection, ObjectionOutcome
from cases.decisions.models.pauses import PauseGround, TermPause, standing_still
from cases.decisions.models.provisions import Delivery, Form, Frequency, Provision

__all__ = [
    "GRANTING",
    "REFUSING",
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
    "TermPause",
    "standing_still",
]
