"""The forms with which the functional administrator keeps the question sets."""

import re
from dataclasses import dataclass
from typing import Any, Self

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.callbacks.models import AnswerKind, CallbackSubject, QuestionSetVersion
from cases.callbacks.models.question_sets import (
    OPTIONS_LENGTH,
    SET_QUESTION_LENGTH,
    SHORT_ANSWER_LENGTH,
)
from cases.callbacks.services.question_sets import FEWEST_OPTIONS, MOST_QUESTIONS, QuestionText
from clusters.models import Team, TeamKind
from common.forms import ParagraphField

PARTS = ("text", "help_text", "kind", "options", "is_required")
COMMAND = re.compile(r"(add|up|down|remove)(?:-(\d{1,2}))?")


class NewSetForm(forms.Form):
    """About which subject and for which team; those two together exist once."""

    subject = forms.ModelChoiceField(
        CallbackSubject.objects.in_use(), label="Onderwerp", empty_label="Kies een onderwerp"
    )
    team = forms.ModelChoiceField(
        Team.objects.none(),
        label="Team",
        required=False,
        empty_label="Alle teams",
        help_text="De vragen van een team gaan voor die van alle teams.",
    )
    copy = forms.BooleanField(
        label="Begin met de vragen die nu voor alle teams gelden", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["team"]
        today = Team.objects.valid_on(timezone.localdate())
        field.queryset = today.exclude(kind=TeamKind.CONTACT_CENTRE)
        self.helper = FormHelper()
        self.helper.layout = Layout("subject", "team", "copy", Submit("save", "Vragenset maken"))


class QuestionForm(forms.Form):
    """One question of the draft."""

    text = forms.CharField(
        label="Vraag",
        max_length=SET_QUESTION_LENGTH,
        help_text=f"Hoogstens {SET_QUESTION_LENGTH} tekens.",
    )
    help_text = forms.CharField(
        label="Uitleg",
        required=False,
        max_length=200,
        help_text="Hoogstens 200 tekens.",
    )
    kind = forms.ChoiceField(
        label="Soort antwoord", choices=AnswerKind.choices, initial=AnswerKind.SHORT
    )
    options = ParagraphField(
        label="Keuzes",
        rows=4,
        required=False,
        max_length=OPTIONS_LENGTH,
        help_text=f"Eén keuze per regel, minstens {FEWEST_OPTIONS}.",
    )
    is_required = forms.BooleanField(label="Moet beantwoord worden", required=False)

    def clean_options(self) -> str:
        """One option per line, without empty lines; the same option twice is refused."""
        lines = [line.strip() for line in self.cleaned_data["options"].splitlines()]
        options = [line for line in lines if line]
        seen = set[str]()
        for option in options:
            if option.casefold() in seen:
                raise forms.ValidationError(f"“{option}” staat er twee keer.")
            if len(option) > SHORT_ANSWER_LENGTH:
                text = f"Een keuze heeft hoogstens {SHORT_ANSWER_LENGTH} tekens: “{option}”."
                raise forms.ValidationError(text)
            seen.add(option.casefold())
        return "\n".join(options)

    def clean(self) -> dict[str, Any]:
        """Options belong to a choice, and to nothing else."""
        answers = super().clean() or {}
        options, kind = answers.get("options"), answers.get("kind")
        if options is None or kind is None:
            return answers
        if kind == AnswerKind.CHOICE and len(options.splitlines()) < FEWEST_OPTIONS:
            self.add_error("options", f"Vul minstens {FEWEST_OPTIONS} keuzes in.")
        elif kind != AnswerKind.CHOICE and options:
            label = AnswerKind.CHOICE.label.lower()
            text = f"Kies “{label}” als soort antwoord, of maak dit vak leeg."
            self.add_error("options", text)
        return answers


class QuestionRows(forms.BaseFormSet):
    """The questions in order; a row in which nothing was typed does not count."""

    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "too_many_forms": f"Een vragenset heeft hoogstens {MOST_QUESTIONS} vragen.",
    }

    def initial_form_count(self) -> int:
        """None is certain: every row may be left empty."""
        return 0

    def total_form_count(self) -> int:
        """As many as were sent, or as there are to show."""
        return super().total_form_count() if self.is_bound else len(self.initial or ())

    def typed(self) -> list[dict[str, Any]]:
        """Every row as it stands on the screen, right or wrong."""
        return [{name: form[name].value() for name in PARTS} for form in self.forms]

    def questions(self) -> list[QuestionText]:
        """The questions of valid rows."""
        return [QuestionText(**form.cleaned_data) for form in self.forms if form.cleaned_data]


