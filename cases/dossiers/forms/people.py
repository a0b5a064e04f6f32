"""The forms of who directs a dossier and who works along."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from cases.dossiers.models import ResidentFile
from cases.dossiers.models.colleagues import CHOOSABLE
from cases.dossiers.models.files import WORKING_ROLES
from cases.residents.forms import DayField
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, User
from common.forms import ParagraphField

REASON_LENGTH = 1000


def _people(**facts: Any) -> QuerySet[User]:
    """Employees with such a membership today, by name."""
    running = Membership.objects.running(timezone.localdate()).filter(**facts)
    people = User.objects.filter(pk__in=running.values("user_id"))
    return people.order_by("last_name", "first_name", "pk")


class DirectionForm(forms.Form):
    """Who directs from now on; ``version`` is what the page showed."""

    use_required_attribute = False

    person = ColleagueField(
        User.objects.none(),
        shows_load=True,
        label="Nieuwe casusregisseur",
        empty_label="Kies een collega",
        error_messages={"required": "Kies een collega."},
    )
    reason = ParagraphField(
        label="Waarom",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, file: ResidentFile, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": file.version}
        super().__init__(*args, **kwargs)
        people: Any = self.fields["person"]
        workers = _people(team_id=file.team_id, role__in=WORKING_ROLES)
        people.queryset = workers.exclude(pk=file.director_id)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("version", "person", "reason", Submit("do", "Overdragen"))


class ColleagueForm(forms.Form):
    """Who works along, as what and how long."""

    use_required_attribute = False

    employee = ColleagueField(
        User.objects.none(),
        shows_load=True,
        label="Collega",
        empty_label="Kies een collega",
        error_messages={"required": "Kies een collega."},
    )
    role = forms.ChoiceField(
        label="Wat doet deze collega?",
        choices=[(role.value, role.label) for role in CHOOSABLE],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat deze collega doet."},
    )
    until = DayField(
        label="Tot en met", required=False, help_text="Leeg: totdat u het hier beëindigt."
    )

    def __init__(self, *args: Any, file: ResidentFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["employee"]
        people.queryset = _people(role__in=WORKING_ROLES).exclude(pk=file.director_id)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("employee", "role", "until", Submit("do", "Laten meewerken"))
