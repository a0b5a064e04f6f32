"""The forms to give and to take back a consent; withdrawing asks no more than a day."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.residents.consenting import AGE_FIRST, MAY_GIVE, WHO_SAYS, who_consents
from cases.residents.forms.card import NamePartField
from cases.residents.models import (
    RECIPIENT_LENGTH,
    WHY_LENGTH,
    Consent,
    ConsentWay,
    DataCategory,
    Giver,
    Party,
    PartyKind,
    RecipientKind,
    Resident,
    SharingGround,
)
from cases.residents.services import ConsentFacts
from common.forms import DayField, OnceForm, ParagraphField

DAYS = ("given_on", "valid_from", "valid_until")
LAYOUT = (
    "submission_key",
    "recipient_kind",
    "recipient",
    "categories",
    "ground",
    "given_by",
    "representative",
    "way",
    Row(*DAYS),
    "is_history",
    "why",
)


def coded(rows: Any, label: str, wanted: str, **options: Any) -> Any:
    """A choice out of a list in use, by code."""
    return forms.ModelChoiceField(
        rows,
        label=label,
        to_field_name="code",
        empty_label="Kies",
        error_messages={"required": wanted},
        **options,
    )


class ConsentForm(OnceForm):
    """Who may get what of this resident, why, and until when."""

    use_required_attribute = False

    recipient_kind = coded(
        RecipientKind.objects.in_use(), "Soort ontvanger", "Kies met wie u gegevens deelt."
    )
    recipient = NamePartField(
        label="Naam van de ontvanger",
        max_length=RECIPIENT_LENGTH,
        help_text="Bijvoorbeeld: huisartsenpraktijk Haven.",
    )
    categories = forms.ModelMultipleChoiceField(
        DataCategory.objects.in_use(),
        label="Welke gegevens?",
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies welke gegevens."},
        help_text="Niet meer dan de ontvanger nodig heeft.",
    )
    ground = coded(SharingGround.objects.in_use(), "Waarom mag het?", "Kies waarom dit mag.")
    given_by = forms.ChoiceField(
        label="Wie geeft toestemming?",
        choices=Giver.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie toestemming geeft."},
    )
    representative = forms.ModelChoiceField(
        Party.objects.none(),
        label="Welke vertegenwoordiger?",
        required=False,
        empty_label="Geen",
    )
    way = forms.ChoiceField(
        label="Hoe is die gegeven?",
        choices=ConsentWay.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    given_on = DayField(label="Gegeven op", error_messages={"required": "Vul in op welke dag."})
    valid_from = DayField(label="Geldt vanaf", error_messages={"required": "Vul in vanaf wanneer."})
    valid_until = DayField(label="Tot en met", required=False)
    is_history = forms.BooleanField(
        label="Deze toestemming is al voorbij; ik leg haar vast voor de geschiedenis",
        required=False,
    )
    why = ParagraphField(
        label="Reden als er geen toestemming is",
        max_length=WHY_LENGTH,
        rows=3,
        required=False,
        help_text="Nodig bij meldcode, levensgevaar of een wettelijke plicht.",
    )

    def __init__(self, data: Any = None, *, resident: Resident) -> None:
        today = timezone.localdate()
        people = resident.parties.filter(kind=PartyKind.REPRESENTATIVE).order_by("name", "pk")
        known, who = who_may(resident, {each.role for each in people if each.holds_on(today)})
        start = {"given_on": today, "valid_from": today, "given_by": who}
        super().__init__(data, initial=start)
        named: Any = self.fields["representative"]
        named.queryset = people
        self.fields["recipient"].required = True
        self.fields["recipient"].error_messages["required"] = "Vul in wie de gegevens krijgt."
        self.fields["given_by"].help_text = known
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*LAYOUT, Submit("save", "Toestemming bewaren"))

    def clean(self) -> dict[str, Any]:
        """The facts as the act wants them."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        key, party = answers.pop("submission_key"), answers.pop("representative")
        codes = [each.code for each in answers.pop("categories")]
        kind, ground = answers.pop("recipient_kind").code, answers.pop("ground").code
        facts = ConsentFacts(
            recipient_kind=kind,
            categories=codes,
            ground=ground,
            representative_id=party.pk if party else None,
            **answers,
        )
        return {"submission_key": key, "facts": facts}


class WithdrawForm(forms.Form):
    """From when on it holds no longer, and who says so."""

    use_required_attribute = False

    withdrawn_on = DayField(label="Ingetrokken op", error_messages={"required": "Vul de dag in."})
    withdrawn_by = forms.ChoiceField(
        label="Wie trekt in?",
        choices=[choice for choice in Giver.choices if choice[0] != Giver.NOBODY],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie de toestemming intrekt."},
    )
    reason = ParagraphField(label="Reden", max_length=WHY_LENGTH, rows=3, required=False)

    def __init__(self, data: Any = None, *, consent: Consent) -> None:
        by = Giver.RESIDENT if consent.given_by == Giver.NOBODY else consent.given_by
        super().__init__(data, initial={"withdrawn_on": timezone.localdate(), "withdrawn_by": by})
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("save", "Intrekken"))


def who_may(resident: Resident, roles: set[str]) -> tuple[str, str]:
    """Who gives consent today, in words and as the choice the form opens with."""
    if resident.born is None:
        return AGE_FIRST, ""
    rule = who_consents(resident.born.ages_on(timezone.localdate()), roles)
    return WHO_SAYS[rule], str(MAY_GIVE[rule][0])
