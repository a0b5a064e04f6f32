"""The filters above the meldingen of a team; they travel in the address."""

from typing import Any

from django import forms

from cases.callbacks.forms.worklist import MINE, NOBODY
from cases.intakes.models import SELECTIONS, NotificationChannel
from clusters.models import Membership, User

KINDS = [("", "Alle"), ("verkort", "Verkorte procedure"), ("gewoon", "Gewone melding")]


class NotificationFilter(forms.Form):
    """Which meldingen of my teams; an unknown choice in the address is no choice."""

    use_required_attribute = False

    selectie = forms.ChoiceField(
        label="Toon",
        initial="open",
        choices=[(code, each.label) for code, each in SELECTIONS.items()],
    )
    kanaal = forms.ChoiceField(
        label="Kanaal", choices=[("", "Alle"), *NotificationChannel.choices], required=False
    )
    soort = forms.ChoiceField(label="Soort", choices=KINDS, required=False)
    behandelaar = forms.ChoiceField(label="Behandelaar", required=False)
    team = forms.ChoiceField(label="Team", required=False)

    def __init__(self, params: Any, *, user: User) -> None:
        super().__init__({"selectie": "open", **params.dict()})
        self.user = user
        rows = Membership.objects.handling().filter(team_id__in=user.team_ids)
        rows = rows.select_related("user").order_by("user__last_name", "user_id")
        rows = rows.only("user__first_name", "user__last_name", "user__username")
        names = dict((str(row.user_id), str(row.user)) for row in rows)
        people: Any = self.fields["behandelaar"]
        people.choices = [("", "Alle"), (MINE, "Mij"), (NOBODY, "Niemand"), *names.items()]
        teams: Any = self.fields["team"]
        teams.choices = [
            ("", "Alle"),
            *((str(row.team_id), str(row.team)) for row in user.acting_memberships),
        ]
        self.is_valid()

    def apply(self, rows: Any, at: Any) -> Any:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        rows = rows.selected(self.selection, at)
        if chosen.get("kanaal"):
            rows = rows.filter(channel=chosen["kanaal"])
        if chosen.get("soort"):
            rows = rows.filter(is_short=chosen["soort"] == "verkort")
        if chosen.get("team"):
            rows = rows.filter(team_id=chosen["team"])
        handler = chosen.get("behandelaar")
        if handler == NOBODY:
            return rows.filter(handler__isnull=True)
        if handler == MINE:
            return rows.filter(self.user.on_desk("handler"))
        return rows.filter(handler_id=handler) if handler else rows

    @property
    def selection(self) -> str:
        """The code of the chosen selection."""
        return str(self.cleaned_data.get("selectie") or "open")

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
        """By the end of the six weeks; what is over, newest first."""
        return "-ended_at" if self.selection == "afgerond" else "due_at"
