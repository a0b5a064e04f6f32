"""The forms of what happens: a contact, another day, other people, the end."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.utils import timezone

from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import DayField
from cases.waakvlam.agreeing import workers_of
from cases.waakvlam.forms.agreeing import PersonField
from cases.waakvlam.models import (
    MINUTES,
    MOST_QUARTERS,
    Ending,
    Mood,
    Result,
    Waakvlam,
    day_after_weeks,
)
from common.forms import OnceForm, ParagraphField, only_when_needed

SHORT_LENGTH, WORDS_LENGTH = 500, 1000
HOUR = 60


def _length(quarters: int) -> str:
    """So many quarters of an hour as people say it."""
    hours, minutes = divmod(quarters * MINUTES, HOUR)
    parts = [f"{hours} uur"] * bool(hours) + [f"{minutes} minuten"] * bool(minutes)
    return " en ".join(parts)


class ContactForm(OnceForm, VersionedForm):
    """One contact, in one minute on a phone."""

    result = forms.ChoiceField(
        label="Is het gelukt?",
        choices=Result.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of het is gelukt."},
    )
    mood = forms.ChoiceField(
        label="Hoe gaat het?", choices=Mood.choices, widget=forms.RadioSelect, required=False
    )
    words = ParagraphField(
        label="Kort: wat zag of hoorde u?", max_length=SHORT_LENGTH, rows=2, required=False
    )
    next_on = DayField(
        label="Volgend contact",
        error_messages={"required": "Kies de dag van het volgende contact."},
    )
    quarters = forms.TypedChoiceField(
        label="Hoe lang was u bezig?",
        choices=[("", "Niet ingevuld"), *((n, _length(n)) for n in range(1, MOST_QUARTERS + 1))],
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, waakvlam: Waakvlam, **kwargs: Any) -> None:
        following = day_after_weeks(timezone.localdate(), waakvlam.weeks)
        kwargs["initial"] = {"version": waakvlam.version, "next_on": following}
        super().__init__(*args, **kwargs)
        only_when_needed(self.fields["mood"])
        self.fields["next_on"].help_text = (
            f"Om de {waakvlam.weeks} weken. Niet bereikt of zorgen? Kies een eerdere dag."
            if waakvlam.weeks > 1
            else "Elke week."
        )
        big = (Div("result", css_class="wt-tap"), Div("mood", css_class="wt-tap"))
        rest = ("words", "next_on", "quarters")
        self.helper = helper("Contact bewaren", "submission_key", "version", *big, *rest)

    def clean(self) -> dict[str, Any]:
        """How it is, when they spoke."""
        told = super().clean() or {}
        if told.get("result") == Result.SPOKEN and not told.get("mood"):
            self.add_error("mood", "Kies hoe het gaat.")
        return told


def _proposed(waakvlam: Waakvlam) -> date:
    """The day as it is; after a worry within a week, and never one that is over."""
    today = timezone.localdate()
    near = day_after_weeks(today, 1)
    worried = waakvlam.mood == Mood.WORRY and waakvlam.next_on > near
    return near if worried or waakvlam.next_on < today else waakvlam.next_on


class MoveForm(VersionedForm):
    """Another day for the next contact."""

    next_on = DayField(label="Volgend contact", error_messages={"required": "Kies een dag."})

    def __init__(self, *args: Any, waakvlam: Waakvlam, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": waakvlam.version, "next_on": _proposed(waakvlam)}
        super().__init__(*args, **kwargs)
        self.helper = helper("Dag wijzigen", "version", "next_on")


class TransferForm(VersionedForm):
    """Who keeps it from now on."""

    owner = PersonField("Wie houdt contact?")
    deputy = PersonField("Wie is vervanger?")

    def __init__(self, *args: Any, waakvlam: Waakvlam, **kwargs: Any) -> None:
        now = {"owner": waakvlam.owner_id, "deputy": waakvlam.deputy_id}
        kwargs["initial"] = {"version": waakvlam.version, **now}
        super().__init__(*args, **kwargs)
        people = workers_of(waakvlam.team_id, timezone.localdate())
        for name in now:
            person: Any = self.fields[name]
            person.queryset = people
        self.helper = helper("Overdragen", "version", "owner", "deputy")


class EndForm(forms.Form):
    """What it ends into, for good."""

    use_required_attribute = False

    outcome = forms.ChoiceField(
        label="Hoe eindigt het?",
        choices=Ending.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het eindigt."},
    )
    words = ParagraphField(
        label="Waarom?",
        max_length=WORDS_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("outcome", "words", Submit("do", "Waakvlam beëindigen"))
