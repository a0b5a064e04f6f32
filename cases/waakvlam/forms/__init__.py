"""Index of the forms of the waakvlam."""

from cases.waakvlam.forms.agreeing import RenewForm, StartForm
from cases.waakvlam.forms.keeping import ContactForm, EndForm, MoveForm, TransferForm

__all__ = ["ContactForm", "EndForm", "MoveForm", "RenewForm", "StartForm", "TransferForm"]
