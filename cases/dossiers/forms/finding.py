"""The forms by which lines of a dossier are found: a choice, and words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cases.dossiers.models import GROUPS
from cases.dossiers.searching import Position
from cases.residents.forms import DayField
from clusters.models import User

LONGEST_WORDS = 100
LAST_YEAR = 9000
KINDS = [("", "Alles"), *((code, label) for code, (label, _) in GROUPS.items())]


class LinesForm(forms.Form):
    """Which lines to show; every field may stay empty. Numbers, days and choices only."""

    use_required_attribute = False

    soort = forms.ChoiceField(label="Soort", choices=KINDS, required=False)
    wie = forms.TypedChoiceField(label="Wie", required=False, coerce=int, empty_value=None)
    van = DayField(label="Vanaf", required=False)
    tot = DayField(label="Tot en met", required=False)

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_name = sorted({person.pk: str(person) for person in people}.items(), key=lambda p: p[1])
        who: Any = self.fields["wie"]
        who.choices = [("", "Iedereen"), *by_name]

    def also_offer(self, people: Iterable[User]) -> None:
        """Whoever stands on the page can be chosen too."""
        who: Any = self.fields["wie"]
        known = dict(who.choices)
        extra = {person.pk: str(person) for person in people if person.pk not in known}
        who.choices = [*who.choices, *sorted(extra.items(), key=lambda pair: pair[1])]

    def clean_van(self) -> date | None:
        """A day on the calendar of the system."""
        return _possible(self.cleaned_data["van"])

    def clean_tot(self) -> date | None:
        """Not before the first day."""
        last, first = _possible(self.cleaned_data["tot"]), self.cleaned_data.get("van")
        if first and last and last < first:
            raise ValidationError("Deze dag ligt voor “Vanaf”. Kies een latere dag.")
        return last


class SearchForm(forms.Form):
    """Words to look for in one dossier; ``after`` is where an earlier search stopped."""

    use_required_attribute = False

    sought = forms.CharField(
        label="Zoek in dit dossier",
        max_length=LONGEST_WORDS,
        widget=forms.TextInput({"autocomplete": "off", "type": "search"}),
        error_messages={"required": "Vul een woord in."},
    )
    after = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = "search-%s"
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action

    def clean_after(self) -> Position | None:
        """A moment and a number; anything else begins at the newest line."""
        moment_text, _, number = self.cleaned_data["after"].rpartition("_")
        try:
            moment = parse_datetime(moment_text)
        except ValueError:
            moment = None
        if moment is None or timezone.is_naive(moment) or not number.isdecimal():
            return None
        return (moment, int(number)) if moment.year < LAST_YEAR else None


def _possible(day: date | None) -> date | None:
    if day is not None and not 1900 < day.year < LAST_YEAR:
        raise ValidationError("Kies een andere dag.")
    return day
