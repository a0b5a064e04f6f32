"""An aanvraag that comes in, and what happens to its term."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone

from cases.decisions.forms.fields import ActForm, WordsField
from cases.decisions.models import Ground, PauseGround
from cases.residents.forms import DayField
from common.forms import OnceForm

DAY = {"required": "Vul de dag in."}


class FileForm(OnceForm, ActForm):
    """A new aanvraag at a melding."""

    button = "Aanvraag vastleggen"
    field_order = ("submission_key", "ground", "received_on")

    ground = forms.ChoiceField(
        label="Waarom begint de aanvraag nu?",
        choices=[each for each in Ground.choices if each[0] != Ground.REVISION],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom de aanvraag nu begint."},
    )
    received_on = DayField(
        label="Datum van de aanvraag",
        help_text="De dag waarop wij de aanvraag kregen. Vanaf de volgende dag lopen twee weken.",
        error_messages=DAY,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"received_on": timezone.localdate(), "submission_key": uuid.uuid4()}
        super().__init__(*args, **kwargs)


class PauseForm(OnceForm, ActForm):
    """From when until when the term stands still, and why."""

    button = "Opschorten"
    field_order = ("submission_key", "ground", "asked_on", "until_on", "words")

    ground = forms.ChoiceField(
        label="Waarom staat de termijn stil?",
        choices=PauseGround.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom de termijn stilstaat."},
    )
    asked_on = DayField(
        label="Gevraagd of afgesproken op",
        help_text="De dag van de brief. De dag erna is de eerste die niet meetelt.",
        error_messages=DAY,
    )
    until_on = DayField(
        label="Tot en met",
        help_text="De laatste dag die de inwoner kreeg. Daarna loopt de termijn vanzelf weer.",
        error_messages=DAY,
    )
    words = WordsField("Wat is gevraagd of afgesproken?", missing="Schrijf op wat is gevraagd.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"asked_on": timezone.localdate(), "submission_key": uuid.uuid4()}
        super().__init__(*args, **kwargs)


class EndPauseForm(ActForm):
    """What was asked came in."""

    button = "Binnen: de termijn loopt weer"
    ended_on = DayField(label="Binnen op", help_text="Deze dag telt weer mee.", error_messages=DAY)


class DelayForm(ActForm):
    """The day that was named to the resident."""

    button = "Vertraging vastleggen"
    told_on = DayField(label="Aan de inwoner gemeld op", error_messages=DAY)
    promised_on = DayField(
        label="Toegezegd: besluit uiterlijk",
        help_text="Zo snel mogelijk. De wettelijke termijn verandert hierdoor niet.",
        error_messages=DAY,
    )


class DefaultForm(ActForm):
    """The day of a notice of default."""

    button = "Ingebrekestelling vastleggen"
    noticed_on = DayField(label="Ontvangen op", error_messages=DAY)


class ReasonForm(ActForm):
    """Why, in a few sentences."""

    reason = WordsField("Reden", missing="Schrijf op waarom.")


class WithdrawForm(ReasonForm):
    """In the words of the resident."""

    button = "Aanvraag intrekken"


class ReturnForm(ReasonForm):
    """Why the decision goes back."""

    button = "Terug naar de opsteller"
