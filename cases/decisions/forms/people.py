"""Who gets an aanvraag, and who looks at a decision with four eyes."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.decisions.forms.fields import ActForm, WordsField
from cases.decisions.models import Application
from cases.mandates.models import Mandate
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, Role, Team, User

WORKERS = (Role.TEAM_WORKER, Role.CITY_HALL_TEAM)


class PassForm(ActForm):
    """Another team, or a colleague; the term runs on."""

    button = "Doorgeven"
    desk = forms.ModelChoiceField(
        Team.objects.none(),
        label="Naar welk team?",
        empty_label="Kies een team",
        error_messages={"required": "Kies een team."},
    )
    person = ColleagueField(
        User.objects.none(),
        shows_load=True,
        label="Naar welke collega?",
        required=False,
        empty_label="Niemand in het bijzonder",
    )
    reason = WordsField("Waarom geeft u dit door?", missing="Schrijf op waarom.")

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        kwargs["initial"] = {"desk": application.desk_id}
        super().__init__(*args, **kwargs)
        rows = Membership.objects.running(timezone.localdate()).filter(role__in=WORKERS)
        teams: Any = self.fields["desk"]
        teams.queryset = Team.objects.filter(pk__in=_desks(application, rows)).order_by("name")
        people: Any = self.fields["person"]
        staff = rows.filter(team__in=teams.queryset).values("user_id")
        people.queryset = User.objects.filter(pk__in=staff).exclude(pk=application.handler_id or 0)


class OfferForm(ActForm):
    """Who looks at it too; ``version`` is what the page showed."""

    button = "Voorleggen"
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    second = ColleagueField(
        User.objects.none(),
        label="Wie beoordeelt dit besluit ook?",
        empty_label="Kies een collega met mandaat",
        error_messages={"required": "Kies een collega."},
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        here = Membership.objects.running(today).filter(role__in=WORKERS)
        here = here.filter(team__in=[application.desk_id, application.team_id])
        holders = Mandate.objects.running(today).values("holder_id")
        field: Any = self.fields["second"]
        people = User.objects.filter(pk__in=here.values("user_id")).filter(pk__in=holders)
        field.queryset = people.exclude(pk=application.handler_id or 0)


def _desks(application: Application, rows: Any) -> Any:
    """The team of the melding, the team that has it, and the Wmo-team in the Stadhuis."""
    hall = rows.filter(role=Role.CITY_HALL_TEAM).values_list("team_id", flat=True)
    return {application.team_id, application.desk_id, *hall}
