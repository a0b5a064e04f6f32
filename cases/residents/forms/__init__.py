"""Index of the forms about residents."""

from cases.residents.forms.fields import (
    BirthDateField,
    CallerForm,
    ClockField,
    HouseNumberField,
    PartialDateField,
    PhoneField,
    PostcodeField,
    SafeContactFields,
)
from common.forms import DayField

__all__ = [
    "BirthDateField",
    "CallerForm",
    "ClockField",
    "DayField",
    "HouseNumberField",
    "PartialDateField",
    "PhoneField",
    "PostcodeField",
    "SafeContactFields",
]
