"""The forms of hand-overs."""

from cases.handovers.forms.accepting import AcceptForm
from cases.handovers.forms.offering import OfferForm
from cases.handovers.forms.words import (
    AskForm,
    EarlyForm,
    ExplainForm,
    LateNoteForm,
    RefuseForm,
    UnagreedForm,
    WithdrawForm,
)

__all__ = [
    "AcceptForm",
    "AskForm",
    "EarlyForm",
    "ExplainForm",
    "LateNoteForm",
    "OfferForm",
    "RefuseForm",
    "UnagreedForm",
    "WithdrawForm",
]
