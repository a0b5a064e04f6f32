"""Index of the callback forms."""

from cases.callbacks.forms.acts import (
    AssignForm,
    AttemptForm,
    CloseForm,
    ForwardForm,
    NextStepForm,
    PauseForm,
    ReopenForm,
)
from cases.callbacks.forms.route import RouteForm, route_of
from cases.callbacks.forms.worklist import WorklistFilter

__all__ = [
    "AssignForm",
    "AttemptForm",
    "CloseForm",
    "ForwardForm",
    "NextStepForm",
    "PauseForm",
    "ReopenForm",
    "RouteForm",
    "WorklistFilter",
    "route_of",
]
