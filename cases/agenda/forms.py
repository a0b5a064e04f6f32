"""The forms of the meeting: what was agreed, and who were there."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Hidden, Layout, Row, Submit
from django import forms
from django.urls import reverse
from django.utils import timezone

from cases.agenda.models import AGREEMENT_LENGTH, OWNER_ROLES, PRESENT_LENGTH
from cases.agenda.services import Agreement
from cases.residents.forms import DayField
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, User
from common.forms import ParagraphField


class AgreementForm(forms.Form):
    """What was agreed about the chosen points, who sees to it and before when."""

    use_required_attribute = False
    agreement = ParagraphField(
        label="Wat spreekt u af?",
        max_length=AGREEMENT_LENGTH,
        rows=5,
        help_text="Schrijf geen namen of andere gegevens van inwoners op.",
        error_messages={"required": "Schrijf op wat u afspreekt."},
    )
    owner = ColleagueField(
        User.objects.none(),
        label="Wie doet dit?",
        empty_label="Kies een collega",
        error_messages={
            "required": "Kies wie dit doet.",
            "invalid_choice": "Deze collega werkt nu niet bij KCC of wijkteam.",
        },
    )
    due_on = DayField(
        label="Uiterlijk op",
        required=False,
        help_text="Na deze dag krijgt uw collega één keer een herinnering.",
    )

    def __init__(self, *args: Any, chosen: dict[str, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = Membership.objects.running(timezone.localdate()).filter(role__in=OWNER_ROLES)
        owner: Any = self.fields["owner"]
        people = User.objects.filter(pk__in=here.values("user_id"))
        owner.queryset = people.order_by("last_name", "first_name", "pk")
        self.helper = FormHelper()
        self.helper.form_action = reverse("agenda-tick")
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            *(_kept(name, value) for name, values in chosen.items() for value in values),
            "agreement",
            Row("owner", "due_on"),
            Submit("save", "Afvinken met deze afspraak", data_key="Alt+S"),
        )

    def clean(self) -> dict[str, Any]:
        """The agreement as the act wants it."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        made = Agreement(answers["agreement"], answers["owner"], answers["due_on"])
        return {"agreement": made}


class PresentForm(forms.Form):
    """Who were there; ``was`` is what stood there when the page was opened."""

    use_required_attribute = False
    present = forms.CharField(
        label="Aanwezig",
        max_length=PRESENT_LENGTH,
        required=False,
        help_text="Namen van collega's.",
    )
    was = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, meeting_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse("meeting-present", args=[meeting_id])
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("present", "was", Submit("save", "Namen bewaren"))


def _kept(name: str, value: str) -> Hidden:
    """A choice of the page before, which goes along; its id tells it from the others."""
    return Hidden(name, value, id=f"{name}-{value.replace(':', '-')}")
