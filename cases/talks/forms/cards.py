"""The cards at the table: one form per leefgebied, judged only when the talk is concluded."""

from functools import lru_cache
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.http import QueryDict

from cases.residents.forms import DayField
from cases.talks.models import CardState, TalkCard, ZrmDomain, ZrmLevel
from cases.talks.models.cards import (
    EARLIER,
    QUESTION,
    SOLUTIONS,
    STATE,
    STORY,
    SWITCH,
    WRITTEN,
    ZRM,
    AgreementOwner,
)
from cases.talks.models.domains import LifeDomain
from common.flat_fields import FlatFields, Heading
from common.forms import OnceForm, ParagraphField

PART = "nlds/part_form.html"
QUESTION_LENGTH, STORY_LENGTH, REASON_LENGTH, WHAT_LENGTH, NAME_LENGTH = (
    1000,
    10_000,
    1000,
    500,
    120,
)
SCORE_NAMES = tuple(f"{ZRM}{domain.value}" for domain in ZrmDomain)
KEPT = frozenset({STATE, QUESTION, SWITCH, *WRITTEN, *SCORE_NAMES})
NO_SCORE = ("", "Geen score")


def kept_of(data: QueryDict) -> dict[str, list[str]]:
    """Everything of a card that was sent; no tokens and no buttons."""
    return {name: values for name, values in data.lists() if name in KEPT}


class CardForm(forms.Form):
    """What stands on one card, as it was typed; saving asks nothing, concluding does (KT-3)."""

    use_required_attribute = False
    says_optional = False  # nothing is mandatory at the table (H13)

    state = forms.ChoiceField(
        label="Is dit besproken?", choices=CardState.choices, widget=forms.RadioSelect
    )
    question = ParagraphField(
        label="Welke vraag van de inwoner maakt dit nodig?",
        max_length=QUESTION_LENGTH,
        rows=2,
        required=False,
        help_text="Geen vraag? Schrijf dan niets op over dit leefgebied.",
    )

    def __init__(self, card: TalkCard, typed: QueryDict) -> None:
        super().__init__(auto_id=f"{card.domain.code}-%s")
        if card.domain.needs_reason:
            self.fields[SWITCH] = _paragraph("Waarom staat dit leefgebied aan?", REASON_LENGTH, 2)
        for name, label in STORY.items():
            self.fields[name] = _paragraph(label, STORY_LENGTH, 3)
        for step, label in SOLUTIONS.items():
            self.fields[step] = _paragraph(label, STORY_LENGTH, 2)
            if step in EARLIER:
                text = f"Waarom is {EARLIER[step]} niet genoeg?"
                self.fields[f"{step}_short"] = _paragraph(text, REASON_LENGTH, 2)
        for domain in card.domain.zrm_domains:
            self.fields[f"{ZRM}{domain.value}"] = _score(f"{domain.label} (ZRM {domain.value})")
        for name in self.fields:
            self.initial[name] = typed.get(name, "")
        self.initial[STATE] = typed.get(STATE) or card.state
        self.helper = _helper()
        self.helper.layout = self._layout(card)

    def _layout(self, card: TalkCard) -> Layout:
        """In the order of the conversation; the solutions in the order of the law."""
        scores = [name for name in self.fields if name.startswith(ZRM)]
        first = [SWITCH] if card.domain.needs_reason else []
        steps = [
            FlatFields(
                *(name for name in (step, f"{step}_short") if name in self.fields),
                css_class="wt-solution" if step in EARLIER else "",
            )
            for step in SOLUTIONS
        ]
        return Layout(
            FlatFields(*first, STATE, QUESTION),
            FlatFields(*STORY, css_class="wt-story"),
            Heading("Mogelijke oplossingen, in deze volgorde"),
            *steps,
            FlatFields(*scores, fold="Score ZRM (niet verplicht)"),
        )


class SwitchForm(forms.Form):
    """Why a leefgebied that is off must be on."""

    use_required_attribute = False

    reason = ParagraphField(
        label="Waarom is dit nodig voor de vraag van de inwoner?",
        max_length=REASON_LENGTH,
        rows=2,
        error_messages={"required": "Schrijf op waarom dit nodig is."},
    )

    def __init__(self, *args: Any, domain: LifeDomain, action: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"{domain.code}-%s"
        super().__init__(*args, **kwargs)
        self.code = domain.code
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("reason", Submit("do", f"{domain} aanzetten"))


class AgreementForm(OnceForm):
    """Something agreed at the table."""

    use_required_attribute = False

    what = ParagraphField(
        label="Wat spreekt u af?",
        max_length=WHAT_LENGTH,
        rows=2,
        error_messages={"required": "Schrijf op wat u afspreekt."},
    )
    owner = forms.ChoiceField(
        label="Wie doet het?",
        choices=AgreementOwner.choices,
        error_messages={"required": "Kies wie het doet."},
    )
    owner_name = forms.CharField(label="Naam", max_length=NAME_LENGTH, required=False)
    due_on = DayField(label="Uiterlijk", error_messages={"required": "Kies een dag."})

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = "agreement-%s"
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "submission_key",
            "what",
            Div("owner", "owner_name", "due_on", css_class="wt-row"),
            Submit("do", "Afspraak toevoegen"),
        )


@lru_cache(maxsize=64)
def _paragraph(label: str, length: int, rows: int) -> ParagraphField:
    """A text area. All cards share it: this form shows what was typed and changes no field."""
    return ParagraphField(label=label, max_length=length, rows=rows, required=False)


@lru_cache(maxsize=64)
def _score(label: str) -> forms.ChoiceField:
    """A score of the ZRM; shared, like the text areas."""
    choices = [NO_SCORE, *ZrmLevel.choices]
    return forms.ChoiceField(label=label, choices=choices, required=False)


def _helper() -> FormHelper:
    """A form inside the form of the card, which carries token and stamp."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.template = PART
    return helper
