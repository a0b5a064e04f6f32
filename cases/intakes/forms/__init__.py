"""Index of the forms of the melding."""

from cases.intakes.forms.acts import AssignForm, ReasonForm
from cases.intakes.forms.letters import LetterForm
from cases.intakes.forms.lists import NotificationFilter
from cases.intakes.forms.newcomers import NewcomerForm, TeamNotificationForm
from cases.intakes.forms.registering import CallbackNumberForm, NotificationForm

__all__ = [
    "AssignForm",
    "CallbackNumberForm",
    "LetterForm",
    "NewcomerForm",
    "NotificationFilter",
    "NotificationForm",
    "ReasonForm",
    "TeamNotificationForm",
]
