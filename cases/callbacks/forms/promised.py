"""The filters above what a desk promised: by number, by what came of the promise, by period."""

from datetime import datetime
from typing import Any

from django import forms

from cases.callbacks.models import PROMISES
from common.deadlines import local_day
from common.weeks import ALWAYS, periods

LONGEST_NUMBER = 15


class PromisedFilter(forms.Form):
    """Which requests of my desk; an unknown choice in the address is no choice."""

    use_required_attribute = False

    nummer = forms.CharField(
        label="Nummer van het verzoek",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "TB-000123"}),
    )
    belofte = forms.ChoiceField(
        label="Toon",
        required=False,
        choices=[(code, each.label) for code, each in PROMISES.items()],
    )
    periode = forms.ChoiceField(label="Vastgelegd", initial=ALWAYS, required=False)

    def __init__(self, params: Any, *, at: datetime) -> None:
        super().__init__({"belofte": "beloofd", "periode": ALWAYS, **params.dict()})
        self.at, self.periods = at, periods(local_day(at))
        choices = [(code, label) for code, (label, _) in self.periods.items()]
        self.fields["periode"].choices = choices  # type: ignore[attr-defined]
        self.fields["belofte"].initial = "beloofd"
        self.is_valid()

    def apply(self, rows: Any) -> Any:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        rows = rows.filter(PROMISES[chosen.get("belofte") or "beloofd"].at(self.at))
        _, span = self.periods[chosen.get("periode") or ALWAYS]
        if span is not None:
            rows = rows.filter(registered_at__gte=span.start, registered_at__lt=span.end)
        number = chosen.get("nummer", "").strip().upper().removeprefix("TB-")
        if number:
            known = number.isdecimal() and len(number) <= LONGEST_NUMBER
            rows = rows.filter(pk=int(number) if known else 0)
        return rows
