"""Index of the forms of a call."""

from cases.contacts.forms.call import CallForm, call_lists
from cases.contacts.forms.status import StatusForm
from cases.contacts.forms.typed import Typed

__all__ = ["CallForm", "StatusForm", "Typed", "call_lists"]
