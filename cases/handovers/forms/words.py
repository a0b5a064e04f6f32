"""Forms with a few words and one button."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.handovers.models import Refusal
from common.forms import OnceForm, ParagraphField

LENGTH = 2000


class _WordsForm(forms.Form):
    """A form with one button."""

    button = "Bewaren"
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", self.button, data_key="Alt+S"))


class AskForm(_WordsForm):
    """What the receiving team wants to know."""

    button = "Toelichting vragen"

    words = ParagraphField(
        label="Wat wilt u weten?",
        max_length=LENGTH,
        rows=4,
        error_messages={"required": "Schrijf op wat u wilt weten."},
    )


class ExplainForm(_WordsForm):
    """What the casusregisseur answers."""

    button = "Toelichting geven"

    words = ParagraphField(
        label="Uw toelichting",
        max_length=LENGTH,
        rows=5,
        help_text="Komt onder de samenvatting te staan. Schrijf alleen wat nodig is.",
        error_messages={"required": "Schrijf uw toelichting op."},
    )


class EarlyForm(_WordsForm):
    """Why somebody reads the dossier before deciding."""

    button = "Dossier openen"

    words = ParagraphField(
        label="Waarom is de samenvatting niet genoeg?",
        max_length=LENGTH,
        rows=3,
        help_text="Uw reden staat in het dossier. De casusregisseur krijgt bericht.",
        error_messages={"required": "Schrijf op waarom u het dossier nodig hebt."},
    )


class RefuseForm(_WordsForm):
    """Why the team does not take over."""

    button = "Overdracht weigeren"

    reason = forms.ChoiceField(
        label="Waarom niet?",
        choices=Refusal.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom niet."},
    )
    words = ParagraphField(
        label="Toelichting voor de casusregisseur",
        max_length=LENGTH,
        rows=4,
        error_messages={"required": "Schrijf kort op waarom, en wat de casusregisseur kan doen."},
    )


class WithdrawForm(_WordsForm):
    """Why it is taken back."""

    button = "Overdracht intrekken"

    words = ParagraphField(label="Waarom", max_length=LENGTH, rows=3, required=False)


class UnagreedForm(_WordsForm):
    """What the resident said."""

    button = "Akkoord intrekken"

    words = ParagraphField(
        label="Wat zei de inwoner?",
        max_length=LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op wat de inwoner zei."},
    )


class LateNoteForm(OnceForm):
    """What the new casusregisseur must know as well."""

    use_required_attribute = False

    words = ParagraphField(
        label="Aanvulling",
        max_length=LENGTH,
        rows=5,
        help_text="De nieuwe casusregisseur krijgt bericht.",
        error_messages={"required": "Schrijf de aanvulling op."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", "Bewaren", data_key="Alt+S"))
