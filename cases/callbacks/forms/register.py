"""The form of the contact centre: a caller on the line, everything by keyboard, one screen."""

from datetime import date, datetime, time
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Div, Fieldset, Layout, Row, Submit
from django import forms

from cases.callbacks.models import CallbackNorm, CallbackSubject, Urgency
from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.callbacks.services import Caller, CallWish
from cases.residents.forms import (
    BirthDateField,
    DayField,
    HouseNumberField,
    PhoneField,
    PostcodeField,
)
from clusters.models import Neighbourhood
from common.deadlines import AMSTERDAM
from common.forms import OnceForm, ParagraphField

ROUTE_SLOT = "{% include 'cases/callbacks/_route.html' %}"


class ClockField(forms.TimeField):
    """A time of day, as hh:mm."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {"invalid": "Vul een tijd in als uu:mm."}


class RouteForm(forms.Form):
    """The address part only, to show which team will call while the caller is still talking."""

    postcode = PostcodeField(required=False)
    house_number = HouseNumberField(required=False)
    neighbourhood = forms.ModelChoiceField(Neighbourhood.objects.all(), required=False)


class RegisterForm(OnceForm):
    """Who calls, where they live, what they ask and how they want to be called."""

    use_required_attribute = False

    name = forms.CharField(
        label="Naam",
        max_length=120,
        error_messages={"required": "Vul de naam in, of kies “anoniem”."},
    )
    is_anonymous = forms.BooleanField(label="Beller wil anoniem blijven", required=False)
    phone = PhoneField(label="Telefoonnummer")
    birth_date = BirthDateField(label="Geboortedatum", required=False)
    postcode = PostcodeField(label="Postcode", required=False)
    house_number = HouseNumberField(label="Huisnummer", required=False)
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.order_by("name"),
        label="Wijk",
        required=False,
        empty_label="Volgt uit de postcode",
        help_text="Als de postcode onbekend is.",
    )
    subject = forms.ModelChoiceField(
        CallbackSubject.objects.in_use(), label="Onderwerp", empty_label="Kies een onderwerp"
    )
    question = ParagraphField(
        label="Vraag",
        max_length=QUESTION_LENGTH,
        rows=5,
        help_text="In de woorden van de beller. Schrijf niet meer op dan nodig is.",
    )
    urgency = forms.ChoiceField(label="Urgentie", widget=forms.RadioSelect, initial=Urgency.NORMAL)
    window_day = DayField(label="Liever op", required=False)
    window_from = ClockField(label="Vanaf", required=False)
    window_until = ClockField(label="Tot", required=False)
    voicemail_allowed = forms.BooleanField(label="Voicemail inspreken mag", required=False)
    hide_municipality = forms.BooleanField(
        label="Noem de gemeente niet",
        required=False,
        help_text="Als iemand anders kan opnemen die dit niet mag weten.",
    )
    language = forms.CharField(
        label="Taal", max_length=40, required=False, help_text="Als dit niet Nederlands is."
    )
    needs_interpreter = forms.BooleanField(label="Tolk nodig", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        norms = CallbackNorm.objects.values_list("code", "label")
        self.fields["urgency"].choices = list(norms)  # type: ignore[attr-defined]
        if self.data.get("is_anonymous"):
            self.fields["name"].required = False
        if not self.is_bound:
            self.fields["name"].widget.attrs["autofocus"] = True
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.form_class = "wt-wide wt-desk"
        self.helper.layout = _layout()

    def clean(self) -> dict[str, Any]:
        """The answers as the act wants them: the caller, the wish, the chosen neighbourhood."""
        answers = super().clean() or {}
        window = self._window(answers)
        if self.errors:
            return answers
        number, suffix = answers["house_number"]
        caller = Caller(
            name=answers["name"],
            is_anonymous=answers["is_anonymous"],
            phone=answers["phone"],
            postcode=answers["postcode"],
            house_number=number,
            house_suffix=suffix,
            birth_date=answers["birth_date"],
        )
        return {
            "submission_key": answers["submission_key"],
            "caller": caller,
            "wish": _wish(answers, window),
            "neighbourhood": answers["neighbourhood"],
        }

    def _window(self, answers: dict[str, Any]) -> tuple[datetime, datetime] | None:
        """The wanted window as two moments; an incomplete one is an error at the gap."""
        names = ("window_day", "window_from", "window_until")
        given = [answers.get(name) for name in names]
        if not any(given):
            return None
        for name, value in zip(names, given, strict=True):
            if value is None and name not in self.errors:
                self.add_error(name, "Vul dag, begintijd en eindtijd alle drie in.")
        day, start, end = given
        if day is None or start is None or end is None:
            return None
        if end <= start:
            self.add_error("window_until", "De eindtijd ligt na de begintijd.")
        return _moment(day, start), _moment(day, end)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, AMSTERDAM)


def _wish(answers: dict[str, Any], window: tuple[datetime, datetime] | None) -> CallWish:
    """What is asked, out of the flat answers."""
    plain = (
        "subject",
        "question",
        "urgency",
        "voicemail_allowed",
        "hide_municipality",
        "language",
        "needs_interpreter",
    )
    start, end = window or (None, None)
    return CallWish(**{name: answers[name] for name in plain}, window_from=start, window_until=end)


def _layout() -> Layout:
    """Two columns on a wide screen; in the order of the conversation: who, what, how."""
    return Layout(
        "submission_key",
        Row(
            Column(
                Fieldset(
                    "Wie belt er?",
                    "name",
                    "is_anonymous",
                    "phone",
                    Row("postcode", "house_number"),
                    Div(HTML(ROUTE_SLOT), css_id="route", aria_live="polite"),
                    Row("neighbourhood", "birth_date"),
                ),
            ),
            Column(Fieldset("Waar gaat het over?", "subject", "question", "urgency")),
        ),
        Row(
            Column(
                Fieldset(
                    "Hoe wil de beller gebeld worden?",
                    Row("window_day", "window_from", "window_until"),
                    "voicemail_allowed",
                    "hide_municipality",
                    Row("language", "needs_interpreter"),
                ),
            ),
            Column(Submit("save", "Terugbelverzoek vastleggen", data_key="Alt+S")),
        ),
    )
