"""The form with which a dossier ends: how it went, and what the resident thought of it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms

from cases.dossiers.forms.words import WORDS_LENGTH
from cases.dossiers.models import HIGHEST, LOWEST, Follows
from common.forms import ParagraphField

GRADE_FAULT = f"Vul een heel cijfer in van {LOWEST} tot en met {HIGHEST}, of laat het leeg."
ANONYMOUS = (
    "De inwoner hoeft niet te antwoorden. Het antwoord wordt alleen geteld per cluster en "
    "kwartaal, en is nergens aan dit dossier te koppelen."
)


class CloseForm(forms.Form):
    """How the dossier ended."""

    use_required_attribute = False

    words = ParagraphField(
        label="Hoe is het nu, en wat is afgesproken?",
        max_length=WORDS_LENGTH,
        rows=5,
        error_messages={"required": "Schrijf kort op hoe het is geëindigd."},
    )
    well = ParagraphField(label="Wat ging goed?", max_length=WORDS_LENGTH, rows=3, required=False)
    stays = ParagraphField(
        label="Wat blijft er nodig?", max_length=WORDS_LENGTH, rows=3, required=False
    )
    follows = forms.ChoiceField(
        label="Wat volgt er?", choices=Follows.choices, widget=forms.RadioSelect, required=False
    )
    grade = forms.IntegerField(
        label="Welk cijfer geeft de inwoner de hulp?",
        min_value=LOWEST,
        max_value=HIGHEST,
        required=False,
        help_text=ANONYMOUS,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), GRADE_FAULT),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "2"}),
    )
    thought_along = forms.TypedChoiceField(
        label="“Kon u meedenken?”",
        choices=(("yes", "Ja"), ("no", "Nee")),
        coerce=lambda said: said == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": "", "autocomplete": "off"}
        self.helper.layout = Layout(
            "words",
            Fieldset("Evaluatie", "well", "stays", "follows"),
            Fieldset("Wat vond de inwoner ervan?", "grade", "thought_along"),
            Submit("do", "Dossier afsluiten"),
        )
