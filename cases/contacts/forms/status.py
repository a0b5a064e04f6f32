"""The two facts that let the desk say how it stands (STA-1, H6)."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row, Submit
from django import forms

from cases.callbacks.models import Facts
from cases.residents.forms import BirthDateField, PhoneField, PostcodeField
from common.forms import OnceForm

REFERENCE = re.compile(r"(?:TB)?[- ]*0*([1-9][0-9]{0,17})", re.IGNORECASE)


class ReferenceField(forms.CharField):
    """The number of a request: TB-000123, or 123."""

    def clean(self, value: Any) -> int | None:  # type: ignore[override]
        """The number itself; None when left empty."""
        text = super().clean(value)
        if not text:
            return None
        found = REFERENCE.fullmatch(text.strip())
        if found is None:
            raise forms.ValidationError("Een nummer ziet eruit als TB-000123.")
        return int(found[1])


class StatusForm(OnceForm):
    """Where to look (a number or postcode) and that it is them (birth date or name)."""

    use_required_attribute = False

    phone = PhoneField(label="Telefoonnummer", required=False)
    number = ReferenceField(label="Nummer van het verzoek", required=False, max_length=24)
    postcode = PostcodeField(label="Postcode", required=False)
    birth_date = BirthDateField(label="Geboortedatum", required=False)
    name = forms.CharField(label="Naam", max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.fields["phone"].widget.attrs["autofocus"] = True
        self.helper = FormHelper()
        self.helper.form_id = "status"
        self.helper.form_class = "wt-wide"
        self.helper.layout = Layout(
            "submission_key",
            Row(Column("phone", "number", "postcode"), Column("birth_date", "name")),
            Submit("do", "Opzoeken", data_key="Alt+S"),
        )

    def clean(self) -> dict[str, Any]:
        """Two facts: one that says where to look, one that says who it is."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        facts = Facts(
            phone=answers["phone"],
            postcode=answers["postcode"],
            number=answers["number"],
            birth_date=answers["birth_date"],
            name=answers["name"],
        )
        if not facts.are_enough:
            raise forms.ValidationError(
                "Vraag twee gegevens: een nummer of postcode, en de geboortedatum of de naam."
            )
        return {"facts": facts, "submission_key": answers["submission_key"]}
