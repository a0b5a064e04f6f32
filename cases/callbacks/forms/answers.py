"""The questions of a set as they are asked during a call; the answers go with the request (TEL-7).

Stands inside the form of the call, so it has no form tag of its own. The administrator wrote the
questions: every text of it is escaped here where the pack would take it as our own.
"""

from collections.abc import Callable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.utils.html import format_html

from cases.callbacks.models import AnswerKind, QuestionSetVersion, SetQuestion
from cases.callbacks.models.question_sets import ANSWER_LENGTH, SHORT_ANSWER_LENGTH
from cases.callbacks.services.question_sets import Answer
from common.forms import ParagraphField

MOST_RADIO_BUTTONS = 5
YES_NO = ("Ja", "Nee")
NOT_ASKED = ("", "Niet gevraagd")
CHOOSE = ("", "Maak een keuze")


class AnswersForm(forms.Form):
    """One field per question of ``version``, named ``a1``, ``a2`` … after its position.

    Works the same for a version that was replaced while the call ran.
    """

    def __init__(
        self,
        version: QuestionSetVersion,
        data: Any = None,
        prefix: str = "q0-set",
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, prefix=prefix, initial=initial)
        self.version = version
        self.questions = list(version.questions.all())
        for question in self.questions:
            self.fields[_name(question)] = FIELDS[AnswerKind(question.kind)](question)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(*(_laid_out(question) for question in self.questions))

    def answers(self) -> list[Answer]:
        """What was answered, in the order of the questions; only of a valid form."""
        given = ((each, self.cleaned_data.get(_name(each), "")) for each in self.questions)
        return [Answer(each.position, each.text, text) for each, text in given if text]


def _name(question: SetQuestion) -> str:
    return f"a{question.position}"


def _laid_out(question: SetQuestion) -> Field:
    """Yes and no stand beside each other."""
    is_short = question.kind == AnswerKind.YES_NO
    return Field(_name(question), wrapper_class="wt-inline" if is_short else "")


def _said(question: SetQuestion, limit: str = "") -> dict[str, Any]:
    """What every field has; the help of the administrator is text, never HTML."""
    return {
        "label": question.text,
        "help_text": format_html("{}", f"{question.help_text} {limit}".strip()),
        "required": question.is_required,
    }


def _short(question: SetQuestion) -> forms.Field:
    said = _said(question, limit=f"Hoogstens {SHORT_ANSWER_LENGTH} tekens.")
    return forms.CharField(max_length=SHORT_ANSWER_LENGTH, **said)


def _long(question: SetQuestion) -> forms.Field:
    return ParagraphField(rows=3, max_length=ANSWER_LENGTH, **_said(question))


def _choice(question: SetQuestion) -> forms.Field:
    return _one_of(question, question.choices)


def _yes_no(question: SetQuestion) -> forms.Field:
    return _one_of(question, YES_NO)


def _one_of(question: SetQuestion, options: Any) -> forms.Field:
    """Radio buttons for a few options, a list for many; what need not be asked can be undone."""
    choices = [(option, option) for option in options]
    widget: Any = forms.RadioSelect
    if len(choices) > MOST_RADIO_BUTTONS:
        widget = forms.Select
        choices.insert(0, CHOOSE if question.is_required else NOT_ASKED)
    elif not question.is_required:
        choices.append(NOT_ASKED)
    messages = {"invalid_choice": _gone(question)}
    return forms.ChoiceField(
        choices=choices, widget=widget, error_messages=messages, **_said(question)
    )


def _gone(question: SetQuestion) -> str:
    """What is said of an answer that is no option (any more); Django fills in the answer."""
    text = question.text.replace("%", "%%")
    return f"“%(value)s” kan niet meer gekozen worden bij “{text}”. Kies opnieuw."


FIELDS: dict[AnswerKind, Callable[[SetQuestion], forms.Field]] = {
    AnswerKind.SHORT: _short,
    AnswerKind.LONG: _long,
    AnswerKind.CHOICE: _choice,
    AnswerKind.YES_NO: _yes_no,
}
