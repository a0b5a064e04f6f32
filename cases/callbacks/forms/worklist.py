"""The filters above the list of a team; they travel in the address, so a list can be kept."""

import re
from typing import Any

from django import forms

from cases.callbacks.models import (
    SELECTIONS,
    CallbackSubject,
    Urgency,
)
from clusters.models import Membership, User

MINE, NOBODY = "mij", "niemand"
ROW_NUMBER = re.compile(r"[0-9]{1,18}")


class WorklistFilter(forms.Form):
    """Which requests of my teams; an unknown choice in the address is no choice."""

    use_required_attribute = False

    selectie = forms.ChoiceField(
        label="Toon",
        initial="te-doen",
        choices=[(code, each.label) for code, each in SELECTIONS.items()],
    )
    urgentie = forms.ChoiceField(
        label="Urgentie", choices=[("", "Alle"), *Urgency.choices], required=False
    )
    onderwerp = forms.ChoiceField(label="Onderwerp", required=False)
    behandelaar = forms.ChoiceField(label="Behandelaar", required=False)
    team = forms.ChoiceField(label="Team", required=False)

    def __init__(self, params: Any, *, user: User) -> None:
        super().__init__({"selectie": "te-doen", **params.dict()})
        self.user = user
        colleagues = Membership.objects.handling().filter(team_id__in=user.team_ids)
        people = colleagues.select_related("user").order_by("user__last_name", "user_id")
        people = people.only("user__first_name", "user__last_name", "user__username")
        names = dict((str(row.user_id), str(row.user)) for row in people)
        self._choices(
            onderwerp=CallbackSubject.objects.values_list("code", "label"),
            behandelaar=[
                (MINE, "Mij"),
                (NOBODY, "Niemand"),
                *names.items(),
                *self._somebody_else(names),
            ],
            team=[(str(row.team_id), str(row.team)) for row in user.acting_memberships],
        )
        self.is_valid()

    def apply(self, rows: Any, at: Any) -> Any:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        rows = rows.selected(self.selection, at)
        for name, column in (
            ("urgentie", "urgency"),
            ("onderwerp", "subject__code"),
            ("team", "team_id"),
        ):
            if chosen.get(name):
                rows = rows.filter(**{column: chosen[name]})
        return self._for_handler(rows, chosen.get("behandelaar"))

    @property
    def selection(self) -> str:
        """The code of the chosen selection."""
        return str(self.cleaned_data.get("selectie") or "te-doen")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the selection was chosen."""
        return any(self.cleaned_data.get(name) for name in self.fields if name != "selectie")

    @property
    def heading(self) -> str:
        """The word above the list."""
        return SELECTIONS[self.selection].label

    @property
    def sort_field(self) -> str:
        """By term; what is over by the moment it was over."""
        return {"afgesloten": "-closed_at", "gebeld": "-first_attempt_at"}.get(
            self.selection, "due_at"
        )

    def _somebody_else(self, names: dict[str, str]) -> list[tuple[str, str]]:
        """Who called for us but belongs to another team: the dashboard links to them too."""
        asked = str(self.data.get("behandelaar", ""))
        if asked in names or not ROW_NUMBER.fullmatch(asked):
            return []
        return [(str(person.pk), str(person)) for person in User.objects.filter(pk=asked)]

    def _choices(self, **choices: Any) -> None:
        for name, options in choices.items():
            field: Any = self.fields[name]
            field.choices = [("", "Alle"), *options]

    def _for_handler(self, rows: Any, handler: str | None) -> Any:
        """Whose request it is; among first calls: who made the call."""
        column = "first_attempt_by" if self.selection == "gebeld" else "handler"
        if handler == NOBODY:
            return rows.filter(**{f"{column}__isnull": True})
        if handler == MINE:
            return rows.filter(self.user.on_desk(column))
        return rows.filter(**{f"{column}_id": handler}) if handler else rows
