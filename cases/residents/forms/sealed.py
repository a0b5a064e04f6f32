"""The forms of what is closed: a BSN, a secret address, and the reason to open them."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from stdnum.exceptions import ValidationError as NumberError
from stdnum.nl import bsn as bsn_number

from cases.residents.forms.fields import HouseNumberField, PostcodeField
from cases.residents.models import HiddenAddress, SecretGround

LONG_NUMBER = re.compile(r"[0-9][0-9 .-]{5,}[0-9]")
PLAIN_BSN = re.compile(r"^[0-9 .-]{8,15}$")
OTHER = "other"
REASONS = (
    ("", "Kies een reden"),
    ("check", "Controleren of dit de juiste persoon is"),
    ("report", "Nodig voor een melding of aanvraag"),
    ("partner", "Doorgeven aan een organisatie die helpt"),
    ("visit", "Huisbezoek of afspraak"),
    (OTHER, "Iets anders"),
)


class BsnField(forms.CharField):
    """A BSN, kept as nine digits; whether it was ever issued nobody can tell from it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=15, **options)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off", "size": "12"}

    def clean(self, value: Any) -> str:
        """Nine digits that pass the 11-test, or empty."""
        text = super().clean(value)
        if not text:
            return ""
        if not PLAIN_BSN.match(text):
            raise ValidationError("Een BSN heeft negen cijfers.")
        try:
            return str(bsn_number.validate(re.sub(r"[ .-]", "", text)))
        except NumberError:
            raise ValidationError("Dit is geen geldig BSN. Controleer de cijfers.") from None


class OfCardForm(forms.Form):
    """A form that knows which version of the card it was opened on (IK-3)."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def show_version(self, number: int) -> None:
        """From now on the form knows what the colleague saved: the next click is on purpose."""
        if self.has_error("version"):
            typed: Any = dict(self.data.items())
            self.data = typed | {"version": str(number)}


class BsnForm(OfCardForm):
    """The BSN as it will be kept; empty takes it away."""

    use_required_attribute = False
    bsn = BsnField(
        label="BSN",
        required=False,
        help_text="Negen cijfers. Laat leeg als de inwoner geen BSN heeft of het onbekend is.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "version", "bsn", Submit("save", "BSN bewaren", data_key="Alt+S")
        )


class ReasonForm(forms.Form):
    """Why something closed is opened; this stays in the trail, so no numbers belong in it."""

    use_required_attribute = False
    reason = forms.ChoiceField(
        label="Waarom opent u dit?",
        choices=REASONS,
        error_messages={"required": "Kies een reden."},
    )
    explanation = forms.CharField(
        label="Toelichting",
        max_length=200,
        required=False,
        help_text="Zonder namen en nummers. Nodig bij “iets anders”.",
    )

    def __init__(self, *args: Any, button: str, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = address
        self.helper.layout = Layout("reason", "explanation", Submit("show", button))

    def clean(self) -> dict[str, Any]:
        """The reason as one text."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        more = answers["explanation"]
        if LONG_NUMBER.search(more):
            self.add_error("explanation", "Zet hier geen nummers in: dit staat in het logboek.")
        elif answers["reason"] == OTHER and len(more) < len(OTHER):
            self.add_error("explanation", "Schrijf kort op waarom.")
        label = dict(REASONS)[answers["reason"]]
        return {"reason": f"{label}: {more}" if more else label}


class SecretAddressForm(OfCardForm):
    """An address that will be kept closed, and why."""

    use_required_attribute = False
    postcode = PostcodeField(label="Postcode", error_messages={"required": "Vul de postcode in."})
    house_number = HouseNumberField(
        label="Huisnummer", error_messages={"required": "Vul het huisnummer in."}
    )
    ground = forms.ChoiceField(
        label="Waarom is het adres geheim?",
        choices=SecretGround.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom het adres geheim is."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "version",
            Row("postcode", "house_number"),
            "ground",
            Submit("save", "Geheim bewaren", data_key="Alt+S"),
        )

    def clean(self) -> dict[str, Any]:
        """The address as the act wants it."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        number, suffix = answers["house_number"]
        address = HiddenAddress(answers["postcode"], number, suffix, answers["ground"])
        return {"address": address, "version": answers["version"]}
