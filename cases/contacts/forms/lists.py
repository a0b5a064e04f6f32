"""The filters above the list of ended contacts; they travel in the address, as the figures do."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from cases.callbacks.models import CallbackSubject
from cases.contacts.models import QuestionResult
from cases.contacts.selections import SELECTIONS
from cases.helpdesk.models import DayPart
from common.weeks import LONG, periods

ALL = ("", "Alle")
CONDITIONS = {
    "vraagbaak": {"met": Q(with_help_desk=True), "zonder": Q(with_help_desk=False)},
    "artikel": {"ja": Q(article__isnull=False), "nee": Q(article__isnull=True)},
    "opgelost": {code: each.condition for code, each in SELECTIONS.items()},
}


class ContactFilter(forms.Form):
    """Which questions of my desk; an unknown choice in the address is no choice."""

    use_required_attribute = False

    periode = forms.ChoiceField(label="Periode", initial=str(LONG), required=False)
    dagdeel = forms.ChoiceField(label="Dagdeel", choices=[ALL, *DayPart.choices], required=False)
    vraagbaak = forms.ChoiceField(
        label="Vraagbaak",
        choices=[ALL, ("met", "Aanwezig"), ("zonder", "Niet aanwezig")],
        required=False,
    )
    onderwerp = forms.ChoiceField(label="Onderwerp", required=False)
    resultaat = forms.ChoiceField(
        label="Resultaat", choices=[ALL, *QuestionResult.choices], required=False
    )
    opgelost = forms.ChoiceField(
        label="In één gesprek",
        choices=[ALL, *((code, each.label) for code, each in SELECTIONS.items())],
        required=False,
    )
    artikel = forms.ChoiceField(
        label="Artikel", choices=[ALL, ("ja", "Met artikel"), ("nee", "Zonder")], required=False
    )

    def __init__(self, params: Any, *, day: date) -> None:
        super().__init__({"periode": str(LONG), **params.dict()})
        self.periods = periods(day)
        choices = [(code, label) for code, (label, _) in self.periods.items()]
        self.fields["periode"].choices = choices  # type: ignore[attr-defined]
        subjects = CallbackSubject.objects.values_list("code", "label")
        self.fields["onderwerp"].choices = [ALL, *subjects]  # type: ignore[attr-defined]
        self.is_valid()

    def apply(self, rows: Any) -> Any:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        _, span = self.periods[chosen.get("periode") or str(LONG)]
        if span is not None:
            rows = rows.ended_between(span.start, span.end)
        for name, column in (
            ("dagdeel", "part"),
            ("onderwerp", "subject__code"),
            ("resultaat", "result"),
        ):
            if chosen.get(name):
                rows = rows.filter(**{column: chosen[name]})
        for name, conditions in CONDITIONS.items():
            if chosen.get(name):
                rows = rows.filter(conditions[chosen[name]])
        return rows

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the period was chosen."""
        return any(self.cleaned_data.get(name) for name in self.fields if name != "periode")
