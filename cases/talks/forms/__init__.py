"""Index of the forms of talks and reports."""

from cases.talks.forms.appointments import AppointmentForm, CancelForm
from cases.talks.forms.cards import AgreementForm, CardForm, SwitchForm, kept_of
from cases.talks.forms.reports import ReactionForm, ReportForm, SendForm, kept_report
from cases.talks.forms.signing import SigningForm

__all__ = [
    "AgreementForm",
    "AppointmentForm",
    "CancelForm",
    "CardForm",
    "ReactionForm",
    "ReportForm",
    "SendForm",
    "SigningForm",
    "SwitchForm",
    "kept_of",
    "kept_report",
]
