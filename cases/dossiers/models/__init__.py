"""Index of the models of dossiers."""

from cases.dossiers.models.files import (
    CaseDirection,
    FileColleague,
    FileRole,
    ResidentFile,
    SealedByFile,
)
from cases.dossiers.models.lines import FileLine, LineKind
from cases.dossiers.models.questions import INFORMAL, HelpRequest, Outcome

__all__ = [
    "INFORMAL",
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
