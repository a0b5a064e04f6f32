"""What a caller wishes of a callback: how urgent it is, and when they can be called."""

from datetime import date, datetime, time
from typing import Any

from django import forms

from cases.callbacks.models import Urgency
from cases.residents.forms import ClockField, DayField
from common.deadlines import AMSTERDAM

WINDOW = ("window_day", "window_from", "window_until")


class WishFields(forms.Form):
    """The urgency and the wanted window; ``norms`` are the urgencies with their words."""

    urgency = forms.ChoiceField(
        label="Urgentie", widget=forms.RadioSelect, initial=Urgency.NORMAL, required=False
    )
    window_day = DayField(label="Liever op", required=False)
    window_from = ClockField(label="Vanaf", required=False)
    window_until = ClockField(label="Tot", required=False)

    def offer_urgencies(self, norms: list[tuple[str, str]]) -> None:
        """Fill the list of urgencies; the page reads it once for all its questions."""
        self.fields["urgency"].choices = norms  # type: ignore[attr-defined]

    def window(self, answers: dict[str, Any]) -> tuple[datetime, datetime] | None:
        """The wanted window as two moments; an incomplete one is an error at the gap."""
        given = [answers.get(name) for name in WINDOW]
        if not any(given):
            return None
        for name, value in zip(WINDOW, given, strict=True):
            if value is None and name not in self.errors:
                self.add_error(name, "Vul dag, begintijd en eindtijd alle drie in.")
        day, start, end = given
        if day is None or start is None or end is None:
            return None
        if end <= start:
            self.add_error("window_until", "De eindtijd ligt na de begintijd.")
        return _moment(day, start), _moment(day, end)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, AMSTERDAM)
