"""The form of a triage: a short set of questions, then the advice and what one chooses."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms

from cases.intakes.deciding import decide
from cases.intakes.models.triage import (
    DEVIATION_LENGTH,
    FACTS,
    Advice,
    Complexity,
    Involvement,
    TriageRule,
    TriageVersion,
)
from cases.intakes.services import Chosen
from common.forms import OnceForm, ParagraphField

PART = "nlds/part_form.html"
CHOICES = {
    "chosen_advice": ("Waarheen?", Advice),
    "chosen_complexity": ("Hoe ingewikkeld?", Complexity),
    "chosen_involvement": ("Hoe blijft u betrokken?", Involvement),
}


class TriageForm(OnceForm):
    """The answers; and once the advice was asked for, the choice beside it."""

    use_required_attribute = False
    says_optional = False  # what must be answered follows from the advice

    rules_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, live: TriageVersion | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.live, self.is_asked = live, False
        self.rule: TriageRule | None = None
        for name, (label, choices) in FACTS.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=choices.choices, widget=forms.RadioSelect
            )
        for name, (label, options) in CHOICES.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[("", "Kies"), *options.choices], required=False
            )
        self.fields["deviation_reason"] = ParagraphField(
            label="Waarom kiest u iets anders dan het advies?",
            max_length=DEVIATION_LENGTH,
            required=False,
            rows=3,
        )
        self.questions = self._part(*FACTS)
        self.choice = self._part(Row(*CHOICES), "deviation_reason")

    def ask(self) -> None:
        """Show the advice for these answers; the choice begins with it."""
        self.is_asked = True
        self.rule = self._advice()
        typed: Any = dict(self.data.items())
        typed["rules_seen"] = self.live.number if self.live else ""
        if "save" not in self.data and self.rule is not None:
            typed |= dict(zip(CHOICES, self.rule.outcome, strict=True))
        self.data = typed

    def is_ready(self) -> bool:
        """Whether every question is answered; what was chosen does not matter yet."""
        return not any(name in self.errors for name in FACTS)

    def clean(self) -> dict[str, Any]:
        """The triage as the act wants it."""
        answers = super().clean() or {}
        if "save" in self.data:
            for name in CHOICES:
                if not answers.get(name) and name not in self.errors:
                    self.add_error(name, "Maak een keuze.")
        if self.errors:
            return answers
        chosen = Chosen(
            advice=answers["chosen_advice"],
            complexity=answers["chosen_complexity"],
            involvement=answers["chosen_involvement"],
            reason=answers["deviation_reason"],
        )
        return {
            "submission_key": answers["submission_key"],
            "facts": tuple(answers[name] for name in FACTS),
            "version_number": answers["rules_seen"],
            "chosen": chosen,
        }

    def _advice(self) -> TriageRule | None:
        if self.live is None:
            return None
        rules = list(self.live.rules.all())
        place = decide(rules, tuple(str(self.data.get(name, "")) for name in FACTS))
        return None if place is None else rules[place]

    def _part(self, *fields: Any) -> FormHelper:
        helper = FormHelper()
        helper.form_tag, helper.template = False, PART
        helper.layout = Layout(*fields)
        return helper
