"""The forms of about whom it is, and of the beginning."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.utils import timezone

from cases.meldcode.models import SafetyCode, StepFacts
from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import DayField
from cases.residents.models import Party, Resident
from common.forms import OnceForm, ParagraphField

WORDS_LENGTH, PERSONS_LENGTH = 4000, 2000
NEXT = "Wanneer gaat u verder?"
NEXT_HELP = (
    "Hoogstens drie maanden vooruit. Op die dag staat het bij uw werk; is de dag voorbij, dan ook "
    "bij de aandachtsfunctionaris."
)


def next_field() -> DayField:
    """When it goes on."""
    return DayField(
        label=NEXT,
        help_text=NEXT_HELP,
        error_messages={"required": "Kies wanneer u verdergaat."},
    )


def done_field() -> DayField:
    """When it was done."""
    return DayField(label="Gedaan op", error_messages={"required": "Vul in wanneer u dit deed."})


def lines_of(text: str) -> list[str]:
    """The persons of a text, a line each."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class OpenForm(OnceForm):
    """The signals, about whom, and when it goes on."""

    use_required_attribute = False

    words = ParagraphField(
        label="Welke signalen ziet of hoort u?",
        max_length=WORDS_LENGTH,
        rows=8,
        help_text="Feiten, wie het zei, en wat u zelf zag. Schrijf vermoedens op als vermoedens.",
        error_messages={"required": "Schrijf op welke signalen er zijn."},
    )
    done_on = done_field()
    known = forms.MultipleChoiceField(
        label="Wie zijn er nog meer bij betrokken?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="De mensen op de kaart van de inwoner.",
    )
    others = ParagraphField(
        label="Anderen, één per regel",
        max_length=PERSONS_LENGTH,
        rows=3,
        required=False,
        help_text="Noem ook ieder kind: naam, geboortejaar en wie het is.",
    )
    next_on = next_field()

    def __init__(self, *args: Any, resident: Resident, **kwargs: Any) -> None:
        kwargs["initial"] = {"done_on": timezone.localdate()}
        super().__init__(*args, **kwargs)
        rows = resident.parties.valid_on(timezone.localdate()).order_by("pk")
        self.on_card = {str(row.pk): _line(row) for row in rows}
        field: Any = self.fields["known"]
        field.choices = list(self.on_card.items())
        if not self.on_card:
            del self.fields["known"]
        people = [name for name in ("known", "others") if name in self.fields]
        self.helper = helper(
            "Meldcode openen",
            "submission_key",
            Fieldset("Stap 1: signalen in kaart brengen", "words", "done_on"),
            Fieldset("Om wie gaat het, naast de inwoner?", *people),
            Fieldset("Hoe verder?", "next_on"),
        )

    def clean(self) -> dict[str, Any]:
        """The first step and the persons, as the act wants them."""
        told = super().clean() or {}
        if self.errors:
            return told
        persons = [self.on_card[number] for number in told.get("known", [])]
        return {
            "submission_key": told["submission_key"],
            "persons": persons + lines_of(told["others"]),
            "facts": StepFacts(done_on=told["done_on"], words=told["words"]),
            "next_on": told["next_on"],
        }


class PersonsForm(VersionedForm):
    """About whom it is beside the resident."""

    persons = ParagraphField(
        label="Om wie gaat het nog meer? Eén persoon per regel",
        max_length=PERSONS_LENGTH,
        rows=6,
        required=False,
        help_text="Noem ook ieder kind: naam, geboortejaar en wie het is.",
    )

    def __init__(self, *args: Any, code: SafetyCode, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": code.version, "persons": "\n".join(code.persons)}
        super().__init__(*args, **kwargs)
        self.helper = helper("Betrokkenen bewaren", "version", "persons")

    def clean_persons(self) -> list[str]:
        """A person per line."""
        return lines_of(self.cleaned_data["persons"])


def _line(party: Party) -> str:
    """Somebody of the card as they are named in the meldcode."""
    parts = [party.get_role_display().lower()]
    parts += [f"geboren in {party.birth_year}"] * (party.birth_year is not None)
    return f"{party.name} ({', '.join(parts)})"
