"""A decision that was sent is changed or withdrawn: why, and since when that is asked."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone

from cases.decisions.forms.fields import ActForm
from cases.decisions.models import RevisionGround
from cases.residents.forms import DayField
from common.forms import OnceForm


class ReviseForm(OnceForm, ActForm):
    """The ground of the law, or that the resident asked."""

    button = "Beginnen"
    field_order = ("submission_key", "ground", "received_on")

    ground = forms.ChoiceField(
        label="Waarom verandert dit besluit?",
        choices=RevisionGround.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom dit besluit verandert."},
    )
    received_on = DayField(
        label="Sinds wanneer?",
        help_text="De dag waarop de inwoner het vroeg. Vroeg niemand erom, dan vandaag.",
        error_messages={"required": "Vul de dag in."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"received_on": timezone.localdate(), "submission_key": uuid.uuid4()}
        super().__init__(*args, **kwargs)
