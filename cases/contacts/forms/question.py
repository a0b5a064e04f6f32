"""One question of a call: what is asked, what came of it, and what a callback needs."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout, Row
from django import forms

from cases.callbacks.forms.wish import WishFields
from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.contacts.models import REFERRED_LENGTH, QuestionResult
from common.forms import ParagraphField

PART = "nlds/part_form.html"
"""A form inside the form of the page: the errors of all parts stand together above it."""
KEYS = {
    "subject": ("Alt+O", "Onderwerp"),
    "result": ("Alt+R", "Hoe loopt het af?"),
    "urgency": ("Alt+U", "Urgentie"),
}
"""Shortcuts to the fields one jumps to; with more questions they mean the one in hand."""
SLOT = "{{% include 'cases/contacts/{name}' with card=card only %}}"


class QuestionForm(WishFields):
    """A question with its result; ``number`` counts from 0 and is the prefix of its fields."""

    use_required_attribute = False
    says_optional = False  # what must be answered follows from how the question ends

    subject = forms.TypedChoiceField(
        label="Onderwerp", coerce=int, empty_value=None, required=False
    )
    question = ParagraphField(
        label="Vraag",
        max_length=QUESTION_LENGTH,
        rows=4,
        required=False,
        help_text="In de woorden van de beller. Schrijf niet meer op dan nodig is.",
    )
    result = forms.ChoiceField(
        label="Hoe loopt het af?",
        choices=QuestionResult.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe deze vraag afloopt."},
    )
    referred_to = forms.CharField(
        label="Doorverwezen naar",
        max_length=REFERRED_LENGTH,
        required=False,
        help_text="De organisatie, niet de naam van een medewerker.",
    )
    article = forms.IntegerField(required=False)

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        kwargs["prefix"] = f"q{number}"
        super().__init__(*args, **kwargs)
        self.number = number
        for name, (key, words) in KEYS.items():
            self.fields[name].widget.attrs |= {"data-key": key, "data-key-name": words}
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.template = PART
        self.helper.layout = _layout()

    def is_blank(self) -> bool:
        """Whether nothing was typed or chosen, so that the card does not count."""
        names = ("subject", "question", "result", "referred_to")
        return not any(self.data.get(self.add_prefix(name), "").strip() for name in names)

    def clean(self) -> dict[str, Any]:
        """What the result asks for: a subject, a question to call about, a place to go."""
        answers = super().clean() or {}
        result = answers.get("result")
        if not result:
            return answers
        if result != QuestionResult.WRONG_NUMBER and not answers.get("subject"):
            self._require("subject", "Kies een onderwerp.")
        if result == QuestionResult.REFERRED and not answers.get("referred_to"):
            self._require("referred_to", "Vul in waarheen de beller is verwezen.")
        if result == QuestionResult.CALLBACK:
            self._clean_callback(answers)
        if result != QuestionResult.REFERRED:
            answers["referred_to"] = ""
        return answers

    def _clean_callback(self, answers: dict[str, Any]) -> None:
        """A callback needs a question and an urgency; the window is whole or absent."""
        if not answers.get("question"):
            self._require("question", "Schrijf op waarover gebeld moet worden.")
        if not answers.get("urgency"):
            self._require("urgency", "Kies hoe dringend het is.")
        answers["window"] = self.window(answers)

    def _require(self, name: str, text: str) -> None:
        if name not in self.errors:
            self.add_error(name, text)


def _layout() -> Layout:
    """In the order of the conversation; what only a callback needs comes after that choice."""
    return Layout(
        "subject",
        "question",
        HTML(SLOT.format(name="_knowledge.html")),
        HTML(SLOT.format(name="_help.html")),
        "result",
        Div("referred_to", css_class="wt-only-referred"),
        Div(
            "urgency",
            Row("window_day", "window_from", "window_until"),
            HTML(SLOT.format(name="_set.html")),
            css_class="wt-only-callback",
        ),
    )
