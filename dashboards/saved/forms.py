"""The name of a saved view."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from dashboards.saved.addresses import PAGES
from dashboards.saved.models import NAME_LENGTH, QUERY_LENGTH


class SavedViewForm(forms.Form):
    """What to call the page as it is now."""

    use_required_attribute = False

    name = forms.CharField(
        label="Naam",
        max_length=NAME_LENGTH,
        help_text="Zet hier geen naam van een inwoner in.",
        error_messages={
            "required": "Geef de weergave een naam.",
            "max_length": f"Houd het bij {NAME_LENGTH} tekens.",
        },
    )
    page = forms.ChoiceField(choices=list(PAGES.items()), widget=forms.HiddenInput)
    query = forms.CharField(max_length=QUERY_LENGTH, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "name", "page", "query", Submit("do", "Weergave bewaren", data_key="Alt+S")
        )
