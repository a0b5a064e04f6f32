"""The forms of the plan of a cluster (CLU-12)."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.collective.models import ClusterGoal, GoalStand
from cases.collective.models.plans import (
    GOAL_LENGTH,
    INDICATOR_LENGTH,
    NAME_LENGTH,
    NOTE_LENGTH,
    TARGET_LENGTH,
    VISION_LENGTH,
)
from cases.collective.services import GoalText
from cases.collective.wording import NO_NAMES
from cases.community.forms.organisations import VersionedForm
from common.forms import DayField, OnceForm, ParagraphField

NAMES = tuple(GoalText.__dataclass_fields__)


class VisionForm(VersionedForm):
    """Where the cluster wants to go."""

    vision = ParagraphField(
        label="Visie", max_length=VISION_LENGTH, rows=14, help_text="Waar wil het cluster heen?"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Visie bewaren", "submission_key", "version", "vision")

    def clean(self) -> dict[str, Any]:
        """The words and the version; the same words twice change nothing."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        return {"vision": answers["vision"], "version": answers["version"] or 0}


class GoalForm(VersionedForm):
    """One opgave: what must become different, and how one sees it."""

    name = forms.CharField(label="Opgave", max_length=NAME_LENGTH)
    goal = ParagraphField(label="Doel", max_length=GOAL_LENGTH, rows=4)
    indicator = ParagraphField(
        label="Waaraan zien we dat het lukt?",
        max_length=INDICATOR_LENGTH,
        rows=3,
        help_text="Met de bron. Bijvoorbeeld: bezoekers per week, geteld bij de inloop.",
    )
    target = forms.CharField(
        label="Streven", max_length=TARGET_LENGTH, help_text="Bijvoorbeeld: 40 per week in 2027."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Opgave bewaren", "submission_key", "version", *NAMES)

    def clean(self) -> dict[str, Any]:
        """The opgave as the act wants it, beside the key and the version."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        return {
            "text": GoalText(**{name: answers[name] for name in NAMES}),
            "version": answers["version"] or 0,
            "submission_key": answers["submission_key"],
        }


class ProgressForm(OnceForm):
    """How an opgave is on a day."""

    use_required_attribute = False
    on = DayField(label="Datum")
    stand = forms.ChoiceField(
        label="Stand",
        choices=GoalStand.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe de opgave ervoor staat."},
    )
    note = ParagraphField(
        label="Hoe staat het ervoor?", max_length=NOTE_LENGTH, rows=5, help_text=NO_NAMES
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Voortgang bewaren", "submission_key", "on", "stand", "note")


def goal_initial(goal: ClusterGoal) -> dict[str, Any]:
    """What the form of an opgave opens with."""
    return {name: getattr(goal, name) for name in (*NAMES, "version")}


def _helper(button: str, *names: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*names, Submit("save", button, data_key="Alt+S"))
    return helper
