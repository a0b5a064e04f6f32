"""The forms of a goal."""

from typing import Any

from django import forms
from django.db.models import Q

from cases.dossiers.forms.words import DomainField
from cases.dossiers.models import HelpRequest, ResidentFile
from cases.plans.fitting import GoalText
from cases.plans.forms.versions import WORDS_LENGTH, VersionedForm, helper
from cases.plans.lifecycle import GOAL_ENDS, GoalState
from cases.plans.models import Goal, Score
from common.forms import OnceForm, ParagraphField

NO_SCORE = ("", "Niet gevraagd")
SHOWN = 60


class QuestionField(forms.ModelChoiceField):
    """One of the questions in this dossier."""

    file: ResidentFile

    def offer(self, file: ResidentFile, goal: Goal | None) -> None:
        """Those that are open, and the one the goal has."""
        self.file = file
        rows = file.questions.filter(Q(ended_at__isnull=True) | Q(goals=goal) if goal else Q())
        rows = rows if goal else rows.filter(ended_at__isnull=True)
        self.queryset = rows.select_related("domain").distinct()

    def label_from_instance(self, obj: Any) -> str:
        """The leefgebied and the first words."""
        obj.file = self.file
        words = " ".join(obj.words.split())
        return f"{obj.domain}: {words[:SHOWN]}{'…' if len(words) > SHOWN else ''}"


class ScoreField(forms.TypedChoiceField):
    """How it goes with this; nobody has to say."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            coerce=int,
            empty_value=None,
            choices=[NO_SCORE, *Score.choices],
            required=False,
            help_text="Wat de inwoner er zelf van vindt.",
        )


class GoalForm(OnceForm, VersionedForm):
    """What the resident wants to be different."""

    domain = DomainField()
    question = QuestionField(
        HelpRequest.objects.none(),
        label="Bij welke hulpvraag hoort dit?",
        required=False,
        empty_label="Bij geen hulpvraag",
    )
    wish = ParagraphField(
        label="Wat wil de inwoner bereiken?",
        max_length=WORDS_LENGTH,
        rows=3,
        help_text="In eigen woorden van de inwoner. Dit komt zo op de afdruk te staan.",
        error_messages={"required": "Schrijf op wat de inwoner wil bereiken."},
    )
    now = ParagraphField(
        label="Hoe is het nu?",
        max_length=WORDS_LENGTH,
        rows=3,
        required=False,
        help_text="Ook dit staat op de afdruk.",
    )
    score_before = ScoreField("Hoe gaat het hier nu mee?")

    def __init__(
        self, *args: Any, file: ResidentFile, goal: Goal | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        domain: Any = self.fields["domain"]
        domain.offer()
        if goal is not None:
            domain.queryset = domain.queryset.model.objects.filter(
                Q(is_active=True) | Q(pk=goal.domain_id)
            )
        question: Any = self.fields["question"]
        question.offer(file, goal)
        self.is_change = goal is not None
        names = ("domain", "question", "wish", "now", "score_before")
        button = "Bewaren" if goal else "Doel toevoegen"
        del self.fields["submission_key" if goal else "version"]
        self.helper = helper(button, "version" if goal else "submission_key", *names)

    def clean(self) -> dict[str, Any]:
        """The goal as the act wants it, beside the key or the version."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        names = GoalText.__dataclass_fields__
        key = "version" if self.is_change else "submission_key"
        text = GoalText(**{name: answers[name] for name in names})
        return {"text": text, key: answers[key]}


class EndGoalForm(forms.Form):
    """How a goal ended."""

    use_required_attribute = False

    state = forms.ChoiceField(
        label="Is het doel gehaald?",
        choices=[(state, GoalState(state).label) for state in GOAL_ENDS],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het doel eindigt."},
    )
    result = ParagraphField(
        label="Wat is het resultaat?",
        max_length=WORDS_LENGTH,
        rows=4,
        help_text="Schrijf het zo dat de inwoner het kan lezen: het staat op de afdruk.",
        error_messages={"required": "Schrijf kort op wat het resultaat is."},
    )
    score_after = ScoreField("Hoe gaat het hier nu mee?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Doel beëindigen", *self.fields)
