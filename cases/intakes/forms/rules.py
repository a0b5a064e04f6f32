"""The form of the triage rules: a row per rule, in order, with buttons that move a row."""

import re
from dataclasses import dataclass
from typing import Any, Self

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms

from cases.intakes.deciding import RuleText
from cases.intakes.models.triage import (
    FACTS,
    MOST_RULES,
    RULE_REASON_LENGTH,
    Advice,
    Complexity,
    Involvement,
)

PART = "nlds/part_form.html"
COMMAND = re.compile(r"(add|up|down|remove)(?:-([1-9][0-9]?))?")
OUTCOME: dict[str, tuple[str, Any]] = {
    "advice": ("Advies", Advice),
    "complexity": ("Complexiteit", Complexity),
    "involvement": ("Inzet", Involvement),
}
PARTS = (*FACTS, *OUTCOME, "reason")


class RuleForm(forms.Form):
    """One rule."""

    use_required_attribute = False
    says_optional = False  # "maakt niet uit" says it
    reason = forms.CharField(
        label="Waarom?",
        max_length=RULE_REASON_LENGTH,
        help_text="Dit leest de wijkwerker bij het advies.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, choices) in FACTS.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[("", "Maakt niet uit"), *choices.choices], required=False
            )
        for name, (label, choices) in OUTCOME.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[("", "Kies"), *choices.choices]
            )

    def rule(self) -> RuleText:
        """The rule of a valid row."""
        answers = self.cleaned_data
        facts = tuple(answers[name] for name in FACTS)
        outcome = {name: answers[name] for name in OUTCOME}
        return RuleText(facts=facts, reason=answers["reason"], **outcome)


class RuleRows(forms.BaseFormSet):
    """The rules in order; every row counts, also an empty one."""

    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "too_many_forms": f"Er zijn hoogstens {MOST_RULES} regels.",
    }

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """An empty row is a mistake, not an absent rule."""
        return {**super().get_form_kwargs(index), "empty_permitted": False}

    def initial_form_count(self) -> int:
        """None is certain."""
        return 0

    def total_form_count(self) -> int:
        """As many as were sent, or as there are to show."""
        return super().total_form_count() if self.is_bound else len(self.initial or ())

    def typed(self) -> list[dict[str, Any]]:
        """Every row as it stands on the screen, right or wrong."""
        return [{name: form[name].value() for name in PARTS} for form in self.forms]


RowFormSet = forms.formset_factory(
    RuleForm,
    formset=RuleRows,
    extra=0,
    max_num=MOST_RULES,
    validate_max=True,
    absolute_max=2 * MOST_RULES,
)


@dataclass(frozen=True)
class Moved:
    """The rows after a button beside a row, and what is said of it."""

    rows: list[dict[str, Any]]
    said: str = ""


class RulesForm(forms.Form):
    """The whole draft: its rows, and the stamp of the version that was on the screen."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        rows, self.said = options.pop("rows", None), options.pop("said", "")
        super().__init__(data, **options)
        self.rows: Any = RowFormSet(data, initial=rows, prefix="r")
        self.has_room = len(self.rows.forms) < MOST_RULES
        for number, row in enumerate(self.rows.forms, start=1):
            row.buttons = _buttons(number, len(self.rows.forms))
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.template = False, PART
        kind, *facts = FACTS
        self.helper.layout = Layout(
            Row(kind, facts[0]), Row(*facts[1:4]), Row(*facts[4:]), Row(*OUTCOME), "reason"
        )

    @classmethod
    def showing(cls, rules: Any, stamp: str) -> Self:
        """The form with these rules."""
        rows = [dict(zip(PARTS, rule.content, strict=True)) for rule in rules]
        return cls(initial={"stamp": stamp}, rows=rows)

    def rearranged(self, command: str) -> Self:
        """What was typed, with one row more, fewer or elsewhere; nothing is saved or checked."""
        moved = rearrange(self.rows.typed(), command)
        return type(self)(initial={"stamp": self["stamp"].value()}, **vars(moved))

    def clean(self) -> dict[str, Any]:
        """Rows that are right become rules; what is wrong stands beside its own field."""
        answers = super().clean() or {}
        if self.rows.is_valid():
            answers["rules"] = [form.rule() for form in self.rows.forms]
        return answers

    def is_valid(self) -> bool:
        """Whether the form and every row of it are right."""
        return super().is_valid() and self.rows.is_valid()

    def show_stamp(self, stamp: str) -> None:
        """From now on this form knows the rules of the colleague, which stand beside it."""
        typed: Any = dict(self.data.items())
        self.data = typed | {"stamp": stamp}


def rearrange(rows: list[dict[str, Any]], command: str) -> Moved:
    """Add a row, move one or take one away; ``command`` is "add", "up-3", "down-1", "remove-2"."""
    found = COMMAND.fullmatch(command)
    act, number = (found[1], int(found[2] or 0)) if found else ("", 0)
    if act == "add" and len(rows) < MOST_RULES:
        return Moved([*rows, {}], f"Regel {len(rows) + 1} is toegevoegd.")
    if not 1 <= number <= len(rows):
        return Moved(rows)
    if act == "remove":
        left = [*rows[: number - 1], *rows[number:]] or [{}]
        return Moved(left, f"Regel {number} is weggehaald.")
    target = number - 1 if act == "up" else number + 1
    if not 1 <= target <= len(rows):
        return Moved(rows)
    moved = list(rows)
    moved[number - 1], moved[target - 1] = rows[target - 1], rows[number - 1]
    return Moved(moved, f"Regel {number} is nu regel {target}.")


def _buttons(number: int, total: int) -> list[tuple[str, str]]:
    """The buttons beside a row, each with its command and its name."""
    there = {"up": number > 1, "down": number < total, "remove": True}
    names = {"up": "Omhoog", "down": "Omlaag", "remove": "Weghalen"}
    return [(f"{act}-{number}", names[act]) for act, possible in there.items() if possible]
