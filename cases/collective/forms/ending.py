"""The forms of a beginning and an end (CW-4)."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.collective.lifecycle import CollectiveState
from cases.collective.models import CollectiveEntry
from cases.collective.models.entries import OUTCOME_LENGTH
from cases.collective.wording import NO_NAMES
from common.forms import DayField, ParagraphField, only_when_needed

STEPS = [("complete", "Afgerond: het is klaar"), ("stop", "Gestopt: het gaat niet verder")]


class StartForm(forms.Form):
    """From which day it runs."""

    use_required_attribute = False
    day = DayField(label="Loopt sinds")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Starten", "day")


class EndForm(forms.Form):
    """How it ended, on which day, and what came of it."""

    use_required_attribute = False
    step = forms.ChoiceField(
        label="Hoe eindigt het?",
        choices=STEPS,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het eindigt."},
    )
    day = DayField(label="Laatste dag")
    outcome = ParagraphField(
        label="Wat kwam eruit, of waarom stopt het?",
        max_length=OUTCOME_LENGTH,
        rows=4,
        required=False,
        help_text=NO_NAMES,
    )

    def __init__(self, *args: Any, entry: CollectiveEntry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ["step", "day", "outcome"]
        if entry.state == CollectiveState.IDEA:
            del self.fields["step"]
            names.remove("step")
            self.fields["outcome"].label = "Waarom gaat het niet door?"
        only_when_needed(self.fields["outcome"])
        self.helper = _helper("Afsluiten", *names)

    def clean(self) -> dict[str, Any]:
        """An idea can only be stopped."""
        answers = super().clean() or {}
        return {"step": "stop", **answers} if "step" not in self.fields else answers


def _helper(button: str, *names: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*names, Submit("save", button, data_key="Alt+S"))
    return helper
