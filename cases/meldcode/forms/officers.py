"""The forms of the register of aandachtsfunctionarissen."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils import timezone

from cases.meldcode.forms.steering import CHOOSE
from cases.meldcode.models import CARING_ROLES, SafeguardingOfficer
from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import DayField
from clusters.models import Cluster, Membership, Team, User
from common.forms import OnceForm

FIRST_DAY = "Vul de eerste dag in."


class OfficerForm(OnceForm):
    """Who, for which team or cluster, and from when."""

    use_required_attribute = False

    employee = forms.ModelChoiceField(
        User.objects.none(), label="Wie?", empty_label="Kies een collega", error_messages=CHOOSE
    )
    cluster = forms.ModelChoiceField(
        Cluster.objects.none(),
        label="Voor welk cluster?",
        empty_label="Geen heel cluster",
        required=False,
    )
    team = forms.ModelChoiceField(
        Team.objects.none(),
        label="Of voor welk team?",
        empty_label="Geen team apart",
        required=False,
        help_text="Kies een cluster of een team, niet allebei.",
    )
    valid_from = DayField(label="Eerste dag", error_messages={"required": FIRST_DAY})
    valid_until = DayField(
        label="Laatste dag", required=False, help_text="Laat leeg als er geen laatste dag is."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"valid_from": today}
        super().__init__(*args, **kwargs)
        running = Membership.objects.running(today).filter(role__in=CARING_ROLES)
        people = User.objects.filter(pk__in=running.values("user_id"))
        teams = Team.objects.valid_on(today).filter(pk__in=running.values("team_id"))
        self._offer("employee", people.order_by("last_name", "first_name", "pk"))
        self._offer("team", teams.order_by("name"))
        self._offer("cluster", Cluster.objects.valid_on(today).order_by("name"))
        rows = ["submission_key", "employee", Row("cluster", "team")]
        rows.append(Row("valid_from", "valid_until"))
        self.helper = helper("Aandachtsfunctionaris aanwijzen", *rows)

    def _offer(self, name: str, rows: Any) -> None:
        field: Any = self.fields[name]
        field.queryset = rows


class PeriodForm(VersionedForm):
    """Another period for somebody of the register."""

    valid_from = DayField(label="Eerste dag", error_messages={"required": FIRST_DAY})
    valid_until = DayField(
        label="Laatste dag", required=False, help_text="Laat leeg als er geen laatste dag is."
    )

    def __init__(self, *args: Any, officer: SafeguardingOfficer, **kwargs: Any) -> None:
        names = ("version", "valid_from", "valid_until")
        kwargs["initial"] = {name: getattr(officer, name) for name in names}
        super().__init__(*args, **kwargs)
        self.helper = helper("Periode bewaren", "version", Row("valid_from", "valid_until"))
