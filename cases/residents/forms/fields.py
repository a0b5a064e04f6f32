"""Form fields for what a caller tells: phone number, postcode, house number, birth date."""

import re
from datetime import date
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from phonenumbers import PhoneNumberType

from cases.residents.birthdays import OLDEST_AGE, BirthDate, ImpossibleDateError
from cases.residents.models import LANGUAGE_LENGTH
from cases.residents.services import SafeContact
from clusters.models import Neighbourhood
from common.forms import DayField

POSTCODE = re.compile(r"^([1-9][0-9]{3})\s*([A-Za-z]{2})$")
HOUSE_NUMBER = re.compile(r"^([0-9]{1,5})(?![0-9])\s*-?\s*([A-Za-z0-9][A-Za-z0-9 -]{0,8})?$")
FOURTEEN = re.compile(r"^(00)?(31)?0?14[0-9]{2,4}$")
NOT_A_PERSON = frozenset(
    {
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
    }
)
"""Kinds of numbers that services have and residents do not: 0900, 0800, 0906."""
NEVER_ISSUED = {"SA", "SD", "SS"}


class PhoneField(forms.CharField):
    """A number that can be called back, kept as E.164; Dutch unless it begins with + or 00."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=30, **options)
        self.widget.attrs |= {"inputmode": "tel", "autocomplete": "off"}

    def clean(self, value: Any) -> str:
        """The number as E.164; refuses short, special and impossible numbers with the reason."""
        text = super().clean(value)
        if not text:
            return ""
        if FOURTEEN.match(re.sub(r"\D", "", text)):
            raise ValidationError("14-nummers zijn niet terug te bellen. Vraag het eigen nummer.")
        try:
            number = phonenumbers.parse(text, "NL")
        except phonenumbers.NumberParseException:
            raise ValidationError("Dit is geen telefoonnummer. Voorbeeld: 06 12345678.") from None
        if not phonenumbers.is_possible_number(number):
            raise ValidationError("Dit nummer is te kort of te lang. Controleer de cijfers.")
        if not phonenumbers.is_valid_number(number):
            raise ValidationError("Dit nummer bestaat niet. Controleer de cijfers.")
        if phonenumbers.number_type(number) in NOT_A_PERSON:
            raise ValidationError("Dit is een servicenummer. Vraag het eigen nummer.")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class PostcodeField(forms.CharField):
    """A Dutch postcode, kept as 1315AA."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=10, **options)
        self.widget.attrs |= {"autocomplete": "off", "size": "8"}

    def clean(self, value: Any) -> str:
        """Six characters without a space, or empty."""
        text = super().clean(value)
        if not text:
            return ""
        match = POSTCODE.match(text)
        if match is None or match[2].upper() in NEVER_ISSUED:
            raise ValidationError("Een postcode is vier cijfers en twee letters, zoals 1315 AA.")
        return match[1] + match[2].upper()


class HouseNumberField(forms.CharField):
    """A house number with its addition, kept as a pair (12, "A")."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=16, **options)
        self.widget.attrs |= {"autocomplete": "off", "size": "6"}

    def clean(self, value: Any) -> tuple[int | None, str]:  # type: ignore[override]
        """Number and addition; (None, "") when left empty."""
        text = super().clean(value)
        if not text:
            return None, ""
        match = HOUSE_NUMBER.match(text)
        if match is None or int(match[1]) == 0:
            raise ValidationError("Een huisnummer begint met een cijfer, zoals 12 of 12 A.")
        return int(match[1]), (match[2] or "").strip().upper()


class ClockField(forms.TimeField):
    """A time of day, as hh:mm."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {"invalid": "Vul een tijd in als uu:mm."}


class BirthDateField(DayField):
    """A date of birth of somebody who can be alive."""

    def validate(self, value: date | None) -> None:
        """Not in the future, not longer ago than anybody lived."""
        super().validate(value)
        if value is None:
            return
        today = timezone.localdate()
        if value > today:
            raise ValidationError("Een geboortedatum ligt niet in de toekomst.")
        if value.year < today.year - OLDEST_AGE:
            raise ValidationError(f"Deze geboortedatum is langer dan {OLDEST_AGE} jaar geleden.")


