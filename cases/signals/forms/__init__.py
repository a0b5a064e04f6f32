"""Index of the forms of the signals."""

from cases.signals.forms.acts import (
    AttemptForm,
    ClearForm,
    EndForm,
    HandForm,
    LinkForm,
    MoveForm,
)
from cases.signals.forms.registering import SignalForm

__all__ = [
    "AttemptForm",
    "ClearForm",
    "EndForm",
    "HandForm",
    "LinkForm",
    "MoveForm",
    "SignalForm",
]
