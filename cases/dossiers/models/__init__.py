"""Index of the models of dossiers."""

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
    "INFORMAL",
    "OF_PLAN",
    "CaseDirection",
    "FileColleague",
    "FileLine",
    "FileRole",
    "HelpRequest",
    "LineKind",
    "Outcome",
    "ResidentFile",
    "SealedByFile",
]
