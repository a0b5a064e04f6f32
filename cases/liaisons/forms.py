"""The forms of the register: what narrows it, and one linking pin."""

from datetime import date, datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from cases.community.forms.organisations import ServicePhoneField, VersionedForm
from cases.community.models import NAME_LENGTH, SHORT_LENGTH, next_look
from cases.knowledge.forms import NearDayField
from cases.liaisons.models import DAYS, OLDEST, Liaison, LiaisonKind
from cases.liaisons.services import LiaisonFacts
from cases.residents.forms import ClockField
from clusters.models import Role, Team, User

NOW, DUE, ALL = "nu", "nakijken", "alle"
NAMES = tuple(LiaisonFacts.__dataclass_fields__)


class LiaisonFilter(forms.Form):
    """Which linking pins; an unknown choice in the address is no choice."""

    use_required_attribute = False

    team = forms.ChoiceField(label="Team", required=False)
    soort = forms.ChoiceField(
        label="Soort", choices=[("", "Alle"), *LiaisonKind.choices], required=False
    )
    stand = forms.ChoiceField(
        label="Toon",
        choices=[
            (NOW, "Nu of later"),
            (DUE, "Na te kijken"),
            (ALL, "Ook wat voorbij is"),
        ],
        initial=NOW,
    )

    def __init__(self, params: Any, *, user: User, day: date) -> None:
        teams = Team.objects.valid_on(day).exclude(kind="contact_centre").order_by("name")
        self.teams = {row.code: row for row in teams}
        own = next((row.code for row in self.teams.values() if row.pk in user.team_ids), "")
        super().__init__({"stand": NOW, "team": own, **params.dict()})
        self.day = day
        field: Any = self.fields["team"]
        field.choices = [("", "Hele stad"), *((code, str(row)) for code, row in self.teams.items())]
        field.initial = own
        self.is_valid()

    @property
    def team_chosen(self) -> Team | None:
        """The team one looks at; None for the whole city."""
        return self.teams.get(self.cleaned_data.get("team", ""))

    def apply(self, rows: Any) -> QuerySet[Liaison]:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        if self.team_chosen is not None:
            rows = rows.filter(team=self.team_chosen)
        if chosen.get("soort"):
            rows = rows.filter(kind=chosen["soort"])
        if chosen.get("stand") == DUE:
            rows = rows.filter(review_by__lte=self.day)
        found: QuerySet[Liaison] = rows if chosen.get("stand") == ALL else rows.not_over(self.day)
        return found


class LiaisonForm(VersionedForm):
    """One linking pin: who, for which team and ages, and when to reach them."""

    team = forms.ModelChoiceField(
        Team.objects.none(), label="Voor welk team?", empty_label="Kies een team"
    )
    kind = forms.ChoiceField(label="Soort", choices=[("", "Kies een soort"), *LiaisonKind.choices])
    name = forms.CharField(label="Naam", max_length=SHORT_LENGTH)
    organisation = forms.CharField(label="Organisatie", max_length=NAME_LENGTH)
    specialism = forms.CharField(label="Specialisme", max_length=SHORT_LENGTH, required=False)
    age_from = forms.IntegerField(
        label="Leeftijd vanaf", min_value=0, max_value=OLDEST, required=False
    )
    age_until = forms.IntegerField(
        label="Leeftijd tot en met", min_value=0, max_value=OLDEST, required=False
    )
    phone = ServicePhoneField(label="Telefoonnummer", required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    on_call_days = forms.MultipleChoiceField(
        label="Dagen", choices=DAYS, widget=forms.CheckboxSelectMultiple, required=False
    )
    on_call_from = ClockField(label="Vanaf", required=False)
    on_call_until = ClockField(label="Tot", required=False)
    on_call_phone = ServicePhoneField(label="Nummer voor spoed", required=False)
    valid_from = NearDayField(label="Eerste dag")
    valid_until = NearDayField(
        label="Laatste dag", required=False, help_text="Laat leeg als er geen laatste dag is."
    )
    review_by = NearDayField(label="Opnieuw nakijken op")

    def __init__(
        self, *args: Any, user: User, liaison: Liaison | None = None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = liaison_initial(liaison, timezone.now())
        super().__init__(*args, **kwargs)
        if liaison is None:
            self._offer_teams(user)
        else:
            del self.fields["team"]
        self.helper = _helper([] if liaison else ["team"])

    def clean(self) -> dict[str, Any]:
        """The linking pin as the act wants it, beside team, key and version."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        facts = {name: answers[name] for name in NAMES}
        facts["on_call_days"] = "".join(sorted(facts["on_call_days"]))
        return {
            "facts": LiaisonFacts(**facts),
            "version": answers["version"] or 0,
            "submission_key": answers["submission_key"],
            "team": answers.get("team"),
        }

    def _offer_teams(self, user: User) -> None:
        """The own teams; for who keeps them all, every team but the desk."""
        rows = Team.objects.valid_on(timezone.localdate()).exclude(kind="contact_centre")
        if user.acting_role != Role.APPLICATION_MANAGER:
            rows = rows.filter(pk__in=user.team_ids)
        field: Any = self.fields["team"]
        field.queryset = rows.order_by("name")
        if len(user.team_ids) == 1:
            field.initial = next(iter(user.team_ids))


def liaison_initial(liaison: Liaison | None, at: datetime) -> dict[str, Any]:
    """What the form opens with."""
    if liaison is None:
        return {"valid_from": timezone.localdate(at), "review_by": next_look(at)}
    kept = {name: getattr(liaison, name) for name in NAMES}
    return kept | {"on_call_days": list(liaison.on_call_days), "version": liaison.version}


def _helper(first: list[str]) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(
        "submission_key",
        "version",
        *first,
        "kind",
        Row("name", "organisation"),
        "specialism",
        Row("age_from", "age_until"),
        Row("phone", "email"),
        Fieldset(
            "Op afroep", "on_call_days", Row("on_call_from", "on_call_until"), "on_call_phone"
        ),
        Row("valid_from", "valid_until"),
        "review_by",
        Submit("save", "Linking pin bewaren", data_key="Alt+S"),
    )
    return helper
