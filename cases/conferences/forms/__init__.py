"""Index of the forms of casusoverleg and casustafel."""

from cases.conferences.forms.discussing import AgreementForm, MinutesForm
from cases.conferences.forms.inviting import InviteForm
from cases.conferences.forms.items import BringForm, MoveItemForm, WithdrawForm
from cases.conferences.forms.meetings import CancelForm, MoveForm, OrderForm
from cases.conferences.forms.series import ChangeSeriesForm, EndSeriesForm, SeriesForm

__all__ = [
    "AgreementForm",
    "BringForm",
    "CancelForm",
    "ChangeSeriesForm",
    "EndSeriesForm",
    "InviteForm",
    "MinutesForm",
    "MoveForm",
    "MoveItemForm",
    "OrderForm",
    "SeriesForm",
    "WithdrawForm",
]
