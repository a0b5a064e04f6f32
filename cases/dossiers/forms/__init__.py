"""Index of the forms of dossiers."""

from cases.dossiers.forms.closing import CloseForm
from cases.dossiers.forms.people import ColleagueForm, DirectionForm
from cases.dossiers.forms.words import (
    CloseQuestionForm,
    NoteForm,
    OpenForm,
    QuestionForm,
    SafetyForm,
)

__all__ = [
    "CloseForm",
    "CloseQuestionForm",
    "ColleagueForm",
    "DirectionForm",
    "NoteForm",
    "OpenForm",
    "QuestionForm",
    "SafetyForm",
]
