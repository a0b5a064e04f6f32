"""What the forms of aanvragen have in common."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from common.forms import ParagraphField

WORDS_LENGTH, MOTIVATION_LENGTH = 2000, 10_000


class ActForm(forms.Form):
    """A short form with one button; what was typed warns before it is left."""

    button = "Bewaren"
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.lay_out()

    def lay_out(self) -> None:
        """Every field there is and the button; again after a field was left out."""
        self.helper.layout = Layout(*self.fields, Submit("do", self.button, data_key="Alt+S"))


class WordsField(ParagraphField):
    """A few sentences that are asked for."""

    def __init__(self, label: str, *, missing: str, **options: Any) -> None:
        options.setdefault("rows", 4)
        options.setdefault("max_length", WORDS_LENGTH)
        errors = {"required": missing}
        super().__init__(label=label, error_messages=errors, **options)
