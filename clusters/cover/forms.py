"""The forms of cover: who, from when until when; and whose covers to see."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db.models import QuerySet

from clusters.absence.choosing import ColleagueField
from clusters.organisation.models import Team
from clusters.people.models import User
from common.forms import DayField, OnceForm


def _helper(button: str, *rows: Any) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper


class ArrangeForm(OnceForm):
    """A deputy and a period (WN-1, WN-3)."""

    use_required_attribute = False

    deputy = ColleagueField(
        User.objects.none(),
        label="Waarnemer",
        empty_label="Kies een collega",
        error_messages={
            "required": "Kies een collega.",
            "invalid_choice": "Deze collega kan hier niet waarnemen. Kies iemand uit de lijst.",
        },
    )
    first_day = DayField(label="Eerste dag", error_messages={"required": "Kies de eerste dag."})
    last_day = DayField(
        label="Laatste dag",
        help_text="Hoogstens 14 dagen. Daarna kunt u een nieuwe waarneming regelen.",
        error_messages={"required": "Kies de laatste dag."},
    )

    def __init__(
        self, *args: Any, people: QuerySet[User], first: date, last: date, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"first_day": first, "last_day": last}
        super().__init__(*args, **kwargs)
        deputy: Any = self.fields["deputy"]
        deputy.queryset = people
        self.helper = _helper(
            "Waarneming regelen", "submission_key", "deputy", "first_day", "last_day"
        )


class EndForm(forms.Form):
    """It stops now; there is nothing to fill in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Waarneming beëindigen")


class TeamFilter(forms.Form):
    """Which team; an unknown choice shows none."""

    use_required_attribute = False

    team = forms.ModelChoiceField(
        Team.objects.none(), label="Team", empty_label=None, required=False
    )

    def __init__(self, *args: Any, teams: QuerySet[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team: Any = self.fields["team"]
        team.queryset = teams
