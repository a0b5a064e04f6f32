"""Form fields for what a caller tells: phone number, postcode, house number, birth date."""

import re
from datetime import date
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from phonenumbers import PhoneNumberType

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
OLDEST_AGE = 120


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


class DayField(forms.DateField):
    """A date typed as dd-mm-jjjj or picked; the browser sends jjjj-mm-dd."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
    default_error_messages = {"invalid": "Vul een datum in als dd-mm-jjjj."}


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
