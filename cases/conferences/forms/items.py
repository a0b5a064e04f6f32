"""The forms with which a point is brought, moved and taken back."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils import timezone

from cases.advice.sharing import ALWAYS
from cases.conferences.bringable import conferences_for
from cases.conferences.models import Brought, Conference, ConferenceItem, Topic
from cases.conferences.models.items import LONGEST, SHORTEST
from cases.dossiers.models import HelpRequest, ResidentFile
from cases.plans.forms.versions import helper
from cases.residents.models import DataCategory
from common.forms import OnceForm, ParagraphField, only_when_needed
from common.templatetags.screen import deadline

ASK_LENGTH, SUMMARY_LENGTH, REASON_LENGTH = 1000, 4000, 1000
USUAL_MINUTES = 15
FACTS = ("topic", "ask", "summary", "minutes", "question", "is_anonymous")


class MeetingField(forms.ModelChoiceField):
    """A meeting that is still to come."""

    def __init__(self) -> None:
        super().__init__(
            Conference.objects.none(),
            label="In welk overleg?",
            empty_label="Kies een overleg",
            error_messages={
                "required": "Kies een overleg.",
                "invalid_choice": "Dit overleg is al geweest of gaat niet door. Kies een ander.",
            },
        )

    def label_from_instance(self, obj: Any) -> str:
        """Of whom it is and when."""
        return f"{obj.series}, {deadline(obj.begins_at)}"


class BringForm(OnceForm):
    """The question, what one must know for it, and at which meeting."""

    use_required_attribute = False

    conference = MeetingField()
    topic = forms.ChoiceField(label="Onderwerp", choices=[("", "Kies"), *Topic.choices])
    question = forms.ModelChoiceField(
        HelpRequest.objects.none(),
        label="Bij welke hulpvraag?",
        empty_label="Het hele dossier",
        required=False,
    )
    ask = ParagraphField(
        label="Wat is uw vraag aan het overleg?",
        max_length=ASK_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf uw vraag op."},
    )
    summary = ParagraphField(
        label="Wat moeten zij weten?",
        max_length=SUMMARY_LENGTH,
        rows=8,
        help_text="Alleen dit zien de deelnemers, nooit het dossier. Schrijf niet meer dan nodig.",
        error_messages={"required": "Schrijf op wat de deelnemers moeten weten."},
    )
    is_anonymous = forms.BooleanField(
        label="Anoniem: zonder naam, adres en telefoonnummer",
        required=False,
        help_text="Schrijf dan ook niets waaraan de inwoner te herkennen is.",
    )
    categories = forms.ModelMultipleChoiceField(
        DataCategory.objects.none(),
        label="Welke gegevens staan erin, naast naam en hulpvraag?",
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    minutes = forms.IntegerField(
        label="Hoeveel minuten?", min_value=SHORTEST, max_value=LONGEST, initial=USUAL_MINUTES
    )

    def __init__(self, *args: Any, file: ResidentFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["conference"].queryset = conferences_for(file, timezone.localdate())
        questions = file.questions.filter(ended_at__isnull=True)
        fields["question"].queryset = questions.select_related("domain")
        fields["categories"].queryset = DataCategory.objects.in_use().exclude(code__in=ALWAYS)
        only_when_needed(self.fields["is_anonymous"])
        self.helper = helper(
            "Op de agenda zetten",
            "submission_key",
            "conference",
            Row("topic", "minutes"),
            "question",
            "ask",
            "summary",
            "is_anonymous",
            "categories",
        )

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        told = super().clean() or {}
        if self.errors:
            return told
        facts = {name: told[name] for name in FACTS}
        return {
            "submission_key": told["submission_key"],
            "conference": told["conference"],
            "brought": Brought(data=list(told["categories"]), **facts),
        }


class MoveItemForm(forms.Form):
    """Another meeting."""

    use_required_attribute = False

    conference = MeetingField()

    def __init__(self, *args: Any, item: ConferenceItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["conference"]
        field.queryset = conferences_for(item.file, timezone.localdate())
        self.helper = helper("Naar dit overleg", "conference")


class WithdrawForm(forms.Form):
    """Why it need not be discussed."""

    use_required_attribute = False

    words = ParagraphField(
        label="Waarom is het niet meer nodig?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Intrekken", "words")
