"""The forms of an evaluation."""

from typing import Any

from django import forms

from cases.plans.forms.versions import SHORT_LENGTH, WORDS_LENGTH, VersionedForm, helper
from cases.residents.forms import DayField
from common.forms import ParagraphField


class PlanEvaluationForm(VersionedForm):
    """The day on which the plan is looked at."""

    planned_on = DayField(
        label="Wanneer kijkt u samen hoe het gaat?",
        help_text="Vandaag of later, en binnen een jaar.",
        error_messages={"required": "Kies een dag."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Bewaren", "version", "planned_on")


class HoldForm(forms.Form):
    """What came of an evaluation."""

    use_required_attribute = False

    held_on = DayField(label="Gehouden op", error_messages={"required": "Kies een dag."})
    present = forms.CharField(
        label="Wie waren erbij?",
        max_length=SHORT_LENGTH,
        error_messages={"required": "Schrijf op wie erbij waren."},
    )
    findings = ParagraphField(
        label="Hoe gaat het?",
        max_length=WORDS_LENGTH,
        rows=6,
        help_text="Wat werkt, wat werkt niet, wat verandert u? Dit staat niet op de afdruk.",
        error_messages={"required": "Schrijf op hoe het gaat."},
    )
    next_on = DayField(
        label="Volgende evaluatie",
        required=False,
        help_text="Nodig zolang er een doel loopt.",
    )
    why = ParagraphField(
        label="Waarom geen volgende evaluatie?",
        max_length=SHORT_LENGTH,
        rows=2,
        required=False,
    )

    def __init__(self, *args: Any, runs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if runs:
            del self.fields["why"]
        self.helper = helper("Evaluatie vastleggen", *self.fields)

    def clean(self) -> dict[str, Any]:
        """The reason is empty when it was not asked."""
        return {"why": "", **(super().clean() or {})}


class DropForm(forms.Form):
    """Why a planned evaluation does not take place."""

    use_required_attribute = False

    why = ParagraphField(
        label="Waarom gaat de evaluatie niet door?",
        max_length=SHORT_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Evaluatie niet laten doorgaan", *self.fields)
