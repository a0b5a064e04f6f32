"""The form of an organisation: how it can be reached."""

import re
from typing import Any

import phonenumbers
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from cases.community.models import (
    ADDRESS_LENGTH,
    NAME_LENGTH,
    NOTE_LENGTH,
    Organisation,
    OrganisationKind,
)
from cases.community.services import OrganisationText
from cases.knowledge.forms import OUTDATED
from cases.residents.forms import PostcodeField
from cases.residents.forms.fields import FOURTEEN
from common.forms import OnceForm, ParagraphField

NAMES = tuple(OrganisationText.__dataclass_fields__)


class ServicePhoneField(forms.CharField):
    """The number of an organisation; unlike that of a resident it may be 14 036 or 0800."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=30, **options)
        self.widget.attrs |= {"inputmode": "tel", "autocomplete": "off"}

    def clean(self, value: Any) -> str:
        """The number as E.164, a 14-number as its digits, or empty."""
        text = super().clean(value)
        digits = re.sub(r"\D", "", text)
        if not text or FOURTEEN.match(digits):
            return digits if text else ""
        try:
            number = phonenumbers.parse(text, "NL")
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_valid_number(number):
            raise ValidationError("Dit is geen telefoonnummer. Voorbeeld: 036 539 99 11.")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class WebField(forms.URLField):
    """An address of a website one can open; nothing but https and http."""

    default_validators = [URLValidator(schemes=["http", "https"])]


class VersionedForm(OnceForm):
    """A form that knows which text it was opened with, so that nobody overwrites a colleague."""

    use_required_attribute = False
    version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, error_messages={"invalid": OUTDATED}
    )

    def show_version(self, number: int) -> None:
        """From now on this form knows the text of the colleague, which stands beside it."""
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        typed[self.add_prefix("version")] = str(number)
        self.data = typed


class OrganisationForm(VersionedForm):
    """One organisation, its address and how to reach it."""

    name = forms.CharField(label="Naam", max_length=NAME_LENGTH)
    kind = forms.ChoiceField(
        label="Soort organisatie", choices=[("", "Kies een soort"), *OrganisationKind.choices]
    )
    phone = ServicePhoneField(label="Telefoonnummer", required=False)
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        help_text="Het adres van de organisatie, niet van een medewerker.",
    )
    website = WebField(label="Website", required=False, assume_scheme="https", max_length=200)
    address = forms.CharField(label="Adres", max_length=ADDRESS_LENGTH, required=False)
    postcode = PostcodeField(label="Postcode", required=False)
    note = ParagraphField(
        label="Opmerking",
        max_length=NOTE_LENGTH,
        rows=3,
        required=False,
        help_text="Bijvoorbeeld openingstijden. Geen namen van inwoners.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "submission_key",
            "version",
            "name",
            "kind",
            Row("phone", "email"),
            "website",
            Row("address", "postcode"),
            "note",
            Submit("save", "Organisatie bewaren", data_key="Alt+S"),
        )

    def clean(self) -> dict[str, Any]:
        """The organisation as the act wants it, beside the key and the version."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        return {
            "text": OrganisationText(**{name: answers[name] for name in NAMES}),
            "version": answers["version"] or 0,
            "submission_key": answers["submission_key"],
        }


def organisation_initial(organisation: Organisation) -> dict[str, Any]:
    """What the form of an organisation opens with."""
    return {name: getattr(organisation, name) for name in (*NAMES, "version")}
