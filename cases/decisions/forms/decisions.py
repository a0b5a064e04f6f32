"""The decision in words and in products, the letter, and what comes after it."""

import uuid
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from cases.decisions.forms.fields import MOTIVATION_LENGTH, ActForm, WordsField
from cases.decisions.models import (
    Application,
    Decision,
    DecisionOutcome,
    Delivery,
    Form,
    Frequency,
    Hearing,
    ObjectionOutcome,
    Refusal,
)
from cases.decisions.replacing import outcomes_for
from cases.decisions.services import Draft, Granted, Received
from cases.decisions.services.objecting import MOST_WEEKS
from cases.intakes.models.letters import LetterWay
from cases.mandates.models import Product, Provider
from cases.residents.forms import DayField
from common.forms import OnceForm

NONE = ("", "Kies als het nodig is")
MOST_VOLUME, MOST_EUROS = 100_000, 1_000_000
CENTS = 100


class DraftForm(ActForm):
    """What is decided and why; ``version`` is what stood on the page."""

    button = "Concept bewaren"
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    outcome = forms.ChoiceField(
        label="Wat is het besluit?",
        choices=DecisionOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het besluit."},
    )
    refusal = forms.ChoiceField(
        label="Grond om te weigeren",
        choices=[NONE, *Refusal.choices],
        required=False,
        help_text="Bij alles wat niet helemaal wordt toegekend.",
    )
    hearing = forms.ChoiceField(
        label="Kon de inwoner hier vooraf iets over zeggen?",
        choices=[NONE, *Hearing.choices],
        required=False,
        help_text="Bij afwijzen, en als u iets verandert waar niemand om vroeg (AWB 4:7, 4:8).",
    )
    heard_on = DayField(label="Gehoord op", required=False)
    effective_on = DayField(
        label="Vanaf welke dag geldt dit?",
        required=False,
        help_text="De dag ervoor is de laatste van wat eerder is toegekend (Wmo 2.3.10 lid 2).",
    )
    review_on = DayField(
        label="Opnieuw kijken op", required=False, help_text="Heronderzoek (Wmo 2.3.9)."
    )
    motivation = WordsField(
        "Waarom besluit u dit?",
        missing="Schrijf waarom u dit besluit.",
        rows=10,
        max_length=MOTIVATION_LENGTH,
        help_text="Dit komt in de brief. Schrijf aan de inwoner, in korte zinnen, met “u”.",
    )

    def __init__(
        self, data: Any = None, *, application: Application, decision: Decision | None
    ) -> None:
        super().__init__(data, initial=_typed(decision))
        offered = outcomes_for(Decision(application=application))
        outcome: Any = self.fields["outcome"]
        outcome.choices = [(each.value, each.label) for each in offered]
        if not application.is_revision:
            del self.fields["effective_on"]
        if application.is_own_motion:
            del self.fields["refusal"]
        self.lay_out()

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        version = answers.pop("version")
        answers.setdefault("refusal", "")
        return {"version": version, "draft": Draft(**answers)}

    def show_version(self, number: int) -> None:
        """From now on this form knows what the colleague saved."""
        typed: Any = dict(self.data.items())
        typed["version"] = str(number)
        self.data = typed


