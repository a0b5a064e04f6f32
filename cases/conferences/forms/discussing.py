"""The forms of the minutes and of an agreement."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.conferences.models import ConferenceItem, ItemInvitation
from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import DayField
from clusters.models import User
from common.forms import OnceForm, ParagraphField

WORDS_LENGTH, AGREEMENT_LENGTH = 4000, 1000
WORKER, GUEST = "dossier", "gast"


class MinutesForm(VersionedForm):
    """What was advised, and who was there."""

    words = ParagraphField(
        label="Wat is het advies?",
        max_length=WORDS_LENGTH,
        rows=8,
        error_messages={"required": "Schrijf op wat het advies is."},
    )
    present = forms.MultipleChoiceField(
        label="Wie waren erbij?", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self, *args: Any, item: ConferenceItem, guests: list[ItemInvitation], **kwargs: Any
    ) -> None:
        there = [str(row.pk) for row in guests if row.was_there]
        words = item.answer_words if item.is_discussed else ""
        kwargs["initial"] = {"version": item.version, "words": words, "present": there}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["present"]
        field.choices = [(str(row.pk), row.name) for row in guests]
        rows = ["version", "words", *(["present"] if guests else [])]
        self.helper = helper("Verslag bewaren", *rows)

    def clean_present(self) -> set[int]:
        """The numbers of who were there."""
        return {int(number) for number in self.cleaned_data["present"]}


class AgreementForm(OnceForm):
    """What, who and by which day."""

    use_required_attribute = False

    words = ParagraphField(
        label="Wat is afgesproken?",
        max_length=AGREEMENT_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf op wat is afgesproken."},
    )
    owner = forms.ChoiceField(
        label="Wie doet dit?",
        help_text="Van wie aan het dossier meewerkt wordt het een taak in het dossier.",
        error_messages={"required": "Kies wie dit doet."},
    )
    due_on = DayField(label="Uiterlijk op", error_messages={"required": "Kies een dag."})

    def __init__(
        self, *args: Any, item: ConferenceItem, guests: list[ItemInvitation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = list(item.file.workers(timezone.localdate()))
        self.owners: dict[str, User | ItemInvitation] = {
            f"{WORKER}-{row.pk}": row for row in people
        }
        names = [(f"{WORKER}-{row.pk}", str(row)) for row in people]
        self.owners |= {f"{GUEST}-{row.pk}": row for row in guests}
        others = [(f"{GUEST}-{row.pk}", row.name) for row in guests]
        field: Any = self.fields["owner"]
        field.choices = [
            ("", "Kies"),
            ("Werkt aan het dossier", names),
            *([("Praatte mee", others)] if others else []),
        ]
        rows = ("submission_key", "words", "owner", "due_on")
        self.helper = helper("Afspraak vastleggen", *rows)

    def clean_owner(self) -> User | ItemInvitation:
        """The person or the guest."""
        return self.owners[self.cleaned_data["owner"]]
