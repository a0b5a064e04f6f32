"""Index of the forms of the meldcode."""

from cases.meldcode.forms.officers import OfficerForm, PeriodForm
from cases.meldcode.forms.opening import OpenForm, PersonsForm
from cases.meldcode.forms.steering import EndForm, PersonForm, PlanForm, SuccessorForm
from cases.meldcode.forms.steps import STEP_FORMS, FeedbackForm, ReportForm

__all__ = [
    "STEP_FORMS",
    "EndForm",
    "FeedbackForm",
    "OfficerForm",
    "OpenForm",
    "PeriodForm",
    "PersonForm",
    "PersonsForm",
    "PlanForm",
    "ReportForm",
    "SuccessorForm",
]
