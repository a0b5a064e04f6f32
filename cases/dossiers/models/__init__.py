"""Index of the models of dossiers."""

from cases.dossiers.models.colleagues import FileColleague, FileRole
from cases.dossiers.models.doors import open_doors
from cases.dossiers.models.elsewhere import EVENTS
from cases.dossiers.models.evaluations import (
    HIGHEST,
    LOWEST,
    Asked,
    FileEvaluation,
    Follows,
    SatisfactionCount,
)
from cases.dossiers.models.files import CaseDirection, ResidentFile
from cases.dossiers.models.kinds import ELSEWHERE, GROUPS, OF_PLAN, LineKind
from cases.dossiers.models.lines import FileLine
from cases.dossiers.models.looks import FileLook, unseen_lines, with_look
from cases.dossiers.models.questions import INFORMAL, HelpRequest, Outcome
from cases.dossiers.models.relations import FileRelation, RelationKind
from cases.dossiers.models.sealed import SealedByFile
from cases.dossiers.models.templates import NoteTemplate

__all__ = [
    "ELSEWHERE",
    "EVENTS",
    "GROUPS",
    "HIGHEST",
    "INFORMAL",
    "LOWEST",
    "OF_PLAN",
    "Asked",
    "CaseDirection",
    "FileColleague",
    "FileEvaluation",
    "FileLine",
    "FileLook",
    "FileRelation",
    "FileRole",
    "Follows",
    "HelpRequest",
    "LineKind",
    "NoteTemplate",
    "Outcome",
    "RelationKind",
    "ResidentFile",
    "SatisfactionCount",
    "SealedByFile",
    "open_doors",
    "unseen_lines",
    "with_look",
]
