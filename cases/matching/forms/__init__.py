"""Index of the forms of match requests."""

from cases.matching.forms.answers import ArrivalForm, FoundForm, NoneForm, WithdrawForm
from cases.matching.forms.asking import AskForm

__all__ = ["ArrivalForm", "AskForm", "FoundForm", "NoneForm", "WithdrawForm"]
