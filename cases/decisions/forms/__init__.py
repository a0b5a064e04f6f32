"""The forms of aanvragen and decisions."""

from cases.decisions.forms.decisions import (
    DeliveryForm,
    DraftForm,
    ObjectionDecisionForm,
    ObjectionForm,
    PostponeForm,
    ProvisionForm,
    ReviewForm,
    SendForm,
)
from cases.decisions.forms.people import OfferForm, PassForm
from cases.decisions.forms.revising import ReviseForm
from cases.decisions.forms.terms import (
    DefaultForm,
    DelayForm,
    EndPauseForm,
    FileForm,
    PauseForm,
    ReturnForm,
    WithdrawForm,
)

__all__ = [
    "DefaultForm",
    "DelayForm",
    "DeliveryForm",
    "DraftForm",
    "EndPauseForm",
    "FileForm",
    "ObjectionDecisionForm",
    "ObjectionForm",
    "OfferForm",
    "PassForm",
    "PauseForm",
    "PostponeForm",
    "ProvisionForm",
    "ReturnForm",
    "ReviewForm",
    "ReviseForm",
    "SendForm",
    "WithdrawForm",
]
