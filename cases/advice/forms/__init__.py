"""Index of the forms of adviesvragen."""

from cases.advice.forms.answers import AnswerForm, WithdrawForm
from cases.advice.forms.asking import AskForm

__all__ = ["AnswerForm", "AskForm", "WithdrawForm"]
