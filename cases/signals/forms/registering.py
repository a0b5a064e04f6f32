"""The form of a signal: a minute on a phone."""

from typing import Any

from crispy_forms.layout import Div, Fieldset, Row
from django import forms

from cases.plans.forms.versions import helper
from cases.signals.models import Source, Told, Urgency, Worry
from clusters.models import Neighbourhood
from clusters.organisation.routing import normalise_postcode
from common.errors import RuleViolation
from common.forms import OnceForm, ParagraphField

WHAT_LENGTH, SHORT_LENGTH = 1000, 200
CLOSED = "Alleen wat nodig is om erheen te gaan. Weet u het niet, laat het dan leeg."


class SignalForm(OnceForm):
    """What somebody noticed, where, and who told it as far as they want that known."""

    use_required_attribute = False

    urgency = forms.ChoiceField(
        label="Hoe snel moet iemand erheen?",
        choices=Urgency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe snel iemand erheen moet."},
        help_text="Direct gevaar? Bel 112.",
    )
    worry = forms.ChoiceField(
        label="Wat is de grootste zorg?",
        choices=[("", "Kies"), *Worry.choices],
        error_messages={"required": "Kies de grootste zorg."},
    )
    with_children = forms.BooleanField(label="Er zijn kinderen bij", required=False)
    what = ParagraphField(
        label="Wat is er gezien of gehoord?",
        max_length=WHAT_LENGTH,
        rows=4,
        help_text="Kort en feitelijk. Geen diagnose en geen vermoeden zonder reden.",
        error_messages={"required": "Schrijf kort op wat er is gezien of gehoord."},
    )
    postcode = forms.CharField(
        label="Postcode",
        required=False,
        max_length=10,
        help_text="Vier cijfers is genoeg. Zo vinden wij het team.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": "8"}),
    )
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.all(),
        label="Of de wijk",
        required=False,
        empty_label="Kies een wijk",
    )
    place = forms.CharField(
        label="Waar precies?",
        required=False,
        max_length=SHORT_LENGTH,
        help_text=f"Straat en nummer, of “bankje bij de vijver”. {CLOSED}",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    whom = forms.CharField(
        label="Om wie gaat het?",
        required=False,
        max_length=SHORT_LENGTH,
        help_text=f"Bijvoorbeeld “oudere man alleen”. {CLOSED}",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    source = forms.ChoiceField(
        label="Van wie komt het?",
        choices=[("", "Kies"), *Source.choices],
        error_messages={"required": "Kies van wie het signaal komt."},
    )
    reporter = forms.CharField(
        label="Naam of nummer van de melder",
        required=False,
        max_length=SHORT_LENGTH,
        help_text="Alleen als u nog iets wilt kunnen vragen.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    stays_anonymous = forms.BooleanField(
        label="De melder wil anoniem blijven",
        required=False,
        help_text="Wie erheen gaat, noemt de melder dan niet.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "Signaal vastleggen",
            "submission_key",
            Div("urgency", css_class="wt-tap"),
            *("worry", "with_children", "what"),
            Fieldset("Waar en wie?", Row("postcode", "neighbourhood"), "place", "whom"),
            Fieldset("Wie meldt het?", "source", "reporter", "stays_anonymous"),
        )

    def clean_postcode(self) -> str:
        """As 1315AA or 1315."""
        text = self.cleaned_data["postcode"]
        try:
            return normalise_postcode(text) if text else ""
        except RuleViolation as broken:
            raise forms.ValidationError(str(broken)) from None

    def clean(self) -> dict[str, Any]:
        """What was told as one thing, beside the place."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        apart = ("submission_key", "postcode", "neighbourhood")
        own = {name: answers.pop(name) for name in apart}
        return {**own, "told": Told(**answers)}
