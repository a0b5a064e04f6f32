"""The forms of absence: what is typed about days, never about why (AF-1)."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db.models import QuerySet

from clusters.absence.grid import MONTH, WEEK
from clusters.absence.models import Absence, AbsenceKind, DayHalf
from clusters.organisation.models import Team
from clusters.organisation.models.hours import WEEKDAYS
from clusters.people.models import Specialism, SpecialismPeriod, User
from common.forms import DayField, OnceForm


def _helper(button: str, *rows: Any) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper


class AbsenceForm(OnceForm):
    """From when until when, and of what kind."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label="Soort",
        choices=AbsenceKind.choices,
        widget=forms.RadioSelect,
        help_text="Dit ziet alleen uw wijkteammanager. Een reden vragen we niet.",
        error_messages={"required": "Kies een soort."},
    )
    first_day = DayField(label="Eerste dag", error_messages={"required": "Kies de eerste dag."})
    last_day = DayField(
        label="Laatste dag",
        help_text="Weet u het nog niet? Vul in tot wanneer in elk geval; verlengen kan later.",
        error_messages={"required": "Kies de laatste dag."},
    )
    half = forms.ChoiceField(
        label="Deel van de dag",
        choices=DayHalf.choices,
        initial=DayHalf.WHOLE,
        help_text="Een halve dag kan alleen op één dag.",
        error_messages={"required": "Kies een deel van de dag."},
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own:
            text = "Dit ziet alleen de medewerker en u. Schrijf nergens een reden op."
            self.fields["kind"].help_text = text
        self.helper = _helper(
            "Afwezigheid invoeren", "submission_key", "kind", "first_day", "last_day", "half"
        )


class LastDayForm(forms.Form):
    """Another last day; ``version`` is what the page showed."""

    use_required_attribute = False

    last_day = DayField(label="Laatste dag", error_messages={"required": "Kies de laatste dag."})
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, absence: Absence, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": absence.version, "last_day": absence.last_day}
        super().__init__(*args, **kwargs)
        self.helper = _helper("Laatste dag wijzigen", "version", "last_day")


class WithdrawForm(forms.Form):
    """It does not happen; ``version`` is what the page showed."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, absence: Absence, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": absence.version}
        super().__init__(*args, **kwargs)
        self.helper = _helper("Intrekken", "version")


class PatternForm(forms.Form):
    """The weekdays somebody works, and from which day."""

    use_required_attribute = False

    weekdays = forms.MultipleChoiceField(
        label="Werkdagen",
        choices=[(str(number), name.capitalize()) for number, name in WEEKDAYS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één werkdag."},
    )
    valid_from = DayField(label="Vanaf", error_messages={"required": "Kies een dag."})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Werkdagen bewaren", "weekdays", "valid_from")

    def clean_weekdays(self) -> str:
        """In the order of the week, as they are kept."""
        return "".join(sorted(self.cleaned_data["weekdays"]))


class CalendarFilter(forms.Form):
    """Which team, how wide and from which day; an unknown choice shows the first team."""

    use_required_attribute = False

    team = forms.ModelChoiceField(
        Team.objects.none(), label="Team", empty_label=None, required=False
    )
    weergave = forms.ChoiceField(
        label="Weergave", choices=[(WEEK, "Week"), (MONTH, "Maand")], required=False
    )
    dag = DayField(label="Dag", required=False)
    specialisme = forms.ModelChoiceField(
        Specialism.objects.none(),
        label="Specialisme",
        required=False,
        empty_label="Alle specialismen",
        to_field_name="code",
    )

    def __init__(self, *args: Any, teams: QuerySet[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team: Any = self.fields["team"]
        team.queryset = teams
        specialism: Any = self.fields["specialisme"]
        specialism.queryset = Specialism.objects.in_use()

    def narrowed(self, people: QuerySet[User], day: date) -> QuerySet[User]:
        """Only those with the chosen specialism."""
        chosen = self.cleaned_data.get("specialisme")
        if chosen is None:
            return people
        known = SpecialismPeriod.objects.valid_on(day).filter(specialism=chosen)
        return people.filter(pk__in=known.values("user"))
