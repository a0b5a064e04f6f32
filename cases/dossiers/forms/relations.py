"""The forms by which two dossiers are joined and put apart."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError

from cases.dossiers.models import RelationKind
from common.forms import ParagraphField

REASON_LENGTH = 1000
NUMBER = re.compile(r"(?:ds-?)?0*([0-9]{1,9})", re.IGNORECASE)


class RelateForm(forms.Form):
    """The number of another dossier, and what it has to do with this one."""

    use_required_attribute = False

    other_id = forms.CharField(
        label="Nummer van het andere dossier",
        max_length=20,
        help_text="Bijvoorbeeld DS-0000123.",
        error_messages={"required": "Vul het nummer van het andere dossier in."},
    )
    kind = forms.ChoiceField(
        label="Van wie is het andere dossier?",
        choices=RelationKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies van wie het andere dossier is."},
    )
    reason = ParagraphField(
        label="Waarom horen ze bij elkaar",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "other_id", "kind", "reason", Submit("do", "Koppelen", data_key="Alt+S")
        )

    def clean_other_id(self) -> int:
        """The number of the row, however it was typed."""
        found = NUMBER.fullmatch(self.cleaned_data["other_id"].replace(" ", ""))
        if found is None:
            raise ValidationError("Dit is geen nummer van een dossier. Voorbeeld: DS-0000123.")
        return int(found[1])


class UnrelateForm(forms.Form):
    """Why two dossiers are put apart."""

    use_required_attribute = False

    reason = ParagraphField(
        label="Waarom horen ze niet meer bij elkaar",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("reason", Submit("do", "Loskoppelen", data_key="Alt+S"))
