"""The form that makes one card of two: per difference a choice, and why (SV-1, SV-3)."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.residents.comparing import LOSER, WINNER, differences
from cases.residents.forms.sealed import LONG_NUMBER
from cases.residents.models import Resident
from common.forms import OnceForm

ADDRESS_PICK = "address"
PICK = "pick_"
REASON_LENGTH = 200


class MergeForm(OnceForm):
    """What stays of each card; ``versions`` are those of the cards that were shown."""

    use_required_attribute = False
    winner_version = forms.IntegerField(widget=forms.HiddenInput)
    loser_version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Waarom is dit dezelfde persoon?",
        max_length=REASON_LENGTH,
        help_text="Zonder namen en nummers: dit staat in het logboek.",
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(
        self, data: Any = None, *, winner: Resident, loser: Resident, both_secret: bool
    ) -> None:
        initial = {"winner_version": winner.version, "loser_version": loser.version}
        super().__init__(data, initial=initial)
        self.picks: list[str] = []
        for each in differences(winner, loser):
            options = (
                (WINNER, f"{each.winner} (kaart die blijft)"),
                (LOSER, f"{each.loser} (andere kaart)"),
            )
            self._ask(each.part.name, each.part.label, options, each.default)
        if both_secret:
            options = ((WINNER, "Dat van de kaart die blijft"), (LOSER, "Dat van de andere kaart"))
            self._ask(ADDRESS_PICK, "Geheim adres", options, WINNER)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        hidden = ("submission_key", "winner_version", "loser_version")
        save = Submit("save", "Samenvoegen", data_key="Alt+S")
        self.helper.layout = Layout(*hidden, *self.picks, "reason", save)

    def clean_reason(self) -> str:
        """No numbers in the trail."""
        reason: str = self.cleaned_data["reason"]
        if LONG_NUMBER.search(reason):
            raise forms.ValidationError("Zet hier geen nummers in: dit staat in het logboek.")
        return reason

    def clean(self) -> dict[str, Any]:
        """The choices as the act wants them."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        return {
            "submission_key": answers["submission_key"],
            "versions": (answers["winner_version"], answers["loser_version"]),
            "picks": {name.removeprefix(PICK): answers[name] for name in self.picks},
            "reason": answers["reason"],
        }

    def _ask(
        self, name: str, label: str, options: tuple[tuple[str, str], ...], default: str
    ) -> None:
        """A choice between the two cards."""
        field = forms.ChoiceField(
            label=label, choices=options, initial=default, widget=forms.RadioSelect
        )
        field.error_messages["required"] = "Kies wat er blijft."
        self.fields[f"{PICK}{name}"] = field
        self.picks.append(f"{PICK}{name}")
