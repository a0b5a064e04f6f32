"""The forms of what happens with a signal: short, one question each."""

from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.utils import timezone

from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import DayField
from cases.signals.models import (
    CARRIED,
    PASSED_ON,
    Ground,
    Outcome,
    Result,
    Signal,
    Way,
    working_day,
)
from cases.signals.reaching import workers_of
from clusters.absence.choosing import ColleagueField
from clusters.models import Neighbourhood, User
from common.forms import OnceForm, ParagraphField

SHORT_LENGTH, WORDS_LENGTH = 500, 1000
USUAL_DAYS = 5


class SignalActForm(VersionedForm):
    """A form about one signal, opened at one version of it."""

    button = "Opslaan"
    rows: tuple[Any, ...] = ()

    def __init__(self, *args: Any, signal: Signal, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": signal.version, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.offer(signal)
        self.helper = helper(self.button, *(self.rows or tuple(self.fields)))

    def offer(self, signal: Signal) -> None:
        """Narrow the choices to what fits this signal."""


class HandForm(SignalActForm):
    """Which colleague goes."""

    button = "Geven aan deze collega"
    person = ColleagueField(
        User.objects.none(),
        shows_load=True,
        label="Collega",
        empty_label="Kies een collega",
        error_messages={
            "required": "Kies een collega.",
            "invalid_choice": "Kies een collega van het team.",
        },
    )

    def offer(self, signal: Signal) -> None:
        """The wijkwerkers of the team, but for whoever has it now."""
        people = workers_of(signal.team_id, timezone.localdate())
        field: Any = self.fields["person"]
        field.queryset = people.exclude(pk=signal.handler_id or 0)


class MoveForm(SignalActForm):
    """Which wijk it is in."""

    button = "Naar deze wijk"
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.all(),
        label="Wijk",
        empty_label="Kies een wijk",
        help_text="Het team van die wijk krijgt het signaal. De dag blijft staan.",
        error_messages={"required": "Kies een wijk."},
    )


class AttemptForm(OnceForm, SignalActForm):
    """One attempt, in one minute on a phone."""

    button = "Poging bewaren"
    rows = (
        "submission_key",
        "version",
        Div("way", css_class="wt-tap"),
        Div("result", css_class="wt-tap"),
        "words",
        "next_on",
    )

    way = forms.ChoiceField(
        label="Wat deed u?",
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u deed."},
    )
    result = forms.ChoiceField(
        label="Is het gelukt?",
        choices=Result.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of het is gelukt."},
    )
    words = ParagraphField(
        label="Kort: wat zag of hoorde u?", max_length=SHORT_LENGTH, rows=3, required=False
    )
    next_on = DayField(
        label="Volgende poging", error_messages={"required": "Kies de dag van de volgende poging."}
    )

    def __init__(self, *args: Any, signal: Signal, **kwargs: Any) -> None:
        following = working_day(timezone.localdate(), USUAL_DAYS)
        super().__init__(*args, signal=signal, initial={"next_on": following}, **kwargs)


class ClearForm(SignalActForm):
    """Why the team may go on with the data of somebody."""

    button = "Vastleggen"
    ground = forms.ChoiceField(
        label="Waarom mag u verder?",
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom u verder mag."},
    )
    words = ParagraphField(
        label="Toelichting",
        max_length=WORDS_LENGTH,
        rows=3,
        required=False,
        help_text="Zonder toestemming: waarom is het nodig, en waarom kan het niet met minder?",
    )


class EndForm(SignalActForm):
    """What it ends into; only what can be."""

    button = "Signaal afsluiten"
    outcome = forms.ChoiceField(
        label="Hoe eindigt het?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het eindigt."},
    )
    words = ParagraphField(
        label="Waarom?",
        max_length=WORDS_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def offer(self, signal: Signal) -> None:
        """Passing on without a ground and stopping too soon are no choice."""
        never = set(CARRIED) | (set() if signal.ground else set(PASSED_ON))
        never |= set() if signal.may_stop else {Outcome.UNREACHED}
        field: Any = self.fields["outcome"]
        field.choices = [each for each in Outcome.choices if each[0] not in never]


class LinkForm(SignalActForm):
    """What it went on as."""

    button = "Koppelen en afsluiten"
    target = forms.ChoiceField(
        label="Waarmee gaat het verder?",
        error_messages={"required": "Kies waarmee het verder gaat."},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["target"]
        field.choices = [("", "Kies"), *choices]
