"""Amounts as people write them here, as whole cents; never a float (M12)."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MOST_CENTS = 99_999_999
DUTCH = re.compile(r"(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d\d|-))?", re.ASCII)
FAULT = "Schrijf een bedrag zoals 1.000,50 of 1000,50."


def cents_of(text: str, most: int = MOST_CENTS) -> int:
    """The cents of "1.000,50", "1000,50" or "1000"; ValueError for anything else, and for 0.

    ``most`` is the largest amount that can be meant.
    """
    found = DUTCH.fullmatch(text.strip())
    if found is None:
        raise ValueError(FAULT)
    euros, rest = found.groups()
    cents = int(euros.replace(".", "")) * 100 + (int(rest) if rest and rest != "-" else 0)
    if cents == 0:
        raise ValueError("Het bedrag is meer dan nul.")
    if cents > most:
        raise ValueError("Dit bedrag is te groot.")
    return cents


def written(cents: int) -> str:
    """The amount as it stands in a field: "1000,50"."""
    return f"{cents // 100},{cents % 100:02d}"


class MoneyField(forms.CharField):
    """An amount in euros; the cleaned value is in cents."""

    def __init__(self, *, most_cents: int = MOST_CENTS, **options: Any) -> None:
        self.most_cents = most_cents
        attrs = {"inputmode": "decimal", "autocomplete": "off"}
        options.setdefault("max_length", 20)
        super().__init__(widget=forms.TextInput(attrs=attrs), **options)

    def clean(self, value: Any) -> Any:
        """Whole cents, or None when it was left empty and may be."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return cents_of(text, self.most_cents)
        except ValueError as fault:
            raise ValidationError(str(fault)) from None

    def prepare_value(self, value: Any) -> Any:
        """What an initial amount looks like; what was typed stays as it was typed."""
        return written(value) if isinstance(value, int) else value