class PartialDateField(forms.CharField):
    """A date of birth with 00 for what is unknown, kept as a ``BirthDate``."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "dd-mm-jjjj. Onbekende dag, maand of jaar: vul nullen in.")
        super().__init__(max_length=12, **options)
        self.widget.attrs |= {"autocomplete": "off", "size": "12", "inputmode": "numeric"}

    def clean(self, value: Any) -> BirthDate | None:  # type: ignore[override]
        """The date as far as it is known; None when left empty."""
        text = super().clean(value)
        if not text:
            return None
        try:
            born = BirthDate.read(text)
            born.refuse_unlikely(timezone.localdate())
        except ImpossibleDateError as error:
            raise ValidationError(str(error)) from None
        return born


class SafeContactFields(forms.Form):
    """How somebody can be called without harm; one card, asked by the desk and kept by the team."""

    voicemail_allowed = forms.BooleanField(label="Voicemail inspreken mag", required=False)
    hide_municipality = forms.BooleanField(
        label="Noem de gemeente niet",
        required=False,
        help_text="Als iemand anders kan opnemen die dit niet mag weten.",
    )
    hide_number = forms.BooleanField(
        label="Toon het nummer niet in lijsten",
        required=False,
        help_text="Wie belt, leest eerst hoe dat veilig kan.",
    )
    call_from = ClockField(label="Alleen bellen vanaf", required=False)
    call_until = ClockField(label="tot", required=False)
    language = forms.CharField(
        label="Taal",
        max_length=LANGUAGE_LENGTH,
        required=False,
        help_text="Als dit niet Nederlands is.",
    )
    needs_interpreter = forms.BooleanField(label="Tolk nodig", required=False)

    def clean(self) -> dict[str, Any]:
        """Both hours or neither, in their order."""
        answers = super().clean() or {}
        start, end = answers.get("call_from"), answers.get("call_until")
        if {"call_from", "call_until"} & set(self.errors):
            return answers
        if (start is None) != (end is None):
            gap = "call_from" if start is None else "call_until"
            self.add_error(gap, "Vul allebei de tijden in, of geen van beide.")
        elif start is not None and end is not None and end <= start:
            self.add_error("call_until", "De eindtijd ligt na de begintijd.")
        return answers

    def card(self, *, may_be_called: bool = True) -> SafeContact:
        """The card out of valid answers."""
        names = [name for name in SafeContactFields.base_fields if name in self.cleaned_data]
        answers = {name: self.cleaned_data[name] for name in names}
        return SafeContact(may_be_called=may_be_called, **answers)


class CallerForm(SafeContactFields):
    """Who calls, where they live and how they can be called safely.

    Nothing is obliged: who only asks something need not say who they are. A callback needs a
    number, and a name or the choice to stay anonymous; ``require_caller`` asks for those.
    """

    use_required_attribute = False
    says_optional = False  # in a call everything is, until something is promised
    field_order = ("name", "is_anonymous", "phone", "postcode", "house_number", "address_secret")

    name = forms.CharField(label="Naam", max_length=120, required=False)
    is_anonymous = forms.BooleanField(label="Beller wil anoniem blijven", required=False)
    phone = PhoneField(label="Telefoonnummer", required=False)
    postcode = PostcodeField(label="Postcode", required=False)
    house_number = HouseNumberField(label="Huisnummer", required=False)
    address_secret = forms.BooleanField(
        label="Geheim adres",
        required=False,
        help_text="Het adres wijst het team aan en wordt niet bewaard.",
    )
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.order_by("name"),
        label="Wijk",
        required=False,
        empty_label="Volgt uit de postcode",
        help_text="Als de postcode onbekend is.",
    )
    birth_date = BirthDateField(label="Geboortedatum", required=False)

    def require_caller(self) -> None:
        """Ask what a callback cannot do without; call it before the form is validated."""
        self.fields["phone"].required = True
        self.fields["phone"].error_messages["required"] = "Vul het nummer in om terug te bellen."
        if not self.data.get("is_anonymous"):
            self.fields["name"].required = True
            self.fields["name"].error_messages["required"] = "Vul de naam in, of kies “anoniem”."
