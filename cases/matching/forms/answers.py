"""The forms with which a request is answered, taken back and followed up."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.matching.models import NoMatch
from cases.residents.forms import DayField
from common.forms import ParagraphField

WORDS_LENGTH, NAME_LENGTH = 1000, 120


class _WordsForm(forms.Form):
    """A form with one button."""

    button = "Bewaren"
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", self.button, data_key="Alt+S"))


class FoundForm(_WordsForm):
    """Where the volunteer comes from, and when they meet."""

    button = "Match vastleggen"

    matched_with = forms.CharField(
        label="Welke organisatie of welk aanbod?",
        max_length=NAME_LENGTH,
        help_text="Niet de naam van de vrijwilliger.",
        error_messages={"required": "Vul in waar de vrijwilliger vandaan komt."},
    )
    first_contact_on = DayField(
        label="Dag van het eerste contact",
        error_messages={"required": "Vul in wanneer zij elkaar voor het eerst spreken."},
    )
    words = ParagraphField(
        label="Toelichting voor de aanvrager", max_length=WORDS_LENGTH, rows=3, required=False
    )


class NoneForm(_WordsForm):
    """Why there is no match."""

    button = "Vastleggen dat er geen match is"

    reason = forms.ChoiceField(
        label="Waarom niet?",
        choices=NoMatch.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom niet."},
    )
    words = ParagraphField(
        label="Toelichting voor de aanvrager", max_length=WORDS_LENGTH, rows=3, required=False
    )


class WithdrawForm(_WordsForm):
    """Why it is not needed any more."""

    button = "Intrekken"

    words = ParagraphField(
        label="Waarom is het niet meer nodig?",
        max_length=WORDS_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )


class ArrivalForm(_WordsForm):
    """Whether the volunteer came."""

    came = forms.TypedChoiceField(
        label="Is de vrijwilliger gekomen?",
        choices=(("yes", "Ja, het loopt"), ("no", "Nee, het is niet gelukt")),
        coerce=lambda said: said == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee."},
    )
    words = ParagraphField(label="Toelichting", max_length=WORDS_LENGTH, rows=3, required=False)
