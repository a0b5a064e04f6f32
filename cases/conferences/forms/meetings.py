"""The forms of one meeting: another day, none, and the order of its points."""

from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms

from cases.conferences.models import Conference, ConferenceItem, Facts
from cases.conferences.models.items import LONGEST, SHORTEST
from cases.conferences.models.meetings import WHY_LENGTH
from cases.conferences.models.series import PLACE_LENGTH
from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import ClockField, DayField

LAST_PLACE = 99
WHY = {"required": "Schrijf kort op waarom."}
WHY_HELP = "Iedereen die komt leest dit. Schrijf niets over een inwoner."


class MoveForm(VersionedForm):
    """Another day, time or place."""

    held_on = DayField(label="Nieuwe dag", error_messages={"required": "Kies een dag."})
    starts_at = ClockField(label="Begint om", error_messages={"required": "Vul een tijd in."})
    place = forms.CharField(label="Plaats", max_length=PLACE_LENGTH)
    words = forms.CharField(
        label="Waarom?", max_length=WHY_LENGTH, help_text=WHY_HELP, error_messages=WHY
    )

    def __init__(self, *args: Any, conference: Conference, **kwargs: Any) -> None:
        kept = {name: getattr(conference, name) for name in ("held_on", "starts_at", "place")}
        kwargs["initial"] = kept | {"version": conference.version}
        super().__init__(*args, **kwargs)
        rows = ("version", Row("held_on", "starts_at"), "place", "words")
        self.helper = helper("Overleg verplaatsen", *rows)

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        told = super().clean() or {}
        if self.errors:
            return told
        facts = Facts(told["held_on"], told["starts_at"], told["place"])
        return {"version": told["version"], "words": told["words"], "facts": facts}


class CancelForm(VersionedForm):
    """Why it does not take place."""

    words = forms.CharField(
        label="Waarom gaat het niet door?",
        max_length=WHY_LENGTH,
        help_text=WHY_HELP,
        error_messages=WHY,
    )

    def __init__(self, *args: Any, conference: Conference, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": conference.version}
        super().__init__(*args, **kwargs)
        self.helper = helper("Overleg annuleren", "version", "words")


class OrderForm(VersionedForm):
    """Place and minutes of every point."""

    def __init__(
        self, *args: Any, conference: Conference, items: list[ConferenceItem], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"version": conference.version}
        super().__init__(*args, **kwargs)
        self.items = items
        rows = []
        for place, item in enumerate(items, start=1):
            self.fields[f"place_{item.pk}"] = forms.IntegerField(
                label="Volgorde", min_value=1, max_value=LAST_PLACE, initial=place
            )
            self.fields[f"minutes_{item.pk}"] = forms.IntegerField(
                label="Minuten", min_value=SHORTEST, max_value=LONGEST, initial=item.minutes
            )
            pair = Row(f"place_{item.pk}", f"minutes_{item.pk}")
            rows.append(Fieldset(f"{item}: {item.get_topic_display()}", pair))
        self.helper = helper("Volgorde bewaren", "version", *rows)

    def clean(self) -> dict[str, Any]:
        """As the act wants it: number → (place, minutes)."""
        told = super().clean() or {}
        if self.errors:
            return told
        places = {
            item.pk: (told[f"place_{item.pk}"], told[f"minutes_{item.pk}"]) for item in self.items
        }
        return {"version": told["version"], "places": places}
