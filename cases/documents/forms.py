"""The forms of documents: add one, withdraw one."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.documents.models import DocumentKind
from cases.documents.uploading import DocumentUpload
from cases.residents.forms import DayField
from common.forms import OnceForm, ParagraphField

WORDS_LENGTH, REASON_LENGTH = 1000, 1000
CHOOSE = "Kies een bestand. Kies het ook opnieuw na een fout op deze pagina."
ACCEPTED = ".pdf,.jpg,.jpeg,.png,.docx,.odt,.txt"


class DocumentForm(OnceForm):
    """A file and what it is; what is in it is judged by the service."""

    use_required_attribute = False

    document = forms.FileField(
        label="Bestand",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": CHOOSE,
            "invalid": CHOOSE,
            "missing": CHOOSE,
            "empty": "Dit bestand is leeg.",
        },
    )
    kind = forms.ChoiceField(
        label="Wat is het?",
        choices=[("", "Kies een soort"), *DocumentKind.choices],
        error_messages={"required": "Kies wat het is."},
    )
    words = ParagraphField(label="Omschrijving", max_length=WORDS_LENGTH, rows=3, required=False)
    dated_on = DayField(label="Datum op het document", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "document",
            "kind",
            "words",
            "dated_on",
            "submission_key",
            Submit("do", "Document toevoegen", data_key="Alt+S"),
        )

    def clean_document(self) -> DocumentUpload:
        """Only what our own handler closed."""
        document: Any = self.cleaned_data["document"]
        if not isinstance(document, DocumentUpload):
            raise forms.ValidationError(CHOOSE)
        if document.refusal:
            raise forms.ValidationError(document.refusal)
        return document


class WithdrawForm(forms.Form):
    """Why a document should not be read any more."""

    use_required_attribute = False

    words = ParagraphField(
        label="Waarom trekt u het in?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("words", Submit("do", "Document intrekken"))
