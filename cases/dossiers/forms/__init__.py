"""Index of the forms of dossiers."""

from cases.dossiers.forms.character import CharacterForm
from cases.dossiers.forms.closing import CloseForm
from cases.dossiers.forms.finding import LinesForm, SearchForm
from cases.dossiers.forms.people import ColleagueForm, DirectionForm
from cases.dossiers.forms.relations import RelateForm, UnrelateForm
from cases.dossiers.forms.words import (
    CloseQuestionForm,
    NoteForm,
    OpenForm,
    QuestionForm,
    SafetyForm,
)

__all__ = [
    "CharacterForm",
    "CloseForm",
    "CloseQuestionForm",
    "ColleagueForm",
    "DirectionForm",
    "LinesForm",
    "NoteForm",
    "OpenForm",
    "QuestionForm",
    "RelateForm",
    "SafetyForm",
    "SearchForm",
    "UnrelateForm",
]
