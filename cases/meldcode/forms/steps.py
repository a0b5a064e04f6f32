"""A form per step of the meldcode, and those about Veilig Thuis."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils import timezone

from cases.meldcode.checking import skipped
from cases.meldcode.forms.opening import WORDS_LENGTH, done_field, next_field
from cases.meldcode.models import Answer, Asked, SafetyCode, StepFacts, StepNumber, Way
from cases.meldcode.norm import QUESTIONS
from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import DayField
from common.forms import OnceForm, ParagraphField, only_when_needed

SHORT_LENGTH, REASON_LENGTH = 200, 1000


def _choice(label: str, choices: Any, required: str = "") -> forms.ChoiceField:
    """A question with a few answers; ``required`` is what to say when there is none."""
    field = forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, required=bool(required)
    )
    if required:
        field.error_messages["required"] = required
    else:
        only_when_needed(field)
    return field


def _reason(label: str) -> ParagraphField:
    field = ParagraphField(label=label, max_length=REASON_LENGTH, rows=3, required=False)
    only_when_needed(field)
    return field


class StepForm(OnceForm, VersionedForm):
    """What every step has: a day, words, and when it goes on."""

    number = StepNumber.SIGNALS
    says = "Wat kwam eruit?"

    done_on = done_field()
    words = ParagraphField(label="Wat?", max_length=WORDS_LENGTH, rows=8, required=False)
    early = _reason("Waarom slaat u een stap over?")
    next_on = next_field()

    def __init__(self, *args: Any, code: SafetyCode, **kwargs: Any) -> None:
        kwargs["initial"] = {"done_on": timezone.localdate(), "version": code.version}
        super().__init__(*args, **kwargs)
        self.fields["words"].label = self.says
        only_when_needed(self.fields["words"])
        self.skipped = skipped(code, self.number)
        if not self.skipped:
            del self.fields["early"]
        shared = ("done_on", "words", "early", "next_on", "submission_key", "version")
        self.answer_names = [name for name in self.fields if name not in shared]
        early = ["early"] * bool(self.skipped)
        rows = [
            "submission_key",
            "version",
            *early,
            "done_on",
            *self.answer_names,
            "words",
            "next_on",
        ]
        self.helper = helper("Stap bewaren", *rows)

    def clean(self) -> dict[str, Any]:
        """The step as one thing, beside what goes with the form."""
        told = super().clean() or {}
        if self.errors:
            return told
        facts = StepFacts(
            done_on=told["done_on"],
            words=told["words"],
            early=told.get("early", ""),
            answers={name: _plain(told[name]) for name in self.answer_names},
        )
        names = ("submission_key", "version", "next_on")
        return {"facts": facts, **{name: told[name] for name in names}}


class SignalsForm(StepForm):
    """More signals."""

    says = "Welke signalen ziet of hoort u?"


class ConsultForm(StepForm):
    """With whom, and whether Veilig Thuis gave advice (MC-8)."""

    number = StepNumber.CONSULT
    says = "Wat is er besproken?"

    colleague = forms.CharField(
        label="Met welke collega overlegde u?", max_length=SHORT_LENGTH, required=False
    )
    asked = _choice("Vroeg u Veilig Thuis om advies?", Asked.choices, "Kies ja of nee.")
    asked_on = DayField(label="Wanneer vroeg u Veilig Thuis?", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("colleague", "asked_on"):
            only_when_needed(self.fields[name])


class TalkForm(StepForm):
    """The talk with those it is about, or why there was none (MC-9)."""

    number = StepNumber.TALK
    says = "Wat is er besproken?"

    held = _choice("Was er een gesprek?", Answer.choices, "Kies ja of nee.")
    with_whom = forms.CharField(label="Met wie sprak u?", max_length=SHORT_LENGTH, required=False)
    why_not = _reason("Waarom was er geen gesprek?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_when_needed(self.fields["with_whom"])


class WeighForm(StepForm):
    """The five questions of the afwegingskader (MC-10)."""

    number = StepNumber.WEIGH
    says = "Waarom weegt u zo?"

    suspicion = _choice(f"1. {QUESTIONS['suspicion']}", Answer.choices)
    unsafe = _choice(f"2. {QUESTIONS['unsafe']}", Answer.choices)
    help = _choice(f"3. {QUESTIONS['help']}", Answer.choices)
    accepted = _choice(f"4. {QUESTIONS['accepted']}", Answer.choices)
    in_time = _choice(f"5. {QUESTIONS['in_time']}", Answer.choices)


class DecideForm(StepForm):
    """To report or not, and to help or not; by a human (MC-11)."""

    number = StepNumber.DECIDE
    says = "Toelichting op de beslissing"

    reports = _choice("Meldt u bij Veilig Thuis?", Answer.choices, "Kies ja of nee.")
    helps = _choice("Biedt of organiseert u hulp?", Answer.choices, "Kies ja of nee.")
    reason = _reason("Wijkt u af van de norm? Schrijf op waarom.")


STEP_FORMS: dict[int, type[StepForm]] = {
    form.number: form for form in (SignalsForm, ConsultForm, TalkForm, WeighForm, DecideForm)
}


class ReportForm(OnceForm):
    """What Veilig Thuis was told."""

    use_required_attribute = False

    reported_on = DayField(
        label="Gemeld op", error_messages={"required": "Vul in wanneer u meldde."}
    )
    way = _choice("Hoe meldde u?", Way.choices, "Kies hoe u meldde.")
    reference = forms.CharField(
        label="Nummer van Veilig Thuis", max_length=SHORT_LENGTH, required=False
    )
    words = ParagraphField(
        label="Wat meldde u?",
        max_length=WORDS_LENGTH,
        rows=6,
        error_messages={"required": "Schrijf op wat u meldde."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"reported_on": timezone.localdate()}
        super().__init__(*args, **kwargs)
        names = ("submission_key", "reported_on", "way", "reference", "words")
        self.helper = helper("Melding bewaren", *names)


class FeedbackForm(forms.Form):
    """What Veilig Thuis said about it afterwards."""

    use_required_attribute = False

    heard_on = DayField(
        label="Gehoord op", error_messages={"required": "Vul in wanneer u dit hoorde."}
    )
    words = ParagraphField(
        label="Wat zei Veilig Thuis?",
        max_length=WORDS_LENGTH,
        rows=6,
        error_messages={"required": "Schrijf op wat Veilig Thuis zei."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"heard_on": timezone.localdate()}
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("heard_on", "words", Submit("do", "Terugkoppeling bewaren"))


def _plain(value: Any) -> str:
    """An answer as it is kept."""
    return value.isoformat() if isinstance(value, date) else str(value or "")
