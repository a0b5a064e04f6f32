"""The forms to write collective work down: a contact in a minute, and what runs for a while."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.db.models import Q
from django.utils import timezone

from cases.collective.models import (
    MOMENTS,
    RUNNING_KINDS,
    CollectiveEntry,
    CollectiveKind,
    EffortClass,
    Reach,
)
from cases.collective.models.entries import DESCRIPTION_LENGTH, TITLE_LENGTH
from cases.collective.places import neighbourhoods_of, teams_near
from cases.collective.services import EntryText
from cases.collective.wording import NO_NAMES
from cases.community.forms.organisations import VersionedForm
from cases.community.models import Organisation
from cases.intakes.models import LifeDomain
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, Neighbourhood, Team, User
from common.forms import DayField, ParagraphField

PARTNERS = ("partner_1", "partner_2", "partner_3")
SAYS = ("title", "topic", "neighbourhood", "employee", "effort", "reach", "description")


def _labels(*kinds: CollectiveKind) -> list[tuple[str, str]]:
    return [(kind.value, kind.label) for kind in kinds]


class EntryForm(VersionedForm):
    """What every line of collective work says; ``kinds`` are those one chooses from."""

    kinds: tuple[CollectiveKind, ...] = ()
    button = "Bewaren"

    kind = forms.ChoiceField(
        label="Wat was het?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het was."},
    )
    title = forms.CharField(
        label="Met wie of wat?", max_length=TITLE_LENGTH, help_text="Bijvoorbeeld: koffie-inloop."
    )
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.none(), label="Wijk", empty_label="Kies een wijk"
    )
    topic = forms.ModelChoiceField(
        LifeDomain.objects.none(), label="Waar ging het over?", empty_label="Kies een onderwerp"
    )
    day = DayField(label="Op welke dag?")
    effort = forms.ModelChoiceField(
        EffortClass.objects.none(), label="Hoeveel tijd kostte het?", empty_label="Kies een tijd"
    )
    reach = forms.ChoiceField(
        label="Hoeveel mensen bereikte het?", choices=Reach.choices, initial=Reach.UNKNOWN
    )
    partner_1 = forms.ChoiceField(label="Organisatie", required=False)
    partner_2 = forms.ChoiceField(label="Nog een organisatie", required=False)
    partner_3 = forms.ChoiceField(label="En nog een", required=False)
    description = ParagraphField(
        label="Toelichting",
        max_length=DESCRIPTION_LENGTH,
        rows=4,
        required=False,
        help_text=NO_NAMES,
    )
    team = forms.ModelChoiceField(
        Team.objects.none(), label="Voor welk team?", empty_label="Kies een team"
    )
    employee = ColleagueField(
        User.objects.none(), label="Wie deed het?", empty_label="Kies een collega"
    )

    def __init__(
        self, *args: Any, user: User, entry: CollectiveEntry | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.entry, self.user = entry, user
        self.organisations = {
            str(row.pk): row for row in Organisation.objects.visible_to(user).order_by("name")
        }
        self._offer()
        self._offer_partners()
        self._only_what_is_asked()
        self.helper = self._helper()

    def clean(self) -> dict[str, Any]:
        """The entry as the act wants it, beside the key, the version and the team."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        chosen = {answers[name] for name in PARTNERS if answers.get(name)}
        kind = self.entry.kind if self.entry else answers["kind"]
        return {
            "text": EntryText(
                kind=kind,
                day=answers.get("day"),
                partners=[self.organisations[key] for key in sorted(chosen)],
                **{name: answers[name] for name in SAYS},
            ),
            "version": answers["version"] or 0,
            "submission_key": answers["submission_key"],
            "team": answers.get("team") or self._only_team,
        }

    def _offer(self) -> None:
        """What one chooses from: of the own teams, and what the entry has now."""
        fields: Any = self.fields
        day, entry = timezone.localdate(), self.entry
        fields["kind"].choices = _labels(*self.kinds)
        fields["topic"].queryset = LifeDomain.objects.filter(
            Q(is_active=True) | Q(pk=entry.topic_id if entry else None)
        )
        fields["effort"].queryset = EffortClass.objects.filter(
            Q(is_active=True) | Q(pk=entry.effort_id if entry else None)
        )
        places = neighbourhoods_of(self.user, day)
        fields["neighbourhood"].queryset = places
        team_ids = [entry.team_id] if entry else self.user.team_ids
        held = Membership.objects.running(day).filter(team__in=team_ids).values("user")
        people = Q(pk__in=held) | Q(pk=entry.employee_id if entry else None)
        colleagues = User.objects.filter(people).order_by("last_name", "first_name", "pk")
        fields["employee"].queryset = colleagues
        fields["team"].queryset = teams_near(self.user, day).filter(pk__in=self.user.team_ids)

    def _offer_partners(self) -> None:
        choices = [("", "Niemand"), *((key, str(row)) for key, row in self.organisations.items())]
        for name in PARTNERS:
            field: Any = self.fields[name]
            field.choices = choices

    def _only_what_is_asked(self) -> None:
        """Who works in one team is not asked which; of what was written the kind stays."""
        teams = self.user.acting_memberships
        only = {row.team for row in teams if row.team is not None}
        self._only_team = next(iter(only)) if len(only) == 1 else None
        if self.entry is not None or self._only_team is not None:
            del self.fields["team"]
        if self.entry is not None:
            del self.fields["kind"]
            if not self.entry.is_moment and self.entry.starts_on is None:
                del self.fields["day"]

    def _there(self, *names: str) -> list[str]:
        return [name for name in names if name in self.fields]

    def _helper(self) -> FormHelper:
        helper = FormHelper()
        helper.attrs = {"data-warn-unsaved": ""}
        helper.layout = Layout(
            "submission_key",
            "version",
            *self._there("kind", "title", "neighbourhood", "topic", "day", "effort"),
            "reach",
            Fieldset("Samen met", Row(*PARTNERS)),
            *self._there("description", "team", "employee"),
            Submit("save", self.button, data_key="Alt+S"),
        )
        return helper


class MomentForm(EntryForm):
    """A contact in the network or being present somewhere: one minute on a phone (CW-3)."""

    kinds = MOMENTS
    button = "Vastleggen"


class ActivityForm(EntryForm):
    """An activity or a burgerinitiatief, as an idea or as something that runs (CW-4)."""

    kinds = RUNNING_KINDS
    button = "Vastleggen"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        if "kind" in fields:
            fields["kind"].label = "Wat is het?"
        fields["title"].label = "Hoe heet het?"
        fields["topic"].label = "Waar gaat het over?"
        fields["effort"].label = "Hoeveel tijd kost het het team per maand?"
        fields["reach"].label = "Hoeveel mensen bereikt het?"
        fields["employee"].label = "Wie doet het?"
        if "day" in fields:
            fields["day"].label = "Loopt sinds"
            fields["day"].required = self.entry is not None
            fields["day"].help_text = "" if self.entry else "Laat leeg als het nog een idee is."


def entry_initial(entry: CollectiveEntry | None, user: User) -> dict[str, Any]:
    """What the form opens with: today and myself, or what was written."""
    if entry is None:
        return {"employee": user.pk}
    shown = {name: getattr(entry, name) for name in (*SAYS, "version")}
    partners = zip(PARTNERS, (row.pk for row in entry.partners.all()), strict=False)
    return shown | {"day": entry.starts_on} | dict(partners)
