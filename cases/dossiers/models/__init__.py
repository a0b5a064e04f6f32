"""Index of the models of dossiers."""

from cases.dossiers.models.files import (
    CaseDirection,
    FileColleague,
    FileRole,
    ResidentFile,
)
from cases.dossiers.models.lines import FileLine, LineKind
from cases.dossiers.models.questions import INFORMAL, HelpRequest, Outcome
from cases.dossiers.models.sealed import SealedByFile

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
