"""The report as a form of sections, sending it, and what the resident says about it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Row, Submit
from django import forms
from django.http import QueryDict
from django.utils import timezone

from cases.residents.forms import DayField
from cases.talks.drafting import GROUPS, SECTION_NAMES, SECTIONS
from cases.talks.forms.cards import PART
from cases.talks.forms.signing import SignerFields
from cases.talks.models import Reaction, Signature
from common.forms import OnceForm, ParagraphField

SECTION_LENGTH, WORDS_LENGTH = 20_000, 4000


def kept_report(data: QueryDict) -> dict[str, list[str]]:
    """The sections that were sent; no tokens and no buttons."""
    return {name: values for name, values in data.lists() if name in SECTION_NAMES}


class ReportForm(forms.Form):
    """The sections as they were typed; nothing is mandatory before sending."""

    use_required_attribute = False
    says_optional = False

    def __init__(self, typed: QueryDict) -> None:
        super().__init__()
        for section in SECTIONS:
            self.fields[section.name] = ParagraphField(
                label=section.title,
                help_text=section.help,
                max_length=SECTION_LENGTH,
                rows=5,
                required=False,
            )
            self.initial[section.name] = typed.get(section.name, "")
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.template = PART
        self.helper.layout = Layout(*_headings())


def _headings() -> list[Any]:
    """The names of the sections, each group under its heading."""
    return [
        part
        for heading, sections in GROUPS
        for part in (HTML(f"<h2>{heading}</h2>"), *(section.name for section in sections))
    ]


class SendForm(OnceForm):
    """Send what the page shows; ``version`` says which text that is."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = "send-%s"
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.layout = Layout(
            "submission_key", "version", Submit("do", "Vastleggen als verstuurd")
        )


class ReactionForm(SignerFields):
    """What the resident says about a version, and whether it is signed."""

    use_required_attribute = False
    field_order = ("reaction", "words", "reacted_on", "signature")

    reaction = forms.ChoiceField(
        label="Wat vindt de inwoner?",
        choices=Reaction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat de inwoner vindt."},
    )
    words = ParagraphField(
        label="In eigen woorden van de inwoner",
        max_length=WORDS_LENGTH,
        rows=4,
        required=False,
        help_text="Nodig bij opmerkingen en bij niet akkoord.",
    )
    reacted_on = DayField(
        label="Datum van de reactie", error_messages={"required": "Kies een dag."}
    )
    signature = forms.ChoiceField(
        label="Handtekening",
        choices=Signature.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of het verslag is ondertekend."},
    )

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        today = {"reacted_on": timezone.localdate(), "signature": Signature.NONE}
        kwargs["initial"] = {**today, "signed_name": name}
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "reaction",
            "words",
            Row("reacted_on"),
            "signature",
            "signed_name",
            "drawing",
            Submit("do", "Reactie vastleggen", data_key="Alt+S"),
        )
