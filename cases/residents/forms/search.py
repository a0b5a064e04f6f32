"""The form to find a resident: a BSN, or a date of birth with a name or an address."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms

from cases.residents.forms.fields import HouseNumberField, PartialDateField, PostcodeField
from cases.residents.forms.sealed import BsnField
from cases.residents.models import NAME_LENGTH
from cases.residents.searching import FEWEST_LETTERS, Sought

ASK_MORE = (
    "Vul het BSN in. Of de geboortedatum, met minstens "
    f"{FEWEST_LETTERS} letters van de naam of met postcode en huisnummer."
)


class SearchForm(forms.Form):
    """What is known of somebody; sent by POST, so that it is in no address."""

    use_required_attribute = False

    bsn = BsnField(label="BSN", required=False)
    born = PartialDateField(label="Geboortedatum", required=False)
    name = forms.CharField(
        label="Naam",
        max_length=NAME_LENGTH,
        required=False,
        help_text="Minstens drie letters van een voornaam of achternaam.",
    )
    postcode = PostcodeField(label="Postcode", required=False)
    house_number = HouseNumberField(label="Huisnummer", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        if not self.is_bound:
            self.fields["bsn"].widget.attrs["autofocus"] = True
        self.helper = FormHelper()
        self.helper.form_class = "wt-wide"
        self.helper.layout = Layout(
            Row("bsn"),
            Row("born", "name"),
            Row("postcode", "house_number"),
            Submit("search", "Zoeken", data_key="Alt+S"),
        )

    def clean(self) -> dict[str, Any]:
        """Enough to point to one person."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        number, _suffix = answers.pop("house_number")
        sought = Sought(house_number=number, **answers)
        if not sought.is_enough:
            raise forms.ValidationError(ASK_MORE)
        return {"sought": sought}
