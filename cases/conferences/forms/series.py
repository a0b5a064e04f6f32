"""The forms of a rhythm: begin, change and end it."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils import timezone

from cases.conferences.models import ConferenceSeries, OnClosedDay, Owner, Rhythm, SeriesFacts
from cases.conferences.models.series import LONGEST, PLACE_LENGTH, SHORTEST
from cases.conferences.services.series import CHAIR_ROLES, NAMES
from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import ClockField, DayField
from clusters.absence.choosing import ColleagueField
from clusters.models import District, Membership, Team, User
from common.forms import OnceForm

USUAL_MINUTES = 60


class ChairField(ColleagueField):
    """Somebody who works in one of the teams."""

    def __init__(self) -> None:
        super().__init__(
            User.objects.none(),
            label="Wie leidt het?",
            empty_label="Kies een collega",
            error_messages={"required": "Kies wie het leidt."},
        )


class _FactsForm(forms.Form):
    """Time, place, chair and what to do on a closed day."""

    use_required_attribute = False

    starts_at = ClockField(label="Begint om", error_messages={"required": "Vul een tijd in."})
    minutes = forms.IntegerField(
        label="Duurt (minuten)", min_value=SHORTEST, max_value=LONGEST, initial=USUAL_MINUTES
    )
    place = forms.CharField(
        label="Plaats",
        max_length=PLACE_LENGTH,
        error_messages={"required": "Vul in waar het is."},
    )
    chair = ChairField()
    on_closed_day = forms.ChoiceField(
        label="Op een feestdag of sluitingsdag",
        choices=OnClosedDay.choices,
        widget=forms.RadioSelect,
        initial=OnClosedDay.MOVE,
    )

    def facts(self, answers: dict[str, Any], weeks: int) -> SeriesFacts:
        """As the act wants it."""
        names = [name for name in NAMES if name != "weeks"]
        return SeriesFacts(weeks=weeks, **{name: answers[name] for name in names})

    def offer_chairs(self, teams: Any) -> None:
        """Who works today in these teams."""
        day = timezone.localdate()
        rows = Membership.objects.running(day).filter(role__in=CHAIR_ROLES, team__in=teams)
        field: Any = self.fields["chair"]
        people = User.objects.filter(pk__in=rows.values("user"))
        field.queryset = people.order_by("last_name", "first_name", "pk")


class SeriesForm(OnceForm, _FactsForm):
    """A new rhythm of the own team or its stadsdeel."""

    of_whom = forms.ChoiceField(
        label="Van wie is het?", error_messages={"required": "Kies van wie het is."}
    )
    first_on = DayField(
        label="Eerste keer op",
        help_text="De dag van de week blijft zo.",
        error_messages={"required": "Kies de eerste dag."},
    )
    weeks = forms.TypedChoiceField(
        label="Hoe vaak?", choices=Rhythm.choices, coerce=int, initial=Rhythm.TWO
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = _owners(user)
        field: Any = self.fields["of_whom"]
        field.choices = [("", "Kies"), *((key, text) for key, (text, _) in self.owners.items())]
        districts = [own.district for _, own in self.owners.values() if own.district]
        teams = Team.objects.filter(pk__in=user.team_ids)
        self.offer_chairs(teams | Team.objects.filter(cluster__district__in=districts))
        self.helper = helper(
            "Reeks beginnen",
            "submission_key",
            "of_whom",
            Row("first_on", "weeks"),
            Row("starts_at", "minutes"),
            "place",
            "chair",
            "on_closed_day",
        )

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        told = super().clean() or {}
        if self.errors:
            return told
        return {
            "submission_key": told["submission_key"],
            "owner": self.owners[told["of_whom"]][1],
            "first_on": told["first_on"],
            "facts": self.facts(told, told["weeks"]),
        }


class ChangeSeriesForm(VersionedForm, _FactsForm):
    """Another time, place or chair."""

    def __init__(self, *args: Any, series: ConferenceSeries, **kwargs: Any) -> None:
        kept = {name: getattr(series, name) for name in NAMES}
        kwargs["initial"] = kept | {"version": series.version}
        super().__init__(*args, **kwargs)
        self.series = series
        self.offer_chairs(series.teams(timezone.localdate()).values("pk"))
        rows = ("version", Row("starts_at", "minutes"), "place", "chair", "on_closed_day")
        self.helper = helper("Reeks bewaren", *rows)

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        told = super().clean() or {}
        if self.errors:
            return told
        return {"version": told["version"], "facts": self.facts(told, self.series.weeks)}


class EndSeriesForm(VersionedForm):
    """The last day on which there can be a meeting."""

    last_on = DayField(label="Laatste dag", error_messages={"required": "Kies een dag."})

    def __init__(self, *args: Any, series: ConferenceSeries, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": series.version}
        super().__init__(*args, **kwargs)
        self.helper = helper("Reeks stoppen", "version", "last_on")


def _owners(user: User) -> dict[str, tuple[str, Owner]]:
    """The own teams and their stadsdelen; two queries."""
    teams = Team.objects.filter(pk__in=user.team_ids).order_by("name")
    districts = District.objects.filter(clusters__teams__in=user.team_ids).distinct()
    found = {f"team-{row.pk}": (f"Casusoverleg {row}", Owner(team=row)) for row in teams}
    return found | {
        f"stadsdeel-{row.pk}": (f"Casustafel {row}", Owner(district=row)) for row in districts
    }
