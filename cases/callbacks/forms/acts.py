"""The forms of the acts on one request: short, one question each."""

from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.callbacks.models import (
    AttemptResult,
    CallbackOutcome,
    CallbackRequest,
    PauseReason,
)
from cases.residents.forms import ClockField, DayField, PhoneField, SafeContactFields
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, Team, User, working_calendar
from common.deadlines import AMSTERDAM
from common.forms import OnceForm, ParagraphField

BY_HAND = (PauseReason.RESIDENT, PauseReason.AWAY, PauseReason.PAPERS)


class ActForm(forms.Form):
    """A form about one request: ``callback`` and the employee are known."""

    button = "Opslaan"
    use_required_attribute = False
    rows: tuple[Any, ...] = ()

    def __init__(self, *args: Any, callback: CallbackRequest, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.callback = callback
        self.offer(callback, user)
        self.helper = FormHelper()
        layout = self.rows or tuple(self.fields)
        self.helper.layout = Layout(*layout, Submit("save", self.button))

    def offer(self, callback: CallbackRequest, user: User) -> None:
        """Narrow the choices to what fits this request."""


class ForwardForm(ActForm):
    """Which team, and why."""

    button = "Doorsturen"
    team = forms.ModelChoiceField(Team.objects.none(), label="Team", empty_label="Kies een team")
    reason = ParagraphField(label="Waarom dit team?", max_length=500, rows=3)

    def offer(self, callback: CallbackRequest, user: User) -> None:
        """Teams that exist today and call residents back."""
        today = timezone.localdate()
        staffed = Membership.objects.running(today).handling().values("team_id")
        field: Any = self.fields["team"]
        field.queryset = Team.objects.valid_on(today).filter(pk__in=staffed)


class AssignForm(ActForm):
    """Which colleague."""

    button = "Geven aan deze collega"
    person = ColleagueField(
        User.objects.none(), shows_load=True, label="Collega", empty_label="Kies een collega"
    )

    def offer(self, callback: CallbackRequest, user: User) -> None:
        """Colleagues who call back for this team today, but for whoever has it now."""
        running = Membership.objects.running(timezone.localdate()).handling()
        people = running.filter(team_id=callback.team_id).values("user_id")
        field: Any = self.fields["person"]
        field.queryset = User.objects.filter(pk__in=people).exclude(pk=callback.handler_id or 0)


class AttemptForm(ActForm, OnceForm):
    """What happened when the number was called; spoken can be closed in the same go."""

    button = "Poging vastleggen"
    rows = (
        "submission_key",
        "result",
        Row("again_day", "again_time"),
        "outcome",
        "note",
    )

    result = forms.ChoiceField(
        label="Wat gebeurde er?", choices=AttemptResult.choices, widget=forms.RadioSelect
    )
    again_day = DayField(
        label="Opnieuw bellen op", required=False, help_text="Alleen bij “wil later gebeld worden”."
    )
    again_time = ClockField(label="Om", required=False)
    outcome = forms.ModelChoiceField(
        CallbackOutcome.objects.in_use(),
        label="Meteen afsluiten met uitkomst",
        required=False,
        empty_label="Nog niet afsluiten",
        help_text="Alleen als u de inwoner heeft gesproken.",
    )
    note = ParagraphField(label="Notitie", required=False, max_length=1000, rows=4)

    def clean(self) -> dict[str, Any]:
        """Day and time become one moment; an outcome belongs to a conversation."""
        answers = super().clean() or {}
        day, clock = answers.pop("again_day", None), answers.pop("again_time", None)
        later = answers.get("result") == AttemptResult.LATER
        if later and (day is None or clock is None) and not self.errors:
            self.add_error("again_day", "Vul dag en tijd in waarop u opnieuw belt.")
        if answers.get("outcome") and answers.get("result") != AttemptResult.SPOKEN:
            self.add_error("outcome", "Een uitkomst past alleen bij “gesproken”.")
        complete = later and day is not None and clock is not None
        answers["again_at"] = datetime.combine(day, clock, AMSTERDAM) if complete else None
        return answers


class UntilForm(ActForm):
    """A form with a day until which is waited; the clock starts again at opening time."""

    until = DayField(
        label="Wachten tot",
        required=False,
        help_text="Op deze dag krijgt u een herinnering en loopt de termijn weer.",
    )

    def clean(self) -> dict[str, Any]:
        """The day becomes the moment the service opens on it."""
        answers = super().clean() or {}
        day = answers.get("until")
        if day is not None:
            calendar = working_calendar()
            if not calendar.is_working_day(day):
                self.add_error("until", "Kies een werkdag.")
            else:
                answers["until"] = calendar.span(day)[0]
        return answers


class NextStepForm(UntilForm):
    """After the last failed attempt: a letter, a visit, or another number."""

    button = "Kiezen"
    rows = ("choice", "until", "phone")

    choice = forms.ChoiceField(
        label="Hoe nu verder?",
        choices=[
            (PauseReason.LETTER.value, "Brief sturen"),
            (PauseReason.VISIT.value, "Huisbezoek plannen"),
            ("retry", "Ander telefoonnummer proberen"),
        ],
        widget=forms.RadioSelect,
    )
    phone = PhoneField(
        label="Ander telefoonnummer", required=False, help_text="Alleen bij een ander nummer."
    )


class PauseForm(UntilForm):
    """Why the resident moves first, and until when."""

    button = "Pauzeren"
    rows = ("pause_reason", "until")

    pause_reason = forms.ChoiceField(
        label="Waarom wacht u?",
        choices=[(reason.value, reason.label) for reason in BY_HAND],
        widget=forms.RadioSelect,
    )


class CloseForm(ActForm):
    """What came of it."""

    button = "Afsluiten"
    outcome = forms.ModelChoiceField(
        CallbackOutcome.objects.in_use(), label="Uitkomst", empty_label="Kies een uitkomst"
    )
    outcome_note = ParagraphField(label="Toelichting", required=False, max_length=2000, rows=4)


class ReopenForm(ActForm):
    """Why the resident must be called after all."""

    button = "Heropenen"
    reason = ParagraphField(label="Waarom moet er weer gebeld worden?", max_length=500, rows=3)


class SafeContactForm(ActForm, SafeContactFields):
    """How this person can be called without harm, as the team knows it now."""

    button = "Kaart bewaren"
    rows = (
        "may_be_called",
        "voicemail_allowed",
        "hide_municipality",
        "hide_number",
        Row("call_from", "call_until"),
        Row("language", "needs_interpreter"),
    )

    may_be_called = forms.BooleanField(
        label="Bellen mag",
        required=False,
        help_text="Haal dit weg als niemand dit nummer mag bellen.",
    )

    def clean(self) -> dict[str, Any]:
        """The card as the act wants it."""
        answers = super().clean()
        if self.errors:
            return answers
        return {"card": self.card(may_be_called=answers["may_be_called"])}
