"""The form with which a year is closed."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from budgets.closing.models import REASON_LENGTH, Remainder
from common.forms import OnceForm, ParagraphField

STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


class ClosingForm(OnceForm):
    """What happens with what is left, and why; ``shown`` marks the figures on the page."""

    use_required_attribute = False

    shown = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": STALE})
    remainder = forms.ChoiceField(
        label="Wat gebeurt er met wat overblijft?",
        choices=Remainder.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er gebeurt met wat overblijft."},
    )
    reason = ParagraphField(
        rows=3,
        label="Waarom",
        max_length=REASON_LENGTH,
        help_text="Bijvoorbeeld het besluit waar dit op berust. Noem geen inwoners.",
        error_messages={"required": "Schrijf kort op waarom."},
    )
    agreed = forms.BooleanField(
        label="Ik heb de bedragen nagekeken. Afsluiten is niet terug te draaien.",
        error_messages={"required": "Kijk de bedragen na en vink dit aan."},
    )

    def __init__(self, *args: Any, shown: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"shown": shown}
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        rows = ("submission_key", "shown", "remainder", "reason", "agreed")
        self.helper.layout = Layout(*rows, Submit("do", "Jaar afsluiten", data_key="Alt+S"))

    def clean(self) -> dict[str, Any]:
        """The tick is for who fills it in; the act does not need it."""
        answers = super().clean() or {}
        answers.pop("agreed", None)
        return answers

    def show(self, shown: int) -> None:
        """What the page shows now, after it was refused."""
        self.data = {**self.data.dict(), "shown": shown}  # type: ignore[attr-defined]