RowFormSet = forms.formset_factory(
    QuestionForm,
    formset=QuestionRows,
    extra=0,
    max_num=MOST_QUESTIONS,
    validate_max=True,
    absolute_max=2 * MOST_QUESTIONS,
)


@dataclass(frozen=True)
class Rearranged:
    """The rows after a button beside a row: what gets the focus, what is said of it.

    ``focus`` is the command of a button, or "text-3" for the text of the third question.
    """

    rows: list[dict[str, Any]]
    focus: str = ""
    said: str = ""


class DraftForm(forms.Form):
    """The whole draft: its rows, and the stamp of the version that was on the screen."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        rows, self.focus = options.pop("rows", None), options.pop("focus", "")
        self.said = options.pop("said", "")
        super().__init__(data, **options)
        self.rows: Any = RowFormSet(data, initial=rows, prefix="q")
        self.has_room = len(self.rows.forms) < MOST_QUESTIONS
        for number, row in enumerate(self.rows.forms, start=1):
            row.buttons = _buttons(number, len(self.rows.forms))
            if self.focus == f"text-{number}":
                row.fields["text"].widget.attrs["data-focus"] = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.template = "cases/callbacks/question_sets/_rows.html"
        options_field = Field("options", wrapper_class="wt-set-options")
        self.helper.layout = Layout("text", "help_text", Row("kind", "is_required"), options_field)

    @classmethod
    def showing(cls, version: QuestionSetVersion) -> Self:
        """The form with the questions of a version, or one empty row."""
        rows = [
            dict(zip(PARTS, question.content, strict=True)) for question in version.questions.all()
        ]
        return cls(initial={"stamp": version.stamp}, rows=rows or [{}])

    def rearranged(self, command: str) -> Self:
        """What was typed, with one row more, fewer or elsewhere; nothing is saved or checked."""
        after = rearrange(self.rows.typed(), command)
        return type(self)(initial={"stamp": self["stamp"].value()}, **vars(after))

    def clean(self) -> dict[str, Any]:
        """Rows that are right become questions; what is wrong stands beside its own field."""
        answers = super().clean() or {}
        if self.rows.is_valid():
            answers["questions"] = self.rows.questions()
        return answers

    def is_valid(self) -> bool:
        """Whether the form and every row of it are right."""
        return super().is_valid() and self.rows.is_valid()

    def show_stamp(self, stamp: str) -> None:
        """From now on this form knows the text of the colleague, which stands beside it."""
        typed: Any = dict(self.data.items())
        typed[self.add_prefix("stamp")] = stamp
        self.data = typed


def rearrange(rows: list[dict[str, Any]], command: str) -> Rearranged:
    """Add a row, move one or take one away; ``command`` is "add", "up-3", "down-1", "remove-2"."""
    found = COMMAND.fullmatch(command)
    act, number = (found[1], int(found[2] or 0)) if found else ("", 0)
    if act == "add":
        return _added(rows)
    if not 1 <= number <= len(rows):
        return Rearranged(rows)
    return _removed(rows, number) if act == "remove" else _moved(rows, act, number)


def _added(rows: list[dict[str, Any]]) -> Rearranged:
    number = len(rows) + 1
    if number > MOST_QUESTIONS:
        return Rearranged(rows, said=f"Een vragenset heeft hoogstens {MOST_QUESTIONS} vragen.")
    return Rearranged([*rows, {}], f"text-{number}", f"Vraag {number} is toegevoegd.")


def _removed(rows: list[dict[str, Any]], number: int) -> Rearranged:
    left = [*rows[: number - 1], *rows[number:]] or [{}]
    return Rearranged(left, f"text-{min(number, len(left))}", f"Vraag {number} is weggehaald.")


def _moved(rows: list[dict[str, Any]], act: str, number: int) -> Rearranged:
    """The row and its neighbour change places; the same button is ready to be pressed again."""
    target = number - 1 if act == "up" else number + 1
    if not 1 <= target <= len(rows):
        return Rearranged(rows)
    moved = list(rows)
    moved[number - 1], moved[target - 1] = rows[target - 1], rows[number - 1]
    possible = [command for command, _ in _buttons(target, len(rows))]
    again = f"{act}-{target}"
    focus = again if again in possible else possible[0]
    return Rearranged(moved, focus, f"Vraag {number} is nu vraag {target}.")


def _buttons(number: int, total: int) -> list[tuple[str, str]]:
    """The buttons beside a row, each with its command and its name."""
    there = {"up": number > 1, "down": number < total, "remove": True}
    names = {"up": "Omhoog", "down": "Omlaag", "remove": "Weghalen"}
    return [(f"{act}-{number}", names[act]) for act, possible in there.items() if possible]
