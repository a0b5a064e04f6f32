"""Four choices, and nothing to type about anybody."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms

from cases.callbacks.models import CallbackSubject
from cases.intakes.models.advice import LONGEST_MINUTES, AdviceAnswer, AdviceChannel
from common.forms import OnceForm


class AdviceForm(OnceForm):
    """A short contact."""

    use_required_attribute = False

    channel = forms.ChoiceField(label="Waar?", choices=AdviceChannel.choices)
    topic = forms.ModelChoiceField(
        CallbackSubject.objects.in_use(), label="Onderwerp", empty_label="Kies een onderwerp"
    )
    answer = forms.ModelChoiceField(
        AdviceAnswer.objects.in_use(), label="Wat kwam eruit?", empty_label="Kies wat eruit kwam"
    )
    minutes = forms.IntegerField(
        label="Minuten", min_value=1, max_value=LONGEST_MINUTES, help_text="Ongeveer is goed."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "submission_key",
            Row("channel", "topic"),
            Row("answer", "minutes"),
            Submit("save", "Vastleggen"),
        )
