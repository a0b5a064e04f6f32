"""The form of how complex a dossier is and how the team is involved."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.dossiers.models import ResidentFile
from cases.intakes.models.triage import Complexity, Involvement


class CharacterForm(forms.Form):
    """The same two questions as at the triage; ``version`` is what the page showed."""

    use_required_attribute = False

    complexity = forms.ChoiceField(
        label="Hoe ingewikkeld?",
        choices=Complexity.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe ingewikkeld het is."},
    )
    involvement = forms.ChoiceField(
        label="Hoe blijft u betrokken?",
        choices=Involvement.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het team betrokken is."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, file: ResidentFile, **kwargs: Any) -> None:
        names = ("complexity", "involvement", "version")
        kwargs["initial"] = {name: getattr(file, name) for name in names}
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", "Bewaren", data_key="Alt+S"))
