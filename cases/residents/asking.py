"""Asking whether somebody is known already, before a card is saved: one form part, one look."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from audit.services import record_view
from cases.residents.models import Resident
from cases.residents.twins import Told, possible_twins
from clusters.http import EmployeeRequest

LOOK_FIRST = "Kijk eerst of dit dezelfde persoon is."


class TwinQuestion(forms.Form):
    """A form that is not saved before the worker looked at who may be the same person (IK-10)."""

    twins: list[Resident]
    helper: FormHelper

    is_other = forms.BooleanField(label="Dit is iemand anders: toch bewaren", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.twins = []

    def ask_about(self, request: EmployeeRequest, resident: Resident, told: Told) -> None:
        """Look among the cards one may open; whom it shows is in the trail."""
        self.twins = list(possible_twins(resident, told, request.user))
        if not self.twins:
            return
        shown = [twin.pk for twin in self.twins]
        record_view(request, "resident.twins_shown", residents=shown)
        self.helper.layout = Layout("is_other", *self.helper.layout.fields)
        if not self.said_other():
            self.add_error("is_other", LOOK_FIRST)

    def said_other(self) -> bool:
        """Whether the worker looked, and says it is another person."""
        return bool(self["is_other"].value())
