"""The forms of who is inside, of another day and of the end."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db.models import QuerySet

from cases.meldcode.forms.opening import WORDS_LENGTH, next_field
from cases.meldcode.models import Outcome, SafetyCode
from cases.plans.forms.versions import VersionedForm, helper
from clusters.absence.choosing import ColleagueField
from clusters.models import User
from common.forms import ParagraphField

CHOOSE = {"required": "Kies een collega.", "invalid_choice": "Kies een collega uit de lijst."}


def _employee() -> ColleagueField:
    return ColleagueField(
        User.objects.none(), label="Wie?", empty_label="Kies een collega", error_messages=CHOOSE
    )


class PersonForm(forms.Form):
    """One colleague."""

    use_required_attribute = False

    employee = _employee()

    def __init__(self, *args: Any, people: QuerySet[User], button: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["employee"]
        field.queryset = people
        self.helper = FormHelper()
        self.helper.layout = Layout("employee", Submit("do", button))


class SuccessorForm(VersionedForm):
    """Who does it from now on."""

    employee = _employee()

    def __init__(self, *args: Any, code: SafetyCode, people: QuerySet[User], **kwargs: Any) -> None:
        kwargs["initial"] = {"version": code.version}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["employee"]
        field.queryset = people
        self.helper = helper("Overdragen", "version", "employee")


class PlanForm(forms.Form):
    """Another day."""

    use_required_attribute = False

    next_on = next_field()

    def __init__(self, *args: Any, code: SafetyCode, **kwargs: Any) -> None:
        kwargs["initial"] = {"next_on": code.next_on}
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("next_on", Submit("do", "Dag bewaren"))


class EndForm(VersionedForm):
    """What came of it, for good."""

    outcome = forms.ChoiceField(
        label="Wat is de uitkomst?",
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de uitkomst."},
    )
    words = ParagraphField(
        label="Toelichting",
        max_length=WORDS_LENGTH,
        rows=5,
        error_messages={"required": "Schrijf op hoe u tot deze uitkomst komt."},
    )

    def __init__(self, *args: Any, code: SafetyCode, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": code.version}
        super().__init__(*args, **kwargs)
        self.helper = helper("Meldcode afronden", "version", "outcome", "words")
