"""The form of a melding: few questions, in the words of the resident."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.callbacks.models import CallbackRequest
from cases.intakes.models import NotificationChannel, Reporter
from cases.intakes.models.notifications import NAME_LENGTH, QUESTION_LENGTH, REASON_LENGTH
from cases.intakes.services import Melding
from cases.residents.forms import DayField
from clusters.models import User
from common.forms import OnceForm, ParagraphField

NUMBER = re.compile(r"^\s*(?:TB)?[\s-]*([0-9]{1,12})\s*$", re.IGNORECASE)


class CallbackNumberForm(forms.Form):
    """Which resident: known by a callback of the team, because nobody searches people (H6)."""

    use_required_attribute = False

    number = forms.CharField(
        label="Nummer van een terugbelverzoek van deze inwoner",
        max_length=20,
        help_text="Bijvoorbeeld TB-000123. Het verzoek mag al afgesloten zijn.",
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.helper = FormHelper()
        self.helper.layout = Layout("number", Submit("next", "Verder"))

    def clean_number(self) -> int:
        """The key of a request of my team."""
        found = NUMBER.match(self.cleaned_data["number"])
        if found is None:
            raise forms.ValidationError("Een nummer is TB met zes cijfers, zoals TB-000123.")
        number = int(found[1])
        if not CallbackRequest.objects.visible_to(self.user).filter(pk=number).exists():
            raise forms.ValidationError("Uw team heeft geen terugbelverzoek met dit nummer.")
        return number


class NotificationForm(OnceForm):
    """What was reported; made from a callback the channel is known."""

    use_required_attribute = False

    channel = forms.ChoiceField(label="Hoe kwam de melding binnen?")
    received_on = DayField(
        label="Datum van de melding",
        help_text="De dag waarop wij de melding kregen. Vanaf die dag lopen de zes weken.",
    )
    reported_by = forms.ChoiceField(
        label="Wie meldt?", choices=Reporter.choices, widget=forms.RadioSelect
    )
    reporter_name = forms.CharField(
        label="Naam van de melder",
        max_length=NAME_LENGTH,
        required=False,
        help_text="Alleen als iemand anders dan de inwoner meldt.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    question = ParagraphField(
        label="Vraag in eigen woorden",
        max_length=QUESTION_LENGTH,
        rows=6,
        help_text="Schrijf op wat de inwoner zegt, niet welke oplossing u ziet.",
    )
    is_urgent = forms.BooleanField(
        label="Spoed: dit kan de zes weken niet wachten",
        required=False,
        help_text="Er is onverwijld een tijdelijke voorziening nodig (Wmo 2.3.3).",
    )
    urgent_reason = ParagraphField(
        label="Waarom kan dit niet wachten?", max_length=REASON_LENGTH, required=False, rows=3
    )
    mine = forms.BooleanField(
        label="Zet deze melding op mijn naam",
        required=False,
        initial=True,
        help_text="Anders pakt een collega van het team haar op.",
    )

    def __init__(self, *args: Any, from_callback: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        channel: Any = self.fields["channel"]
        channel.choices = [
            choice
            for choice in NotificationChannel.choices
            if (choice[0] == NotificationChannel.CALLBACK) == from_callback
        ]
        self.fields["received_on"].widget.attrs["max"] = timezone.localdate().isoformat()
        self.helper = FormHelper()
        self.helper.layout = Layout("submission_key", *self.parts())

    def parts(self) -> list[Any]:
        """The parts of the page, from top to bottom."""
        return [
            Row("channel", "received_on"),
            "reported_by",
            "reporter_name",
            "question",
            Fieldset("Spoed", "is_urgent", "urgent_reason"),
            "mine",
            Submit("save", "Melding vastleggen"),
        ]

    def clean(self) -> dict[str, Any]:
        """The melding as the act wants it."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        own = self.take_own(answers)
        return {**own, "melding": Melding(**answers)}

    def take_own(self, answers: dict[str, Any]) -> dict[str, Any]:
        """Take out of ``answers`` what is not of the melding itself, as the act wants it."""
        return {"submission_key": answers.pop("submission_key"), "mine": answers.pop("mine")}
