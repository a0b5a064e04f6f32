"""Index of the models of the meldcode."""

from cases.meldcode.models.admitted import SafetyCodeBar, SafetyCodeColleague, works_on
from cases.meldcode.models.choices import (
    CARING_ROLES,
    WITHOUT_DECISION,
    Answer,
    Asked,
    Outcome,
    Rung,
    StepFacts,
    StepNumber,
    Way,
)
from cases.meldcode.models.codes import AHEAD, SafetyCode
from cases.meldcode.models.officers import KEEPING_ROLES, SafeguardingOfficer
from cases.meldcode.models.steps import SafetyCodeReport, SafetyCodeStep

__all__ = [
    "AHEAD",
    "CARING_ROLES",
    "KEEPING_ROLES",
    "WITHOUT_DECISION",
    "Answer",
    "Asked",
    "Outcome",
    "Rung",
    "SafeguardingOfficer",
    "SafetyCode",
    "SafetyCodeBar",
    "SafetyCodeColleague",
    "SafetyCodeReport",
    "SafetyCodeStep",
    "StepFacts",
    "StepNumber",
    "Way",
    "works_on",
]
