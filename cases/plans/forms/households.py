"""The forms of the plan itself: begin it, for whom it is, and the agreement of the resident."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from cases.plans.forms.versions import VersionedForm, helper
from cases.plans.models import AgreedHow, Member
from cases.residents.forms import DayField
from common.forms import OnceForm

USUAL = timedelta(weeks=13)


class MembersField(forms.TypedMultipleChoiceField):
    """Who of the household it is for, beside the resident."""

    def __init__(self) -> None:
        super().__init__(
            coerce=int,
            label="Voor wie is het plan nog meer?",
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="Het plan is altijd voor de inwoner zelf.",
        )


def _offer(form: forms.Form, people: Iterable[Member]) -> None:
    """The people one can choose; nobody at home is no question."""
    found: Any = form.fields["members"]
    found.choices = [(each.party, str(each)) for each in people]
    if not found.choices:
        found.widget = forms.MultipleHiddenInput()


class StartForm(OnceForm):
    """Begin a plan: for whom, and when it is looked at for the first time."""

    use_required_attribute = False

    members = MembersField()
    evaluate_on = DayField(
        label="Wanneer kijkt u samen hoe het gaat?",
        help_text="De eerste evaluatie. U kunt de dag later verzetten.",
        error_messages={"required": "Kies een dag."},
    )

    def __init__(self, *args: Any, people: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evaluate_on"].initial = timezone.localdate() + USUAL
        _offer(self, people)
        self.helper = helper("Plan beginnen", "submission_key", "members", "evaluate_on")


class MembersForm(VersionedForm):
    """For whom the plan is."""

    members = MembersField()

    def __init__(self, *args: Any, people: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, people)
        self.helper = helper("Bewaren", "version", "members")


class AgreementForm(VersionedForm):
    """On which day the resident agreed, and how; ``edition`` is what was on the page."""

    agreed_on = DayField(label="Akkoord op", error_messages={"required": "Kies een dag."})
    how = forms.ChoiceField(
        label="Hoe?",
        choices=AgreedHow.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe de inwoner akkoord gaf."},
    )
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Akkoord vastleggen", "version", "edition", "agreed_on", "how")
