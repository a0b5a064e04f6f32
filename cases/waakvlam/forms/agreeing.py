"""The forms of what is agreed: when a waakvlam begins, and when it is looked at again."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.utils import timezone

from cases.plans.forms.versions import VersionedForm, helper
from cases.residents.forms import DayField
from cases.residents.models import Consent, Resident
from cases.waakvlam.agreeing import WEEKS_FAULT, consents_of, workers_of
from cases.waakvlam.models import LONGEST, SHORTEST, Agreed, Waakvlam, Way
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, Role, Team, User
from common.forms import OnceForm, ParagraphField
from common.templatetags.screen import dutch_date

WORDS_LENGTH = 1000


class ConsentField(forms.ModelChoiceField):
    """A consent of the resident that is in force, or none."""

    def label_from_instance(self, obj: Any) -> str:
        """For whom it is and since when."""
        return f"{obj.recipient_kind}, sinds {dutch_date(obj.valid_from)}"


class PersonField(ColleagueField):
    """A wijkwerker of the team."""

    def __init__(self, label: str, help_text: str = "") -> None:
        super().__init__(
            User.objects.none(),
            shows_load=True,
            label=label,
            help_text=help_text,
            empty_label="Kies een collega",
            error_messages={
                "required": "Kies een collega.",
                "invalid_choice": "Kies een collega van het team.",
            },
        )


class AgreedForm(forms.Form):
    """How often, how, what to look for, and that the resident wants it."""

    use_required_attribute = False

    agreed_on = DayField(
        label="Mondeling afgesproken op",
        required=False,
        help_text="Vul de dag in, of kies hieronder een toestemming van de kaart. Eén van beide.",
    )
    consent = ConsentField(
        Consent.objects.none(),
        label="Toestemming op de kaart",
        required=False,
        empty_label="Geen: mondeling afgesproken",
    )
    weeks = forms.IntegerField(
        label="Om de hoeveel weken?",
        min_value=SHORTEST,
        max_value=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "2"}),
        error_messages={
            "required": WEEKS_FAULT,
            **dict.fromkeys(("invalid", "min_value", "max_value"), WEEKS_FAULT),
        },
    )
    way = forms.ChoiceField(
        label="Hoe?",
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe u contact houdt."},
    )
    look_for = ParagraphField(
        label="Waar let u op?",
        max_length=WORDS_LENGTH,
        rows=3,
        help_text="Alleen wat nodig is voor dit contact. Geen diagnose of behandeling.",
        error_messages={"required": "Schrijf op waar u op let."},
    )
    stop_rule = ParagraphField(
        label="Wanneer stopt het?",
        max_length=WORDS_LENGTH,
        rows=2,
        error_messages={"required": "Schrijf op wanneer het niet meer nodig is."},
    )
    escalation = ParagraphField(
        label="Wanneer doet u meer?",
        max_length=WORDS_LENGTH,
        rows=2,
        help_text="Wat moet er gebeuren als het slechter gaat, en wie wilt u dan bellen?",
        error_messages={"required": "Schrijf op wat u doet als het slechter gaat."},
    )
    review_on = DayField(
        label="Opnieuw bekijken op",
        help_text="Hoogstens twaalf maanden vooruit. Dan gaat u door, of u stopt.",
        error_messages={"required": "Kies wanneer u dit opnieuw bekijkt."},
    )

    def offer_consents(self, resident: Resident) -> None:
        """Those of this resident that are in force today."""
        field: Any = self.fields["consent"]
        field.queryset = consents_of(resident, timezone.localdate())

    def clean(self) -> dict[str, Any]:
        """What was agreed as one thing, beside the rest."""
        told = super().clean() or {}
        names = tuple(AgreedForm.base_fields)
        if set(names) & set(self.errors):
            return told
        agreed = Agreed(**{name: told.pop(name) for name in names})
        return {**told, "agreed": agreed}


AGREEMENT = Fieldset("Vindt de inwoner het goed?", "agreed_on", "consent")
RHYTHM = Fieldset("Wat spreekt u af?", "weeks", "way", "look_for", "stop_rule", "escalation")


class StartForm(OnceForm, AgreedForm):
    """A new waakvlam; the team is only asked of who works in several."""

    team_id = forms.TypedChoiceField(label="Team", coerce=int, required=False)
    owner = PersonField("Wie houdt contact?")
    deputy = PersonField("Wie is vervanger?", "Die ziet het contact als de dag voorbij is.")
    first_on = DayField(
        label="Eerste contact", error_messages={"required": "Kies de dag van het eerste contact."}
    )

    def __init__(self, *args: Any, resident: Resident, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_consents(resident)
        teams = list(Team.objects.filter(pk__in=by.team_ids).order_by("name"))
        field: Any = self.fields["team_id"]
        field.choices = [(team.pk, team.name) for team in teams]
        self.only_team = teams[0].pk if len(teams) == 1 else None
        people = _colleagues(by)
        for name in ("owner", "deputy"):
            person: Any = self.fields[name]
            person.queryset = people
        rows = [AGREEMENT, RHYTHM, Fieldset("Wie en wanneer?", *self._who())]
        self.helper = helper("Waakvlam beginnen", "submission_key", *rows)

    def _who(self) -> tuple[str, ...]:
        if self.only_team is not None:
            del self.fields["team_id"]
            return ("owner", "deputy", "first_on", "review_on")
        return ("team_id", "owner", "deputy", "first_on", "review_on")

    def clean(self) -> dict[str, Any]:
        """With the key of the team."""
        told = super().clean() or {}
        return {**told, "team_id": told.get("team_id") or self.only_team}


class RenewForm(VersionedForm, AgreedForm):
    """Go on until another day, with what is agreed from now on."""

    def __init__(self, *args: Any, waakvlam: Waakvlam, **kwargs: Any) -> None:
        names = ("agreed_on", "weeks", "way", "version")
        now = {name: getattr(waakvlam, name) for name in names}
        kwargs["initial"] = {**now, "consent": waakvlam.consent_id, **waakvlam.words}
        super().__init__(*args, **kwargs)
        self.offer_consents(waakvlam.resident)
        last = Fieldset("Tot wanneer?", "review_on")
        self.helper = helper("Doorgaan", "version", AGREEMENT, RHYTHM, last)


def _colleagues(by: User) -> Any:
    """The wijkwerkers of the teams of an employee; the act checks in which."""
    today = timezone.localdate()
    teams = by.team_ids
    if len(teams) == 1:
        return workers_of(next(iter(teams)), today)
    running = Membership.objects.running(today).filter(role=Role.TEAM_WORKER, team_id__in=teams)
    people = User.objects.filter(pk__in=running.values("user_id"))
    return people.order_by("last_name", "first_name", "pk")
