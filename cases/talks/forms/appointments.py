"""The appointment as a form: one day, two times, a place, and who comes."""

from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout, Row, Submit
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from cases.residents.forms import ClockField, DayField
from cases.talks.models import KitchenTableTalk, Place
from cases.talks.models.talks import TALKING_ROLES, GuestKind, InvitedBy
from cases.talks.services import Appointment
from clusters.absence.choosing import ColleaguesField
from clusters.models import Membership, User
from common.deadlines import AMSTERDAM
from common.forms import OnceForm, ParagraphField

GUESTS = 4
NAME_LENGTH, NOTE_LENGTH, REASON_LENGTH = 120, 300, 1000
NOBODY = ("", "Niemand")


def colleagues_of(user: User) -> QuerySet[User]:
    """Who can be asked to join: people of one's own teams who do this work today."""
    day = timezone.localdate()
    running = Membership.objects.running(day).filter(
        role__in=TALKING_ROLES, team_id__in=user.team_ids
    )
    people = User.objects.filter(pk__in=running.values("user_id")).exclude(pk=user.pk)
    return people.order_by("last_name", "first_name", "pk")


class AppointmentForm(OnceForm):
    """When, where and with whom; ``version`` says which appointment the page showed."""

    use_required_attribute = False

    day = DayField(label="Dag", error_messages={"required": "Kies een dag."})
    start = ClockField(label="Van", error_messages={"required": "Vul in hoe laat het begint."})
    until = ClockField(label="Tot", error_messages={"required": "Vul in hoe laat het klaar is."})
    place = forms.ChoiceField(
        label="Waar",
        choices=Place.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waar het gesprek is."},
    )
    place_note = ParagraphField(
        label="Toelichting op de plaats",
        max_length=NOTE_LENGTH,
        rows=2,
        required=False,
        help_text="Bijvoorbeeld: bij de dochter, bel bij nummer 12.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    colleagues = ColleaguesField(
        User.objects.none(),
        label="Collega's die meegaan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Zij mogen het gesprek lezen en erin schrijven.",
    )

    def __init__(self, *args: Any, user: User, button: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["colleagues"]
        field.queryset = colleagues_of(user)
        for number in range(GUESTS):
            self._add_guest(number)
        self.helper = FormHelper()
        self.helper.form_class = "wt-wide"
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "submission_key",
            "version",
            Row("day", "start", "until"),
            "place",
            "place_note",
            HTML("<h2>Wie zijn erbij?</h2>"),
            *(
                Div(
                    Row(f"kind_{number}", f"name_{number}", f"invited_{number}"),
                    css_class="wt-guest",
                )
                for number in range(GUESTS)
            ),
            "colleagues",
            Submit("do", button, data_key="Alt+S"),
        )

    def _add_guest(self, number: int) -> None:
        """One line for somebody at the table."""
        count = number + 1
        self.fields[f"kind_{number}"] = forms.ChoiceField(
            label=f"Persoon {count}", choices=[NOBODY, *GuestKind.choices], required=False
        )
        self.fields[f"name_{number}"] = forms.CharField(
            label=f"Naam {count}", max_length=NAME_LENGTH, required=False
        )
        self.fields[f"invited_{number}"] = forms.ChoiceField(
            label=f"Gevraagd door {count}", choices=InvitedBy.choices, required=False
        )

    @staticmethod
    def initial_of(talk: KitchenTableTalk) -> dict[str, Any]:
        """The answers that make this appointment."""
        start, until = (moment.astimezone(AMSTERDAM) for moment in (talk.starts_at, talk.ends_at))
        initial: dict[str, Any] = {
            "day": start.date(),
            "start": start.time(),
            "until": until.time(),
            "place": talk.place,
            "place_note": talk.words["place_note"],
            "version": talk.version,
            "colleagues": [row.employee_id for row in talk.colleagues.all()],
        }
        for number, (kind, name, invited) in enumerate(talk.words["guests"]):
            initial |= {f"kind_{number}": kind, f"name_{number}": name}
            initial[f"invited_{number}"] = invited
        return initial

    def clean(self) -> dict[str, Any]:
        """The appointment out of valid answers; a name without a role is asked about."""
        answers = super().clean() or {}
        guests = []
        for number in range(GUESTS):
            kind, name = answers.get(f"kind_{number}", ""), answers.get(f"name_{number}", "")
            if name and not kind:
                self.add_error(f"kind_{number}", "Kies wie dit is voor de inwoner.")
            if kind:
                guests.append((kind, name, answers.get(f"invited_{number}") or InvitedBy.TEAM))
        if self.errors:
            return answers
        return {
            "submission_key": answers["submission_key"],
            "version": answers["version"] or 0,
            "appointment": Appointment(
                starts_at=_moment(answers["day"], answers["start"]),
                ends_at=_moment(answers["day"], answers["until"]),
                place=answers["place"],
                place_note=answers["place_note"],
                guests=tuple(guests),
                colleagues=tuple(answers["colleagues"]),
            ),
        }


class CancelForm(forms.Form):
    """Why a talk does not happen."""

    use_required_attribute = False

    reason = ParagraphField(
        label="Waarom gaat het niet door?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf op waarom het gesprek niet doorgaat."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("reason", Submit("do", "Gesprek afzeggen", data_key="Alt+S"))


def _moment(day: Any, clock: Any) -> datetime:
    """A moment on the clock of Amsterdam."""
    return datetime.combine(day, clock, tzinfo=AMSTERDAM)
