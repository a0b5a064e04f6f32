"""Filters of Wie is wie; they travel in the address, since they are about employees (TEL-11)."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from clusters.organisation.models import Team
from clusters.people.models import Membership, Role, Specialism, SpecialismPeriod, User

LONGEST_SEARCH = 80


class WhoIsWhoFilter(forms.Form):
    """Which colleagues; an unknown choice in the address finds nobody and says why."""

    use_required_attribute = False

    zoek = forms.CharField(label="Naam of functie", max_length=LONGEST_SEARCH, required=False)
    team = forms.ModelChoiceField(
        Team.objects.none(), label="Team", required=False, empty_label="Alle teams"
    )
    rol = forms.ChoiceField(
        label="Rol", choices=[("", "Alle rollen"), *Role.choices], required=False
    )
    specialisme = forms.ModelChoiceField(
        Specialism.objects.none(),
        label="Specialisme",
        required=False,
        empty_label="Alle specialismen",
        to_field_name="code",
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        self._choices("team", Team.objects.valid_on(day))
        self._choices("specialisme", Specialism.objects.in_use())

    def _choices(self, name: str, rows: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        field.queryset = rows

    def apply(self, people: QuerySet[User]) -> QuerySet[User]:
        """The people that match every filter."""
        if not self.is_valid():
            return people.none()
        chosen = self.cleaned_data
        for word in chosen["zoek"].split():
            people = people.filter(
                Q(first_name__icontains=word)
                | Q(last_name__icontains=word)
                | Q(job_title__icontains=word)
            )
        held = Membership.objects.running(self.day)
        if chosen["team"]:
            held = held.filter(team=chosen["team"])
        if chosen["rol"]:
            held = held.filter(role=chosen["rol"])
        if chosen["team"] or chosen["rol"]:
            people = people.filter(pk__in=held.values("user"))
        if chosen["specialisme"]:
            known = SpecialismPeriod.objects.valid_on(self.day)
            known = known.filter(specialism=chosen["specialisme"])
            people = people.filter(pk__in=known.values("user"))
        return people
