"""The form of what the team knows of a resident: names, dates, how to reach and how to call."""

import unicodedata
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout, Row, Submit
from django import forms

from cases.residents.asking import TwinQuestion
from cases.residents.forms.fields import (
    HouseNumberField,
    PartialDateField,
    PhoneField,
    PostcodeField,
    SafeContactFields,
)
from cases.residents.models import (
    GENDERS,
    NAME_FIELDS,
    NAME_LENGTH,
    NAME_USES,
    PART_LENGTH,
    PREFIX_LENGTH,
    SPOKEN_LENGTH,
    Resident,
)
from cases.residents.names import Names, NameUse
from cases.residents.services import CARD_FIELDS, Particulars
from common.forms import DayField

READ_FIRST = "Lees eerst hoe dit veilig kan. Het nummer staat bij het terugbelverzoek."
OUTDATED = "Dit formulier is verouderd. Open de pagina opnieuw."
NUMBERS = ("phone", "other_phone", "email")
ADDRESS = ("postcode", "house_number")
PLAIN_FIELDS = ("phone", "other_phone", "email", "postcode", "deceased_on", "moved_on")


class NamePartField(forms.CharField):
    """Part of a name: one kind of accent, one kind of space."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.widget.attrs["autocomplete"] = "off"

    def to_python(self, value: Any) -> str:
        """The text as it is kept."""
        text = super().to_python(value) or ""
        return " ".join(unicodedata.normalize("NFC", text).split())


def _heading(text: str) -> HTML:
    return HTML(f"<h2>{text}</h2>")


class ResidentForm(SafeContactFields, TwinQuestion):
    """Who somebody is and how they can be reached; ``version`` is what stood on the page."""

    use_required_attribute = False
    field_order = ()

    told = NamePartField(
        label="Naam zoals verteld",
        max_length=NAME_LENGTH,
        help_text="Alleen als de namen hierboven niet bekend zijn.",
    )
    given_names = NamePartField(label="Voornamen", max_length=PART_LENGTH)
    prefix = NamePartField(  # type: ignore[assignment]  # a field, never the prefix of a form
        label="Voorvoegsel", max_length=PREFIX_LENGTH
    )
    family_name = NamePartField(
        label="Geslachtsnaam",
        max_length=PART_LENGTH,
        help_text="De naam bij de geboorte. Heeft iemand één naam, vul die dan hier in.",
    )
    partner_prefix = NamePartField(label="Voorvoegsel van de partner", max_length=PREFIX_LENGTH)
    partner_name = NamePartField(label="Geslachtsnaam van de partner", max_length=PART_LENGTH)
    name_use = forms.ChoiceField(label="Naamgebruik", choices=NAME_USES)
    gender = forms.ChoiceField(
        label="Aanhef", choices=GENDERS, help_text="Bij onbekend komen er voorletters in de brief."
    )
    form_of_address = NamePartField(
        label="Wil liever aangesproken worden als",
        max_length=SPOKEN_LENGTH,
        help_text="Komt in een brief na “Geachte”.",
    )
    born = PartialDateField(label="Geboortedatum", required=False)
    phone = PhoneField(label="Telefoonnummer", required=False)
    other_phone = PhoneField(label="Ander telefoonnummer", required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    postcode = PostcodeField(label="Postcode", required=False)
    house_number = HouseNumberField(label="Huisnummer", required=False)
    deceased_on = DayField(label="Overleden op", required=False)
    moved_on = DayField(label="Verhuisd uit de gemeente op", required=False)
    may_be_called = forms.BooleanField(label="Mag gebeld worden", required=False)
    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"invalid": OUTDATED, "required": OUTDATED},
    )

    def __init__(self, data: Any = None, *, resident: Resident) -> None:
        super().__init__(data, initial=resident_initial(resident))
        self.resident = resident
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        closed = ADDRESS if resident.address_secret else ()
        for name in (*closed, *(NUMBERS if resident.must_be_read_first else ())):
            del self.fields[name]  # what may not be seen here stays as it is
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.form_class = "wt-wide"
        self.helper.layout = self._layout()

    def clean(self) -> dict[str, Any]:
        """The parts as the act wants them."""
        answers = super().clean()
        self._refuse_half_names(answers)
        if self.errors:
            return answers
        number, suffix = answers.get("house_number", (None, ""))
        particulars = Particulars(
            told=answers["told"],
            born=answers["born"],
            house_number=number,
            house_suffix=suffix,
            **{name: answers.get(name, getattr(self.resident, name)) for name in PLAIN_FIELDS},
        )
        return {
            "is_other": answers["is_other"],
            "version": answers["version"],
            "names": Names(**{name: answers[name] for name in NAME_FIELDS}),
            "particulars": particulars,
            "card": self.card(may_be_called=answers["may_be_called"]),
        }

    def show_version(self, number: int) -> None:
        """From now on this form knows what the colleague saved, which stands beside it."""
        typed: Any = dict(self.data.items())
        typed["version"] = str(number)
        self.data = typed

    def _refuse_half_names(self, answers: dict[str, Any]) -> None:
        """A prefix or first name needs the name it belongs to; so does the use of a partner's."""
        first = answers.get("given_names") or answers.get("prefix")
        if first and not answers.get("family_name") and "family_name" not in self.errors:
            self.add_error("family_name", "Vul ook de geslachtsnaam in.")
        uses = answers.get("partner_prefix") or answers.get("name_use") != NameUse.OWN
        if uses and not answers.get("partner_name") and "partner_name" not in self.errors:
            self.add_error("partner_name", "Vul de naam van de partner in, of kies “eigen naam”.")

    def _layout(self) -> Layout:
        numbers = [name for name in NUMBERS if name in self.fields]
        reach = Row(*numbers) if numbers else HTML(f"<p>{READ_FIRST}</p>")
        address = [Row(*ADDRESS)] if ADDRESS[0] in self.fields else []
        return Layout(
            "version",
            _heading("Naam"),
            Row("given_names", "prefix", "family_name"),
            Row("partner_prefix", "partner_name", "name_use"),
            Row("gender", "form_of_address"),
            "told",
            _heading("Geboren, overleden, verhuisd"),
            Row("born", "deceased_on", "moved_on"),
            _heading("Bereiken"),
            reach,
            *address,
            _heading("Veilig bellen"),
            Div("may_be_called", "voicemail_allowed", "hide_municipality", "hide_number"),
            Row("call_from", "call_until"),
            Row("language", "needs_interpreter"),
            Submit("save", "Gegevens bewaren", data_key="Alt+S"),
        )


def resident_initial(resident: Resident) -> dict[str, Any]:
    """What the form of a resident opens with."""
    names = (*NAME_FIELDS, *PLAIN_FIELDS, *CARD_FIELDS, "version")
    initial = {name: getattr(resident, name) for name in names}
    initial["told"] = "" if resident.names.are_known else resident.name
    initial["born"] = resident.born.typed if resident.born else ""
    number = resident.house_number
    initial["house_number"] = "" if number is None else f"{number} {resident.house_suffix}".strip()
    return initial


def differing(form: ResidentForm, theirs: Resident) -> list[tuple[str, str]]:
    """What a colleague saved where this form says something else: label and text."""
    saved = resident_initial(theirs) | {"is_other": False}
    rows = []
    for name, field in form.fields.items():
        shown = field.prepare_value(saved[name])
        if name not in ("version", "is_other") and str(shown or "") != str(
            form[name].value() or ""
        ):
            rows.append((str(field.label), _said(field, shown)))
    return rows


def _said(field: forms.Field, value: Any) -> str:
    """A stored value in the words of its form."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, value) or "leeg")
