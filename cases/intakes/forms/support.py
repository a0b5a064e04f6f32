"""What the resident said to the offer of independent support."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils import timezone

from cases.intakes.forms.letters import LetterForm
from cases.intakes.models import (
    SUPPORT_ORGANISATION,
    ClientSupport,
    SupportChoice,
    SupportKind,
)
from cases.intakes.services import SupportOffer
from cases.residents.forms import DayField
from clusters.absence.choosing import ColleagueField
from clusters.models import Membership, User

NAMES = ("offered_on", "choice", "ask_again_on", "kind", "supporter")


class SupportForm(forms.Form):
    """The offer and the answer; ``version`` is what stood on the page."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    offered_on = DayField(label="Aangeboden op", error_messages={"required": "Vul de dag in."})
    choice = forms.ChoiceField(
        label="Wil de inwoner cliëntondersteuning?",
        choices=SupportChoice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat de inwoner wil."},
    )
    ask_again_on = DayField(label="Opnieuw vragen op", required=False, help_text="Bij “later”.")
    kind = forms.ChoiceField(
        label="Welke vorm?",
        choices=SupportKind.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text="Bij “ja”.",
    )
    supporter = ColleagueField(
        User.objects.none(),
        label="Beroepskracht van MEE",
        required=False,
        empty_label="Nog niet bekend",
        help_text="Niet iemand die zelf aan deze melding werkt.",
    )

    def __init__(self, data: Any = None, *, support: ClientSupport | None) -> None:
        today = timezone.localdate()
        start = {"offered_on": today, "version": 0}
        if support is not None:
            start = {name: getattr(support, name) for name in (*NAMES, "version")}
        super().__init__(data, initial=start)
        rows = Membership.objects.running(today).filter(organisation__code=SUPPORT_ORGANISATION)
        field: Any = self.fields["supporter"]
        field.queryset = User.objects.filter(pk__in=rows.values("user_id"))
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("version", *NAMES, Submit("save", "Bewaren"))

    def clean(self) -> dict[str, Any]:
        """The offer as the act wants it."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        return {
            "version": answers["version"],
            "offer": SupportOffer(**{name: answers[name] for name in NAMES}),
        }

    def show_version(self, number: int) -> None:
        """From now on this form knows what the colleague saved."""
        typed: Any = dict(self.data.items())
        typed["version"] = str(number)
        self.data = typed


class RequestForm(LetterForm):
    """How the request goes out; the stamp is that of the text on the screen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].label = "Hoe gaat het verzoek weg?"
        self.helper.layout = Layout("stamp", "way", Submit("save", "Verzoek vastleggen"))
