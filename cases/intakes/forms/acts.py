"""The forms of the acts on one melding: short, one question each."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils import timezone

from cases.intakes.models import WmoNotification
from cases.intakes.models.notifications import REASON_LENGTH
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, User
from common.forms import ParagraphField


class ActForm(forms.Form):
    """A form about one melding."""

    button = "Opslaan"
    use_required_attribute = False

    def __init__(self, *args: Any, notification: WmoNotification, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notification = notification
        self.offer(notification)
        self.helper = FormHelper()
        self.helper.layout = Layout(*self.fields, Submit("save", self.button))

    def offer(self, notification: WmoNotification) -> None:
        """Narrow the choices to what fits this melding."""


class AssignForm(ActForm):
    """Which colleague."""

    button = "Geven aan deze collega"
    person = ColleagueField(
        User.objects.none(), shows_load=True, label="Collega", empty_label="Kies een collega"
    )

    def offer(self, notification: WmoNotification) -> None:
        """Colleagues of the team today, but for whoever has it now."""
        running = Membership.objects.running(timezone.localdate()).handling()
        people = running.filter(team_id=notification.team_id).values("user_id")
        field: Any = self.fields["person"]
        field.queryset = User.objects.filter(pk__in=people).exclude(pk=notification.handler_id or 0)


class ReasonForm(ActForm):
    """Why a melding ends."""

    reason = ParagraphField(label="Reden", max_length=REASON_LENGTH, rows=4)
