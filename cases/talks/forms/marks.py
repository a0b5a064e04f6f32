"""Why something a professional knew already was talked about after all."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.procedures.models import REASON_LENGTH
from common.forms import ParagraphField


class LiftMarkForm(forms.Form):
    """One question."""

    use_required_attribute = False

    reason = ParagraphField(
        label="Waarom bespreekt u dit toch?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf op waarom u dit toch bespreekt."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("reason", Submit("do", "Toch bespreken"))
