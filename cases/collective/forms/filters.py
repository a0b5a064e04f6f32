"""What narrows the list of collective work; it travels in the address, also from a number."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from cases.collective.lifecycle import CollectiveState
from cases.collective.models import CollectiveEntry, CollectiveKind
from cases.collective.places import neighbourhoods_of, teams_near
from clusters.models import User
from common.forms import DayField

BEGINNING, END = date(1900, 1, 1), date(9000, 1, 1)


class CollectiveFilter(forms.Form):
    """Which collective work; an unknown choice in the address is no choice.

    A period asks what took time in it, as every number about it does (CW-7).
    """

    use_required_attribute = False

    soort = forms.ChoiceField(
        label="Soort", choices=[("", "Alle"), *CollectiveKind.choices], required=False
    )
    wijk = forms.ChoiceField(label="Wijk", required=False)
    team = forms.ChoiceField(label="Team", required=False)
    stand = forms.ChoiceField(
        label="Status", choices=[("", "Alle"), *CollectiveState.choices], required=False
    )
    van = DayField(label="Van", required=False)
    tot = DayField(label="Tot en met", required=False)

    def __init__(self, params: Any, *, user: User, day: date) -> None:
        super().__init__(params)
        places = [(row.code, row.name) for row in neighbourhoods_of(user, day)]
        teams = [(row.code, row.name) for row in teams_near(user, day)]
        self._choose("wijk", places)
        self._choose("team", teams)
        self.is_valid()

    def apply(self, rows: Any) -> QuerySet[CollectiveEntry]:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        columns = {"soort": "kind", "wijk": "neighbourhood__code", "team": "team__code"}
        for name, column in (columns | {"stand": "state"}).items():
            if chosen.get(name):
                rows = rows.filter(**{column: chosen[name]})
        first, last = chosen.get("van"), chosen.get("tot")
        if first or last:
            rows = rows.in_period(first or BEGINNING, last or END)
        found: QuerySet[CollectiveEntry] = rows
        return found

    @property
    def period(self) -> tuple[date, date] | None:
        """The days of the address, when both are there."""
        first, last = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        return (first, last) if first and last else None

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", "Alle"), *choices]
