"""The forms of the vraagbaak: the answer, and the roster."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Hidden, Layout, Row, Submit
from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.helpdesk.models import ANSWER_LENGTH, DayPart, HelpQuestion
from cases.residents.forms import DayField
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, Role, User
from common.forms import ParagraphField


class AnswerForm(forms.Form):
    """What the caller can hear; ``seen`` says which text of the question stood on the page."""

    use_required_attribute = False
    answer = ParagraphField(
        label="Antwoord om voor te lezen",
        max_length=ANSWER_LENGTH,
        rows=6,
        help_text="De KCC-medewerker leest dit voor aan de beller. Schrijf geen namen op.",
        error_messages={"required": "Schrijf op wat de beller kan horen."},
    )
    seen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, *args: Any, asked: HelpQuestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].widget.attrs["autofocus"] = True
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": "", "id": "answer"}
        self.helper.layout = Layout(
            "answer",
            Hidden("seen", asked.stamp, id="seen"),
            Submit("save", "Antwoord geven", data_key="Alt+S"),
        )


class ShiftForm(forms.Form):
    """Who sits there on which dagdeel."""

    use_required_attribute = False
    person = ColleagueField(
        User.objects.none(),
        label="Wie",
        empty_label="Kies een collega",
        error_messages={
            "required": "Kies een collega.",
            "invalid_choice": "Deze collega is geen vraagbaak.",
        },
    )
    day = DayField(label="Dag", error_messages={"required": "Kies een dag."})
    part = forms.ChoiceField(
        label="Dagdeel",
        choices=DayPart.choices,
        error_messages={"required": "Kies ochtend of middag."},
    )

    def __init__(self, *args: Any, week: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        ahead = Q(valid_until__isnull=True) | Q(valid_until__gte=today)
        here = Membership.objects.filter(ahead, role=Role.HELP_DESK).values("user_id")
        person: Any = self.fields["person"]
        people = User.objects.filter(pk__in=here, is_active=True)
        person.queryset = people.order_by("last_name", "first_name", "pk")
        self.helper = FormHelper()
        self.helper.form_action = reverse("duty-plan")
        self.helper.layout = Layout(
            Row("person", "day", "part"), Hidden("week", week), Submit("save", "Inplannen")
        )
