"""Index of the models of dossiers."""

from cases.dossiers.models.evaluations import (
    HIGHEST,
    LOWEST,
    Asked,
    FileEvaluation,
    Follows,
    SatisfactionCount,
)
from cases.dossiers.models.files import (
    CaseDirection,
    FileColleague,
    FileRole,
    ResidentFile,
)
from cases.dossiers.models.lines import OF_PLAN, FileLine, LineKind
from cases.dossiers.models.questions import INFORMAL, HelpRequest, Outcome
from cases.dossiers.models.sealed import SealedByFile

__all__ = [
    "HIGHEST",
    "INFORMAL",
    "LOWEST",
    "OF_PLAN",
    "Asked",
    "CaseDirection",
    "FileColleague",
    "FileEvaluation",
    "FileLine",
    "FileRole",
    "Follows",
    "HelpRequest",
    "LineKind",
    "Outcome",
    "ResidentFile",
    "SatisfactionCount",
    "SealedByFile",
]
