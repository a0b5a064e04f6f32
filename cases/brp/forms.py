"""The forms of an extract: the file, and the buttons that go on or stop."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.brp.uploading import ClosedUpload
from common.forms import OnceForm

CHOOSE = "Kies het bestand met het uittreksel."


class UploadForm(OnceForm):
    """The file; what is in it is judged by the service."""

    use_required_attribute = False
    extract = forms.FileField(
        label="Uittreksel (CSV, UTF-8)",
        max_length=None,
        help_text="Het bestand gaat versleuteld de werkplek in en wordt na afloop weggegooid.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": CHOOSE, "invalid": CHOOSE, "empty": "Dit bestand is leeg."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "extract", "submission_key", Submit("save", "Uploaden en controleren")
        )

    def clean_extract(self) -> ClosedUpload:
        """Only what our own handler closed."""
        extract: Any = self.cleaned_data["extract"]
        if not isinstance(extract, ClosedUpload):
            raise forms.ValidationError(CHOOSE)
        return extract


class StartForm(forms.Form):
    """That somebody read the report, and agrees to skip what is wrong."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    skip_faulty = forms.BooleanField(required=False, widget=forms.HiddenInput)
