"""The form of a melding of who never called: a known card, or somebody nobody knows yet."""

from typing import Any

from crispy_forms.layout import HTML, Fieldset, Row
from django import forms

from cases.intakes.forms.registering import NotificationForm
from cases.intakes.services import Newcomer
from cases.residents.asking import TwinQuestion
from cases.residents.forms import (
    BirthDateField,
    HouseNumberField,
    PhoneField,
    PostcodeField,
    SafeContactFields,
)
from clusters.models import Team, User


class TeamNotificationForm(NotificationForm):
    """A melding for a team of mine; the team is only asked of who works in more than one."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.teams = list(Team.objects.filter(pk__in=user.team_ids).order_by("name"))
        super().__init__(*args, from_callback=False, **kwargs)
        if len(self.teams) > 1:
            choices = [("", "Kies een team"), *((team.pk, team.name) for team in self.teams)]
            self.fields["team"] = forms.TypedChoiceField(label="Team", choices=choices, coerce=int)

    def parts(self) -> list[Any]:
        """The team first, when it is a question."""
        asked = ["team"] if len(self.teams) > 1 else []
        return [*asked, *super().parts()]

    def take_own(self, answers: dict[str, Any]) -> dict[str, Any]:
        """With the key of the team."""
        own = super().take_own(answers)
        return {**own, "team_id": answers.pop("team", None) or self.teams[0].pk}


class NewcomerForm(TeamNotificationForm, SafeContactFields, TwinQuestion):
    """A melding together with who it is for; the form asks first whether we know them already."""

    field_order = ()

    name = forms.CharField(
        label="Naam",
        max_length=120,
        error_messages={"required": "Vul de naam in. Wie anoniem blijft, krijgt alleen advies."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = PhoneField(label="Telefoonnummer", required=False)
    birth_date = BirthDateField(label="Geboortedatum", required=False)
    postcode = PostcodeField(label="Postcode", required=False)
    house_number = HouseNumberField(label="Huisnummer", required=False)
    address_secret = forms.BooleanField(
        label="Geheim adres",
        required=False,
        help_text="Dan bewaren wij het adres hier niet. Op de kaart kan het gesloten.",
    )

    def parts(self) -> list[Any]:
        """Who, then how to call without harm, then the melding."""
        return [
            HTML("<h2>Wie</h2>"),
            "name",
            Row("phone", "birth_date"),
            Row("postcode", "house_number"),
            "address_secret",
            Fieldset(
                "Veilig bellen",
                *("voicemail_allowed", "hide_municipality", "hide_number"),
                Row("call_from", "call_until"),
                Row("language", "needs_interpreter"),
            ),
            HTML("<h2>De melding</h2>"),
            *super().parts(),
        ]

    def take_own(self, answers: dict[str, Any]) -> dict[str, Any]:
        """With the person."""
        own = super().take_own(answers)
        answers.pop("is_other")
        number, suffix = answers.pop("house_number") or (None, "")
        card = self.card()
        for name in SafeContactFields.base_fields:
            answers.pop(name)
        names = ("name", "phone", "birth_date", "postcode", "address_secret")
        told = {name: answers.pop(name) for name in names}
        person = Newcomer(house_number=number, house_suffix=suffix, card=card, **told)
        return {**own, "newcomer": person}