class ProvisionForm(OnceForm, ActForm):
    """One product that is granted or refused."""

    button = "Voorziening toevoegen"
    field_order = (
        "submission_key", "is_granted", "product", "volume", "frequency", "since", "until", "form",
        "provider", "yearly_euros",
    )  # fmt: skip

    is_granted = forms.TypedChoiceField(
        label="Kent u dit toe?",
        choices=[("ja", "Ja, toekennen"), ("nee", "Nee, weigeren")],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of u dit toekent."},
    )
    product = forms.ModelChoiceField(
        Product.objects.none(),
        label="Product",
        empty_label="Kies een product",
        error_messages={"required": "Kies een product."},
    )
    volume = forms.DecimalField(
        label="Hoeveel",
        min_value=Decimal("0.01"),
        max_value=MOST_VOLUME,
        max_digits=8,
        decimal_places=2,
        localize=True,
        help_text="In de eenheid van het product, bijvoorbeeld 2,5 uur.",
        error_messages={"required": "Vul in hoeveel."},
    )
    frequency = forms.ChoiceField(
        label="Per",
        choices=[("", "Kies"), *Frequency.choices],
        error_messages={"required": "Kies hoe vaak."},
    )
    since = DayField(label="Vanaf", error_messages={"required": "Vul de eerste dag in."})
    until = DayField(label="Tot en met", required=False, help_text="Leeg is zonder einddatum.")
    form = forms.ChoiceField(
        label="Vorm",
        choices=Form.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de vorm."},
    )
    provider = forms.ModelChoiceField(
        Provider.objects.none(),
        label="Aanbieder",
        required=False,
        empty_label="Kies een aanbieder",
        help_text="Bij zorg in natura.",
    )
    yearly_euros = forms.DecimalField(
        label="Kosten per jaar (€)",
        required=False,
        min_value=0,
        max_value=MOST_EUROS,
        decimal_places=2,
        localize=True,
        help_text="Nodig als uw mandaat een hoogste bedrag heeft.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"form": Form.IN_KIND, "submission_key": uuid.uuid4()}
        super().__init__(*args, **kwargs)
        for name, rows in (("product", Product.objects), ("provider", Provider.objects)):
            field: Any = self.fields[name]
            field.queryset = rows.in_use()

    def clean(self) -> dict[str, Any]:
        """As the act wants it, with the amount in cents."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        key, euros = answers.pop("submission_key"), answers.pop("yearly_euros")
        cents = None if euros is None else int(euros * CENTS)
        return {"submission_key": key, "granted": Granted(**answers, yearly_cents=cents)}


class SendForm(ActForm):
    """How the letter goes out; ``stamp`` is that of the letter on the page."""

    button = "Vastleggen als verstuurd"
    stamp = forms.CharField(widget=forms.HiddenInput, max_length=16)
    way = forms.ChoiceField(
        label="Hoe gaat de brief weg?",
        choices=LetterWay.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe de brief weggaat."},
    )


class ObjectionForm(OnceForm, ActForm):
    """An objection that came in."""

    button = "Bezwaar vastleggen"
    field_order = ("submission_key", "received_on", "with_committee", "words")
    received_on = DayField(label="Ontvangen op", error_messages={"required": "Vul de dag in."})
    with_committee = forms.BooleanField(
        label="Een adviescommissie kijkt mee",
        required=False,
        help_text="Dan is de termijn twaalf in plaats van zes weken (AWB 7:10).",
    )
    words = WordsField("Wat schrijft de inwoner?", missing="Schrijf op waar het bezwaar over gaat.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"received_on": timezone.localdate(), "submission_key": uuid.uuid4()}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        key = answers.pop("submission_key")
        return {"submission_key": key, "received": Received(**answers)}


class ReviewForm(ActForm):
    """What was seen, and when the next time is."""

    button = "Vastleggen"
    words = WordsField("Past de ondersteuning nog?", missing="Schrijf kort op wat u zag.")
    next_on = DayField(
        label="Volgende keer kijken op", required=False, help_text="Leeg als het niet meer hoeft."
    )


class PostponeForm(ActForm):
    """By how many weeks."""

    button = "Verdagen"
    weeks = forms.IntegerField(
        label="Met hoeveel weken?",
        min_value=1,
        max_value=MOST_WEEKS,
        error_messages={"required": "Vul in hoeveel weken."},
    )


class ObjectionDecisionForm(ActForm):
    """What was decided on an objection."""

    button = "Beslissing vastleggen"
    outcome = forms.ChoiceField(
        label="Beslissing",
        choices=ObjectionOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de beslissing."},
    )
    decided_on = DayField(label="Beslist op", error_messages={"required": "Vul de dag in."})


class DeliveryForm(ActForm):
    """How far the delivery is."""

    button = "Vastleggen"
    delivery = forms.ChoiceField(
        label="Wat is er gebeurd?",
        choices=[each for each in Delivery.choices if each[0] != Delivery.TO_ORDER],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er is gebeurd."},
    )
    day = DayField(label="Op welke dag?", error_messages={"required": "Vul de dag in."})


def _typed(decision: Decision | None) -> dict[str, Any]:
    """What stands in the draft; a first draft is version 0."""
    if decision is None:
        return {"version": 0}
    names = (
        "version", "outcome", "refusal", "hearing", "heard_on", "effective_on", "review_on",
        "motivation",
    )  # fmt: skip
    return {name: getattr(decision, name) for name in names}
