"""The form of somebody around a resident: per kind only what may be kept (WMO 5.1.1)."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.residents.forms.card import OUTDATED, NamePartField
from cases.residents.forms.fields import PhoneField
from cases.residents.models import PART_LENGTH
from cases.residents.models.parties import (
    CAN_DO_LENGTH,
    FIELDS_OF,
    RELATION_LENGTH,
    ROLES_OF,
    Party,
)
from cases.residents.services import PartyFacts
from common.forms import DayField, OnceForm, ParagraphField

OLDEST_YEARS = 120
PERIOD = ("valid_from", "valid_until")


class PartyForm(OnceForm):
    """Who it is and since when; ``version`` is what stood on the page."""

    use_required_attribute = False

    name = NamePartField(label="Naam", max_length=PART_LENGTH)
    role = forms.ChoiceField(label="Rol", error_messages={"required": "Kies een rol."})
    relation = NamePartField(
        label="Relatie", max_length=RELATION_LENGTH, help_text="Bijvoorbeeld: buurvrouw, zus."
    )
    phone = PhoneField(label="Telefoonnummer", required=False)
    organisation = NamePartField(label="Organisatie", max_length=PART_LENGTH)
    can_do = ParagraphField(
        label="Wat kan diegene doen?",
        max_length=CAN_DO_LENGTH,
        rows=3,
        required=False,
        help_text="Alleen de hulp die er is of kan komen. Niets over gezondheid.",
    )
    birth_year = forms.IntegerField(
        label="Geboortejaar", required=False, widget=forms.TextInput(attrs={"size": "4"})
    )
    valid_from = DayField(label="Sinds", error_messages={"required": "Vul in sinds wanneer."})
    valid_until = DayField(label="Tot en met", required=False)
    version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, error_messages={"invalid": OUTDATED}
    )

    def __init__(self, data: Any = None, *, kind: str, party: Party | None = None) -> None:
        super().__init__(data, initial=party_initial(party))
        self.kind = kind
        kept = {*FIELDS_OF[kind], *PERIOD, "version", "submission_key"}
        for name in set(self.fields) - kept:
            del self.fields[name]
        roles: Any = self.fields["role"]
        roles.choices = [
            ("", "Kies een rol"),
            *[(role.value, role.label) for role in ROLES_OF[kind]],
        ]
        self.fields["name"].required = True
        self.fields["name"].error_messages["required"] = "Vul de naam in."
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "submission_key", "version", *FIELDS_OF[kind], Row(*PERIOD), Submit("save", "Bewaren")
        )

    def clean_birth_year(self) -> int | None:
        """A year in which somebody alive can be born."""
        year: int | None = self.cleaned_data["birth_year"]
        today = timezone.localdate().year
        if year is not None and not today - OLDEST_YEARS <= year <= today:
            raise forms.ValidationError("Dit jaar kan niet. Vul vier cijfers in, zoals 2015.")
        return year

    def clean(self) -> dict[str, Any]:
        """The facts as the act wants them."""
        answers = super().clean() or {}
        start, end = answers.get("valid_from"), answers.get("valid_until")
        if start and end and end < start:
            self.add_error("valid_until", "De laatste dag ligt niet voor de eerste.")
        if self.errors:
            return answers
        known = {name: answers[name] for name in (*FIELDS_OF[self.kind], *PERIOD)}
        return {
            "facts": PartyFacts(kind=self.kind, **known),
            "submission_key": answers["submission_key"],
            "version": answers["version"] or 0,
        }

    def show_version(self, number: int) -> None:
        """From now on this form knows what the colleague saved."""
        typed: Any = dict(self.data.items())
        typed["version"] = str(number)
        self.data = typed


def party_initial(party: Party | None) -> dict[str, Any]:
    """What the form opens with: somebody we know, or nobody yet, from today."""
    if party is None:
        return {"valid_from": timezone.localdate()}
    names = (*FIELDS_OF[party.kind], *PERIOD, "version")
    return {name: getattr(party, name) for name in names}
