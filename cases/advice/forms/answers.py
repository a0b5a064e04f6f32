"""The forms with which a question is answered and taken back."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from common.forms import ParagraphField

ANSWER_LENGTH, REASON_LENGTH = 4000, 1000


class _WordsForm(forms.Form):
    """A form with one field and one button."""

    button = ""
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", self.button, data_key="Alt+S"))


class AnswerForm(_WordsForm):
    """What one thinks of it, or what somebody outside said."""

    button = "Antwoord vastleggen"

    words = ParagraphField(
        label="Wat is het antwoord?",
        max_length=ANSWER_LENGTH,
        rows=8,
        error_messages={"required": "Schrijf het antwoord op."},
    )


class WithdrawForm(_WordsForm):
    """Why it is not needed any more."""

    button = "Intrekken"

    words = ParagraphField(
        label="Waarom is het niet meer nodig?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )
