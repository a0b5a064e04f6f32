"""What is typed about the organisation: an address to look up."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.urls import reverse

from clusters.organisation.routing import POSTCODE_EXAMPLE, normalise_postcode
from common.errors import RuleViolation

HOUSE_NUMBER = re.compile(r"([1-9][0-9]{0,4})(?![0-9]).{0,10}")


class AddressForm(forms.Form):
    """A postcode, and a house number when the postcode alone does not decide."""

    use_required_attribute = False

    postcode = forms.CharField(
        label="Postcode",
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": POSTCODE_EXAMPLE},
    )
    house_number = forms.CharField(
        label="Huisnummer",
        max_length=16,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"hx-post": reverse("postcode-lookup"), "hx-target": "#answer"}
        self.helper.layout = Layout(
            Row("postcode", "house_number"), Submit("look-up", "Team opzoeken")
        )

    def clean_postcode(self) -> str:
        """1315 aa becomes 1315AA."""
        try:
            return normalise_postcode(self.cleaned_data["postcode"])
        except RuleViolation as broken:
            raise forms.ValidationError(str(broken)) from broken

    def clean_house_number(self) -> int | None:
        """The number without its letter or addition: 12a is 12."""
        typed = self.cleaned_data["house_number"].strip()
        if not typed:
            return None
        found = HOUSE_NUMBER.fullmatch(typed)
        if found is None:
            raise forms.ValidationError("Vul een huisnummer in als 12 of 12a.")
        return int(found[1])
